import { expect } from 'chai'
import type { Campaign, ReportSchedule } from '../../../src/domain/campaign.ts'
import {
  dueReportMoments,
  nextReportMoment,
  reportMomentKey,
  reportMoments,
} from '../../../src/domain/report-moment.ts'
import { CAMPAIGN } from '../../support/cast.ts'

/** Hanoi wall clock; the campaign opens on Thursday, 6 December at 08:00. */
const at = (text: string): Date => new Date(`2018-12-${text.replace(' ', 'T')}:00+07:00`)
const write = (time: Date): string =>
  new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')

const scheduled = (reports: Partial<ReportSchedule>, given: Partial<Campaign> = {}): Campaign => ({
  ...CAMPAIGN,
  ...given,
  reports: { afterDue: false, afterClose: false, weekly: null, formats: ['xlsx'], ...reports },
})
const both = { afterDue: true, afterClose: true }

const TABLE: readonly (readonly [string, Campaign, readonly string[]])[] = [
  ['none where none is set', scheduled({}), []],
  [
    'after the due date and the closing, when the hour strikes next',
    scheduled(both),
    ['12-15 08:00 after-due', '01-01 08:00 after-close'],
  ],
  [
    'at the hour of the schedule',
    scheduled(both, { reminders: { ...CAMPAIGN.reminders, hour: 18 } }),
    ['12-14 18:00 after-due', '12-31 18:00 after-close'],
  ],
  [
    'not before what comes within the grace is in',
    scheduled({ afterDue: true }, { dueAt: at('14 07:58') }),
    ['12-15 08:00 after-due'],
  ],
  [
    'on the day itself where the grace ends before the hour',
    scheduled({ afterDue: true }, { dueAt: at('14 07:50') }),
    ['12-14 08:00 after-due'],
  ],
  [
    'every week while it is open, not at the moment of its opening',
    scheduled({ weekly: 4 }),
    ['12-13 08:00 weekly', '12-20 08:00 weekly', '12-27 08:00 weekly'],
  ],
  [
    'not on holidays',
    scheduled({ weekly: 0 }, { reminders: { ...CAMPAIGN.reminders, holidays: ['2018-12-16'] } }),
    ['12-09 08:00 weekly', '12-23 08:00 weekly', '12-30 08:00 weekly'],
  ],
  [
    'once where two fall on one moment, called by the rarer',
    scheduled({ ...both, weekly: 6 }, { closesAt: at('16 17:00') }),
    ['12-08 08:00 weekly', '12-15 08:00 after-due', '12-17 08:00 after-close'],
  ],
  [
    'once where the due date is the closing',
    scheduled(both, { closesAt: CAMPAIGN.dueAt }),
    ['12-15 08:00 after-close'],
  ],
]

describe('the moments at which reports are compiled', () => {
  for (const [name, campaign, expected] of TABLE)
    it(`are ${name}`, () => {
      expect(reportMoments(campaign).map(m => `${write(m.at)} ${m.occasion}`)).to.deep.equal(expected)
    })

  const DUE: readonly (readonly [string, Date, readonly string[]])[] = [
    ['none before its time', at('14 07:59'), []],
    ['one from its time on', at('15 08:00'), ['after-due']],
    ['one that nobody worked at for days, but no week that was missed', at('19 12:00'), ['after-due']],
    ['both that have come', at('21 08:00'), ['after-due', 'weekly']],
    ['none after a week', at('22 08:00'), []],
    ['none of a campaign that was closed long ago', new Date('2026-01-01'), []],
  ]
  for (const [name, now, expected] of DUE)
    it(`are due: ${name}`, () => {
      const campaign = scheduled({ ...both, weekly: 5 })
      expect(dueReportMoments(campaign, now).map(({ occasion }) => occasion)).to.deep.equal(expected)
    })

  it('are told of before they come', () => {
    const next = (now: Date): string | undefined => nextReportMoment(scheduled(both), now)?.occasion
    expect(next(at('15 07:59'))).to.equal('after-due')
    expect(next(at('15 08:00'))).to.equal('after-close')
    expect(next(new Date('2019-02-01'))).to.equal(undefined)
  })

  it('come again for a due date that moves, and not for one that stays on its day', () => {
    const key = (dueAt: Date): readonly string[] => {
      const campaign = scheduled({ afterDue: true }, { dueAt })
      return dueReportMoments(campaign, at('21 09:00')).map(moment => reportMomentKey(campaign, moment))
    }
    expect(key(at('14 16:00'))).to.deep.equal(key(at('14 17:00')))
    expect(key(at('20 17:00')))
      .to.have.length(1)
      .and.not.deep.equal(key(at('14 17:00')))
  })
})
