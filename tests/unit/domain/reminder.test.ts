import { expect } from 'chai'
import { type Campaign, USUAL_REMINDERS, USUAL_REPORTS } from '../../../src/domain/campaign.ts'
import { tallyOf } from '../../../src/domain/completion.ts'
import { deadlineFor } from '../../../src/domain/deadline.ts'
import { dueWave, owesReminder, reasonNotToRemind, turnIn } from '../../../src/domain/reminder.ts'

/** Hanoi wall clock. */
const at = (text: string): Date => new Date(`2018-12-${text.replace(' ', 'T')}:00+07:00`)
const iso = (times: readonly Date[]): string[] =>
  times.map(time => new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(5, 16).replace('T', ' '))

const CAMPAIGN: Campaign = {
  code: 'dot',
  name: 'Đợt',
  topics: [1, 2].map(n => ({ code: `CD${n}`, title: `Chuyên đề ${n}` })),
  requiredTopics: 'all',
  opensAt: at('06 08:00'),
  dueAt: at('14 17:00'),
  closesAt: at('31 17:00'),
  graceSeconds: 300,
  fileRules: { maxBytes: 1, types: ['pdf'] },
  reminders: { ...USUAL_REMINDERS, off: ['invitation', 'due-day', 'last-call'] },
  reports: USUAL_REPORTS,
  questions: ['Nội dung'],
}
const SCHEDULE = CAMPAIGN.reminders
const BEGINNING = new Date(0)

describe('the wave that is due', () => {
  const due = (
    since: Date,
    now: string,
    campaign = CAMPAIGN,
    extensions: { dueAt: Date; closesAt: null }[] = [],
  ) => {
    const time = dueWave(campaign, extensions, null, { since, at: at(now) })
    return time === null ? null : (iso([time])[0] ?? null)
  }
  const later = [{ dueAt: at('20 17:00'), closesAt: null }]
  const cases: [string, string | null, string | null][] = [
    ['is none before the first', due(BEGINNING, '07 07:59'), null],
    ['begins at its time', due(BEGINNING, '07 08:00'), '12-07 08:00'],
    ['is none again once it ran', due(at('07 08:00'), '10 23:00'), null],
    ['is the latest of those missed', due(at('07 08:00'), '13 12:00'), '12-13 08:00'],
    ['is none for what a later one took over', due(at('13 08:00'), '13 12:00'), null],
    [
      'is armed again by a new due date',
      due(at('13 08:00'), '19 09:00', { ...CAMPAIGN, dueAt: at('20 17:00') }),
      '12-19 08:00',
    ],
    [
      'is early if the due date came nearer',
      due(at('07 08:00'), '09 09:00', { ...CAMPAIGN, dueAt: at('12 17:00') }),
      '12-09 08:00',
    ],
    ['comes for extended dates too', due(at('13 08:00'), '17 08:00', CAMPAIGN, later), '12-17 08:00'],
  ]
  for (const [name, actual, expected] of cases)
    it(name, () => {
      expect(actual).to.equal(expected)
    })
})

describe('whose turn it is in a wave', () => {
  const extended = deadlineFor(CAMPAIGN, [{ dueAt: at('20 17:00'), closesAt: null }])
  const turn = (dates: Parameters<typeof turnIn>[0], since: Date, now: string, enrolledAt = at('06 09:00')) =>
    turnIn(dates, SCHEDULE, enrolledAt, { since, at: at(now) }) !== null

  const cases: [string, boolean, boolean][] = [
    ['his own time', turn(CAMPAIGN, at('07 08:00'), '11 08:00'), true],
    ['not the time of somebody with an extension', turn(CAMPAIGN, at('13 08:00'), '17 08:00'), false],
    ['with an extension by his own date', turn(extended, at('13 08:00'), '17 08:00'), true],
    ['with an extension not by the common date', turn(extended, at('07 08:00'), '11 08:00'), false],
    ['a time missed before the wave', turn(CAMPAIGN, at('07 08:00'), '12 09:00'), true],
    ['not a time before he was enrolled', turn(CAMPAIGN, BEGINNING, '07 08:00', at('07 08:01')), false],
    ['the first time after he was enrolled', turn(CAMPAIGN, BEGINNING, '11 08:00', at('07 08:01')), true],
  ]
  for (const [name, actual, expected] of cases)
    it(name, () => {
      expect(actual).to.equal(expected)
    })
})

describe('a reminder', () => {
  const head = { state: 'submitted', version: 1, submittedAt: at('07 09:00'), late: false } as const
  const owing = { tally: tallyOf(CAMPAIGN, { CD1: head }, false) }
  const complete = { tally: tallyOf(CAMPAIGN, { CD1: head, CD2: head }, false) }
  const exempt = { tally: tallyOf(CAMPAIGN, {}, true) }
  const deadline = deadlineFor(CAMPAIGN, [])
  const extended = deadlineFor(CAMPAIGN, [
    { dueAt: at('31 17:00'), closesAt: new Date('2019-01-31T00:00:00Z') },
  ])

  const cases: [string, typeof owing, typeof deadline, string, string | null][] = [
    ['goes to who owes', owing, deadline, '07 09:00', null],
    ['goes to who is late', owing, deadline, '20 09:00', null],
    ['is not for the exempt', exempt, deadline, '07 09:00', 'exempt'],
    ['is not for who gave all', complete, deadline, '07 09:00', 'submitted'],
    ['is not for whom nothing would be taken from any more', owing, deadline, '31 17:06', 'closed'],
    ['nor before the opening', owing, deadline, '06 07:59', 'closed'],
    ['goes to who may still be late by extension', owing, extended, '31 17:06', null],
  ]
  for (const [name, enrolment, dates, now, expected] of cases)
    it(name, () => {
      expect(reasonNotToRemind(enrolment, dates, at(now))).to.equal(expected)
      expect(owesReminder(enrolment, dates, at(now))).to.equal(expected === null)
    })
})
