import { type Campaign, USUAL_REMINDERS, USUAL_REPORTS } from '../../../src/domain/campaign.ts'
import type { Unit, UnitKind } from '../../../src/domain/unit.ts'

/** Calendar day in Hanoi, `YYYY-MM-DD`. */
export type Day = string

/** What somebody is and does, told by his number alone: things happen at noon, mails of the schedule go out at eight. */
export interface Somebody {
  readonly n: number
  readonly unit: Unit
  readonly hasAddress: boolean
  /** His unit has more time. */
  readonly isExtended: boolean
  readonly joins: Day
  readonly exempt: Day | null
  /** Hands in all topics. */
  readonly completes: Day | null
  /** One of them comes back to be written again, and never is. */
  readonly returned: Day | null
  /** Hands in the first two topics, and nothing else. */
  readonly begins: Day | null
}

const TOPICS = 5
export const WRITTEN_AT_FIRST = 2
export const EXTENDED = 'tinh-2'
export const EXTENDED_DUE = new Date('2018-12-20T10:00:00Z')
export const GRANTED: Day = '2018-12-10'
/** Before it opens. */
const FROM_THE_BEGINNING: Day = '2018-12-05'

export const WAVES_CAMPAIGN: Campaign = {
  code: 'ca-dot',
  name: 'Học tập Nghị quyết',
  topics: Array.from({ length: TOPICS }, (_, n) => ({ code: `CD${n + 1}`, title: `Nội dung thứ ${n + 1}` })),
  requiredTopics: 'all',
  opensAt: new Date('2018-12-06T01:00:00Z'),
  dueAt: new Date('2018-12-14T10:00:00Z'),
  closesAt: new Date('2018-12-31T10:00:00Z'),
  graceSeconds: 300,
  fileRules: { maxBytes: 1024 * 1024, types: ['pdf'] },
  reminders: { ...USUAL_REMINDERS, off: ['digest', 'national-digest'] },
  // The story is told by the mailboxes of cadres: reports and their mails have stories of their own.
  reports: { ...USUAL_REPORTS, afterDue: false, afterClose: false },
  questions: ['Nội dung'],
}

const unit = (code: string, name: string, kind: UnitKind, path: readonly string[]): Unit => ({
  ...{ code, name, kind, parent: path.at(-1) ?? null, path: [...path, code] },
  ...{ validFrom: null, validTo: null, predecessors: [], aliases: [] },
})

const PROVINCES = 20
const PER_PROVINCE = 3

export const WAVES_UNITS: readonly Unit[] = [
  unit('tong', 'Tổng Liên đoàn', 'confederation', []),
  ...Array.from({ length: PROVINCES }, (_, p) => [
    unit(`tinh-${p}`, `Tỉnh ${p}`, 'province', ['tong']),
    ...Array.from({ length: PER_PROVINCE }, (__, s) =>
      unit(`tinh-${p}-${s}`, `Huyện ${p}-${s}`, 'superior', ['tong', `tinh-${p}`]),
    ),
  ]).flat(),
]
const SUPERIORS = WAVES_UNITS.filter(({ kind }) => kind === 'superior')

/** By the rest of the division by eight; the others never complete. */
const COMPLETES: readonly (Day | undefined)[] = [
  ...['2018-12-08', '2018-12-12', '2018-12-14', '2018-12-18', '2018-12-24'],
]

export const somebody = (n: number): Somebody => {
  const place = SUPERIORS[n % SUPERIORS.length]!
  const exempt = n % 23 === 5 ? FROM_THE_BEGINNING : n % 23 === 6 ? '2018-12-12' : null
  const planned = COMPLETES[n % 8] ?? null
  const completes = planned !== null && (exempt === null || planned < exempt) ? planned : null
  return {
    ...{ n, unit: place, exempt, completes },
    hasAddress: n % 19 !== 0,
    isExtended: place.path.includes(EXTENDED),
    joins: n % 17 === 3 ? '2018-12-08' : FROM_THE_BEGINNING,
    returned: completes === '2018-12-08' && exempt === null && n % 3 === 0 ? '2018-12-12' : null,
    begins: n % 8 === 5 && exempt === null ? '2018-12-10' : null,
  }
}

export const addressOf = ({ n }: Pick<Somebody, 'n'>): string => `can-bo-${n}@waves.example`
export const topicNumbers = Array.from({ length: TOPICS }, (_, n) => n + 1)
