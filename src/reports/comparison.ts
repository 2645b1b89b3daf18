import type { Campaign, TopicCode } from '../domain/campaign.ts'
import { isReceived } from '../domain/essay.ts'
import { topicLabel } from '../domain/naming.ts'
import type { Totals } from '../domain/progress.ts'
import { formatDateTime } from '../domain/time.ts'
import type { UnitCode } from '../domain/unit.ts'
import { personCells, personColumns } from './by-person.ts'
import { branchesOf, totalsOfEntries } from './by-unit.ts'
import type { Entry } from './entries.ts'
import type { Table } from './model.ts'
import { rowsOf } from './rows.ts'
import type { ReportUnit } from './units.ts'

/** What became of somebody between two cut-offs. `reopened`: what counted was withdrawn, or returned to be rewritten. */
export const CHANGES = [
  'received',
  'reopened',
  'exempted',
  'exemption-ended',
  'enrolled',
  'moved-in',
  'moved-out',
  'moved',
] as const
export type ChangeKind = (typeof CHANGES)[number]

export interface Change {
  readonly kind: ChangeKind
  /** Of `received` and `reopened`. */
  readonly topics: readonly TopicCode[]
  /** Why he was exempted, or the unit he moved from; null where there is nothing to say. */
  readonly detail: string | null
}

export interface ChangedPerson {
  /** As he stands in the later report; in the earlier one where he is not in the later any more. */
  readonly entry: Entry
  readonly changes: readonly Change[]
}

interface BeforeAndAfter {
  readonly before: Totals
  readonly after: Totals
}

export interface ChangedUnit extends BeforeAndAfter {
  readonly code: UnitCode
  readonly name: string
}

/** What changed between two reports of one unit. */
export interface Comparison {
  readonly since: Date
  readonly until: Date
  readonly totals: BeforeAndAfter
  /** The lines of the table by unit, of either report. */
  readonly units: readonly ChangedUnit[]
  /** In the order of the report; those who are gone come last. */
  readonly people: readonly ChangedPerson[]
}

/** Both sides of a comparison: the same unit, read at two moments. */
export interface Sides {
  readonly campaign: Pick<Campaign, 'topics'>
  readonly root: UnitCode
  readonly units: ReadonlyMap<UnitCode, ReportUnit>
  readonly since: Date
  readonly until: Date
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
}

const change = (
  kind: ChangeKind,
  topics: readonly TopicCode[] = [],
  detail: string | null = null,
): Change => ({
  kind,
  topics,
  detail,
})

const isIn = (entry: Entry | undefined, topic: TopicCode): boolean => {
  const head = entry?.standing.heads[topic]
  return head !== undefined && isReceived(head.state)
}

const placeChange = (before: Entry | undefined, after: Entry, since: Date): readonly Change[] => {
  if (before === undefined) return [change(after.enrolment.enrolledAt > since ? 'enrolled' : 'moved-in')]
  return before.unit.code === after.unit.code ? [] : [change('moved', [], before.unit.label)]
}

const exemptionChange = (before: Entry | undefined, after: Entry): readonly Change[] => {
  const [earlier, later] = [before?.standing.exemptFor ?? null, after.standing.exemptFor]
  if (earlier === null && later !== null) return [change('exempted', [], later)]
  return earlier !== null && later === null ? [change('exemption-ended')] : []
}

const essayChanges = (
  { campaign, since }: Sides,
  before: Entry | undefined,
  after: Entry,
): readonly Change[] => {
  const codes = campaign.topics.map(({ code }) => code)
  const received = codes.filter(code => {
    if (!isIn(after, code)) return false
    // What somebody brought along from elsewhere had come before.
    if (before === undefined) return (after.standing.heads[code]?.submittedAt ?? since) > since
    return !isIn(before, code)
  })
  const reopened = codes.filter(code => isIn(before, code) && !isIn(after, code))
  return [
    ...(received.length === 0 ? [] : [change('received', received)]),
    ...(reopened.length === 0 ? [] : [change('reopened', reopened)]),
  ]
}

/** People in one step. */
const STEP = 1000

function* changedPeople(sides: Sides): Generator<undefined, readonly ChangedPerson[]> {
  const earlier = new Map(sides.before.map(entry => [entry.enrolment.id, entry]))
  const present: ChangedPerson[] = []
  for (const [index, entry] of sides.after.entries()) {
    if (index % STEP === 0) yield
    const before = earlier.get(entry.enrolment.id)
    earlier.delete(entry.enrolment.id)
    const changes = [
      ...placeChange(before, entry, sides.since),
      ...exemptionChange(before, entry),
      ...essayChanges(sides, before, entry),
    ]
    if (changes.length > 0) present.push({ entry, changes })
  }
  return [...present, ...[...earlier.values()].map(entry => ({ entry, changes: [change('moved-out')] }))]
}

function* changedUnits({ root, units, before, after }: Sides): Generator<undefined, readonly ChangedUnit[]> {
  const byCode = (entries: readonly Entry[]) =>
    new Map(branchesOf(root, units.values(), entries).map(branch => [branch.code, branch]))
  const earlier = byCode(before)
  yield
  const later = byCode(after)
  yield
  const none = totalsOfEntries([])
  return [...units.keys()].flatMap(code => {
    const [one, other] = [earlier.get(code), later.get(code)]
    const name = (other ?? one)?.name
    if (name === undefined) return []
    return [{ code, name, before: one?.totals ?? none, after: other?.totals ?? none }]
  })
}

/** In steps, between which others may have their turn: the people of a country take a third of a second. */
export function* comparisonSteps(sides: Sides): Generator<undefined, Comparison> {
  const before = totalsOfEntries(sides.before)
  yield
  const after = totalsOfEntries(sides.after)
  yield
  return {
    since: sides.since,
    until: sides.until,
    totals: { before, after },
    units: yield* changedUnits(sides),
    people: yield* changedPeople(sides),
  }
}

/** A change in a sentence, given the words for each kind. */
export const changeText = (
  { kind, topics, detail }: Change,
  words: Readonly<Record<ChangeKind, (topics: string, detail: string) => string>>,
): string => words[kind](topics.map(topicLabel).join(', '), detail ?? '')

export const CHANGE_WORDS: Readonly<Record<ChangeKind, (topics: string, detail: string) => string>> = {
  received: topics => `Đã nộp ${topics}`,
  reopened: topics => `Rút hoặc bị trả lại ${topics}`,
  exempted: (_, reason) => `Được miễn viết: ${reason}`,
  'exemption-ended': () => 'Thôi miễn viết',
  enrolled: () => 'Mới vào danh sách',
  'moved-in': () => 'Từ đơn vị khác chuyển đến',
  'moved-out': () => 'Đã chuyển đi',
  moved: (_, unit) => `Từ ${unit} chuyển sang`,
}

/** Those who changed, as a table of people. */
export const changesTable = ({ since, until, people }: Comparison): Table => ({
  title: 'Thay đổi giữa hai báo cáo',
  note: `Từ ${formatDateTime(since)} đến ${formatDateTime(until)}.`,
  columns: [...personColumns, { key: 'changes', title: 'Thay đổi', width: 60, type: 'text' }],
  rows: rowsOf(people, ({ entry, changes }, index) => ({
    ...personCells(entry, index),
    changes: changes.map(one => changeText(one, CHANGE_WORDS)).join('; '),
  })),
  totals: null,
})
