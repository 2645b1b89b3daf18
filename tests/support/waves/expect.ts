import { type Day, GRANTED, type Somebody, topicNumbers, WRITTEN_AT_FIRST } from './people.ts'

/**
 * What the schedule of 7, 3 and 1 days before, the day itself, weekly after it, and the day before the closing says,
 * written out by hand from a calendar: it shares nothing with the rules in `src`.
 */
const ORDINARY: readonly (readonly [Day, string])[] = [
  ['2018-12-07', 'before-due'],
  ['2018-12-11', 'before-due'],
  ['2018-12-13', 'before-due'],
  ['2018-12-14', 'due-day'],
  ['2018-12-21', 'after-due'],
  ['2018-12-28', 'after-due'],
  ['2018-12-30', 'last-call'],
]
/** Against 20 December, since it was granted; what came before is as for everybody. */
const EXTENDED: readonly (readonly [Day, string])[] = [
  ...ORDINARY.filter(([day]) => day <= GRANTED),
  ['2018-12-13', 'before-due'],
  ['2018-12-17', 'before-due'],
  ['2018-12-19', 'before-due'],
  ['2018-12-20', 'due-day'],
  ['2018-12-27', 'after-due'],
  ['2018-12-30', 'last-call'],
]
/** On the first day, or the morning after he joined. */
const invitedOn = ({ joins }: Somebody): Day => (joins < '2018-12-06' ? '2018-12-06' : '2018-12-09')

/** One mail: kind, day, the due date it tells, and the topics it says are missing. */
export interface Told {
  readonly kind: string
  readonly day: Day
  /** `14/12/2018`; null where the mail is about something else. */
  readonly due: string | null
  readonly topics: readonly number[]
}

/** Missing on the morning of a day; what happens at noon counts from the next. */
const missingOn = (person: Somebody, day: Day): readonly number[] => {
  const { exempt, completes, returned, begins } = person
  if (exempt !== null && exempt < day) return []
  if (returned !== null && returned < day) return [1]
  if (completes !== null && completes < day) return []
  return topicNumbers.filter(n => n > (begins !== null && begins < day ? WRITTEN_AT_FIRST : 0))
}

/** What the schedule has for somebody, whether he has an address or not. */
export const scheduledFor = (person: Somebody): readonly Told[] => {
  const table = person.isExtended ? EXTENDED : ORDINARY
  return [[invitedOn(person), 'invitation'] as const, ...table].flatMap(([day, kind]) => {
    const topics = missingOn(person, day)
    if (day <= person.joins || day < invitedOn(person) || topics.length === 0) return []
    const due = person.isExtended && day > GRANTED ? '20/12/2018' : '14/12/2018'
    return [{ kind, day, due, topics }]
  })
}

/** What comes of what somebody does himself, and of his reader's verdict. */
const answersTo = ({ begins, completes, returned }: Somebody): readonly Told[] => [
  ...(begins === null
    ? []
    : [{ kind: 'receipt', day: begins, due: null, topics: topicNumbers.slice(0, WRITTEN_AT_FIRST) }]),
  ...(completes === null ? [] : [{ kind: 'receipt', day: completes, due: null, topics: topicNumbers }]),
  ...(returned === null ? [] : [{ kind: 'returned', day: returned, due: null, topics: [1] }]),
]

/** Everything that is to be in somebody's mailbox at the end, in order. */
export const mailboxOf = (person: Somebody): readonly Told[] =>
  person.hasAddress
    ? [...scheduledFor(person), ...answersTo(person)].sort((a, b) => (a.day < b.day ? -1 : 1))
    : []
