import { expect } from 'chai'
import { type ReminderSchedule, USUAL_REMINDERS } from '../../../src/domain/campaign.ts'
import { type Dates, endOfQuiet, scheduledMails } from '../../../src/domain/schedule.ts'

/** Hanoi wall clock. */
const at = (text: string): Date => new Date(`2018-${text.replace(' ', 'T')}:00+07:00`)
const told = (times: ReturnType<typeof scheduledMails>): string[] =>
  times.map(({ at: time, kind }) => {
    const local = new Date(time.getTime() + 7 * 3_600_000).toISOString()
    return `${local.slice(5, 16).replace('T', ' ')} ${kind}`
  })

const DATES: Dates = { opensAt: at('12-06 08:00'), dueAt: at('12-14 17:00'), closesAt: at('12-31 17:00') }
const NONE = { daysBefore: [], everyDaysAfter: 0, lastCallDays: 0, off: ['invitation', 'due-day'] } as const

describe('the schedule of mails', () => {
  const cases: [string, Partial<Dates>, Partial<ReminderSchedule>, string[]][] = [
    [
      'from the invitation to the last call',
      {},
      {},
      [
        '12-06 08:00 invitation',
        '12-07 08:00 before-due',
        '12-11 08:00 before-due',
        '12-13 08:00 before-due',
        '12-14 08:00 due-day',
        '12-21 08:00 after-due',
        '12-28 08:00 after-due',
        '12-30 08:00 last-call',
      ],
    ],
    ['none at all', {}, NONE, []],
    [
      'in order, once for a day given twice',
      {},
      { ...NONE, daysBefore: [1, 3, 1] },
      ['12-11 08:00 before-due', '12-13 08:00 before-due'],
    ],
    [
      'on the due day not after its hour',
      { dueAt: at('12-14 07:00') },
      { ...NONE, off: [], daysBefore: [] },
      ['12-06 08:00 invitation'],
    ],
    [
      'at the very due moment',
      { dueAt: at('12-14 08:00') },
      { ...NONE, off: ['invitation'] },
      ['12-14 08:00 due-day'],
    ],
    [
      'not before the opening',
      {},
      { ...NONE, daysBefore: [30, 8, 3] },
      ['12-06 08:00 before-due', '12-11 08:00 before-due'],
    ],
    ['not after the closing', { closesAt: at('12-21 07:59') }, { ...NONE, everyDaysAfter: 7 }, []],
    [
      'at the very closing',
      { closesAt: at('12-21 08:00') },
      { ...NONE, everyDaysAfter: 7 },
      ['12-21 08:00 after-due'],
    ],
    [
      'counted by the day in Hanoi',
      { dueAt: new Date('2018-12-13T18:00:00Z') },
      { ...NONE, daysBefore: [1] },
      ['12-13 08:00 before-due'],
    ],
    [
      'the most urgent where two fall together',
      {},
      { ...NONE, everyDaysAfter: 16, lastCallDays: 1 },
      ['12-30 08:00 last-call'],
    ],
    [
      'no last call where nothing is taken late',
      { closesAt: at('12-14 17:00') },
      { ...NONE, lastCallDays: 1 },
      [],
    ],
    [
      'on working days only: earlier before a limit, later after it',
      { dueAt: at('12-16 17:00') },
      { ...NONE, weekdays: [1, 2, 3, 4, 5], daysBefore: [1, 7], everyDaysAfter: 7, off: ['invitation'] },
      ['12-07 08:00 before-due', '12-14 08:00 due-day', '12-24 08:00 after-due', '12-31 08:00 after-due'],
    ],
    [
      'not on a holiday',
      {},
      { ...NONE, daysBefore: [3], holidays: ['2018-12-11'] },
      ['12-10 08:00 before-due'],
    ],
    [
      'invited after a holiday',
      {},
      { ...NONE, off: ['due-day'], holidays: ['2018-12-06', '2018-12-07'] },
      ['12-08 08:00 invitation'],
    ],
    ['never, where every day is a holiday', {}, { ...NONE, daysBefore: [1], weekdays: [] }, []],
  ]
  for (const [name, dates, schedule, expected] of cases)
    it(name, () => {
      const mails = scheduledMails({ ...DATES, ...dates }, { ...USUAL_REMINDERS, ...schedule })
      expect(told(mails)).to.deep.equal(expected)
    })

  const joining: [string, string, string[]][] = [
    ['who was there before is invited at the opening', '12-01 10:00', ['12-06 08:00 invitation']],
    ['who joins at the opening is invited the next day', '12-06 08:00', ['12-07 08:00 invitation']],
    ['who joins before the hour is invited that day', '12-10 07:59', ['12-10 08:00 invitation']],
    ['who joins after the hour is invited the next day', '12-10 08:01', ['12-11 08:00 invitation']],
    ['who joins after the due date is not', '12-15 10:00', []],
  ]
  for (const [name, joinedAt, expected] of joining)
    it(name, () => {
      const schedule = { ...USUAL_REMINDERS, ...NONE, off: ['due-day'] } as const
      expect(told(scheduledMails(DATES, schedule, at(joinedAt)))).to.deep.equal(expected)
    })

  const quiet: [string, ReminderSchedule['quietHours'], string, string | null][] = [
    ['by day mails go out', { from: 21, to: 6 }, '12-07 20:59', null],
    ['in the evening they wait until the morning', { from: 21, to: 6 }, '12-07 21:00', '12-08 06:00'],
    ['at night too', { from: 21, to: 6 }, '12-08 05:59', '12-08 06:00'],
    ['in the morning they go out', { from: 21, to: 6 }, '12-08 06:00', null],
    ['a rest at noon ends the same day', { from: 11, to: 13 }, '12-08 12:30', '12-08 13:00'],
    ['without quiet hours they always go out', null, '12-08 03:00', null],
  ]
  for (const [name, quietHours, now, expected] of quiet)
    it(name, () => {
      const end = endOfQuiet({ quietHours }, at(now))
      expect(end).to.deep.equal(expected === null ? null : at(expected))
    })
})
