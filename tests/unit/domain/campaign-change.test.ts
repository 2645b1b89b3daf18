import { expect } from 'chai'
import type { Campaign } from '../../../src/domain/campaign.ts'
import {
  campaignAfter,
  changedFields,
  changesWhatIsOwed,
  needless,
  reminderMoves,
  reportMoves,
} from '../../../src/domain/campaign-change.ts'
import { CAMPAIGN } from '../../support/cast.ts'

const changed = (given: Partial<Campaign>): Campaign => ({ ...CAMPAIGN, ...given })
const at = (text: string) => new Date(`${text}:00+07:00`)
const now = at('2018-12-12T09:00')

describe('a change of a campaign', () => {
  it('is named by its fields', () => {
    expect(changedFields(CAMPAIGN, changed({}))).to.deep.equal([])
    expect(changedFields(CAMPAIGN, changed({ name: 'Đợt mới', dueAt: now }))).to.deep.equal(['name', 'dueAt'])
  })

  const JUDGING = [
    ['of the name', { name: 'x' }, false],
    ['of how many topics are owed', { requiredTopics: 3 }, true],
    ['of a topic’s title', { topics: CAMPAIGN.topics.map(t => ({ ...t, title: 'x' })) }, false],
    ['of topics', { topics: CAMPAIGN.topics.slice(1) }, true],
    ['to a later due date', { dueAt: at('2018-12-20T17:00') }, false],
    ['to an earlier due date', { dueAt: at('2018-12-10T17:00') }, false],
    ['to a longer grace', { graceSeconds: 900 }, false],
  ] as const
  for (const [name, given, owed] of JUDGING)
    it(`${name} ${owed ? 'has what is owed counted anew' : 'leaves what was judged'}`, () => {
      expect(changesWhatIsOwed(CAMPAIGN, changed(given))).to.equal(owed)
    })

  it('moves the reminders that are still to come, and no others', () => {
    const moves = reminderMoves(CAMPAIGN, changed({ dueAt: at('2018-12-16T17:00') }), now)
    expect(moves.dropped).to.deep.equal([at('2018-12-21T08:00'), at('2018-12-28T08:00')])
    expect(moves.added).to.deep.equal([
      at('2018-12-15T08:00'),
      at('2018-12-23T08:00'),
      at('2018-12-30T08:00'),
    ])
  })

  it('moves the reports that are compiled by themselves', () => {
    const reports = { ...CAMPAIGN.reports, afterDue: true, weekly: 1 }
    const before = changed({ reports: { ...reports, weekly: null } })
    const moves = reportMoves(before, changed({ reports, dueAt: at('2018-12-20T17:00') }), now)
    expect(moves.dropped).to.deep.equal([at('2018-12-15T08:00')])
    expect(moves.added).to.deep.equal([
      at('2018-12-17T08:00'),
      at('2018-12-21T08:00'),
      at('2018-12-24T08:00'),
      at('2018-12-31T08:00'),
    ])
  })

  const EXTENSIONS = [
    ['shorter than the new date', '2018-12-18T17:00', null, true],
    ['as long as the new date', '2018-12-20T17:00', null, true],
    ['longer than the new date', '2018-12-21T17:00', null, false],
    ['that closes later', '2018-12-18T17:00', '2019-01-10T17:00', false],
    ['that never gave anything', '2018-12-13T17:00', null, false],
  ] as const
  for (const [name, dueAt, closesAt, is] of EXTENSIONS)
    it(`makes an extension ${name} ${is ? 'needless' : 'no less needed'}`, () => {
      const extension = { dueAt: at(dueAt), closesAt: closesAt === null ? null : at(closesAt) }
      const found = needless(CAMPAIGN, changed({ dueAt: at('2018-12-20T17:00') }), [extension])
      expect(found).to.have.length(is ? 1 : 0)
    })
})

describe('the campaign after another', () => {
  it('has everything of it, on the same days of the week and hours, ahead of now', () => {
    const next = campaignAfter(CAMPAIGN, at('2019-11-20T09:00'))
    expect(next).to.deep.equal({
      ...CAMPAIGN,
      code: 'nghi-quyet-12-cdvn-2019',
      opensAt: at('2019-11-21T08:00'),
      dueAt: at('2019-11-29T17:00'),
      closesAt: at('2019-12-16T17:00'),
    })
    expect(next.opensAt.getUTCDay()).to.equal(CAMPAIGN.opensAt.getUTCDay())
  })

  it('comes at least a week later, before its model has even opened', () => {
    expect(campaignAfter(CAMPAIGN, at('2018-11-01T09:00')).opensAt).to.deep.equal(at('2018-12-13T08:00'))
  })

  const CODES = [
    ['nghi-quyet', 'nghi-quyet-2019'],
    ['nghi-quyet-2018', 'nghi-quyet-2019'],
    ['nghi-quyet-2019', 'nghi-quyet-2019-2'],
    ['nghi-quyet-2019-2', 'nghi-quyet-2019-3'],
    ['nghi-quyet-2018-3', 'nghi-quyet-2019'],
  ] as const
  for (const [code, next] of CODES)
    it(`${code} → ${next}`, () =>
      expect(campaignAfter(changed({ code }), at('2019-11-20T09:00')).code).to.equal(next))
})
