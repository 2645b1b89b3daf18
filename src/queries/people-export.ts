import type { Readable } from 'node:stream'
import type { Campaign } from '../domain/campaign.ts'
import type { ListedEnrolment } from '../domain/enrolment.ts'
import { safeName } from '../domain/naming.ts'
import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Selection } from '../domain/selection.ts'
import { hanoiDay } from '../domain/time.ts'
import type { UnitCode } from '../domain/unit.ts'
import { nameKey } from '../domain/vietnamese.ts'
import { commonPath } from '../domain/wave.ts'
import type { EnrolmentFilter, EnrolmentPlace } from '../ports/enrolment-lists.ts'
import type { Ports } from '../ports/index.ts'
import type { Entry } from '../reports/entries.ts'
import { peopleListDocument, presentEntry } from '../reports/people-list.ts'
import { type PeopleFilter, resolveFilter } from './people-filter.ts'

const BATCH = 1000

export type ListFormat = 'xlsx' | 'csv'

export interface ListFile {
  /** NFC, with its extension. */
  readonly name: string
  readonly bytes: Readable
}

type Needed = Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists' | 'reportWriters' | 'audit'>

async function* filtered(
  { enrolmentLists }: Needed,
  scope: Scope,
  filter: EnrolmentFilter,
): AsyncGenerator<readonly ListedEnrolment[]> {
  let from: EnrolmentPlace | null = null
  do {
    const page = await enrolmentLists.page(scope, filter, { by: 'name', descending: false }, from, BATCH)
    yield page.items
    from = page.next
  } while (from !== null)
}

async function* chosen(
  { enrolmentLists }: Needed,
  scope: Scope,
  { campaign, enrolments }: Pick<Selection, 'campaign' | 'enrolments'>,
): AsyncGenerator<readonly ListedEnrolment[]> {
  for (let at = 0; at < enrolments.length; at += BATCH)
    yield await enrolmentLists.some(scope, campaign, enrolments.slice(at, at + BATCH))
}

/** Only what the table shows is kept of each person: a country's list is long. */
const entriesIn = async (
  { units }: Needed,
  campaign: Campaign,
  batches: AsyncIterable<readonly ListedEnrolment[]>,
): Promise<readonly Entry[]> => {
  const names = new Map<UnitCode, string>()
  const keyed: { readonly entry: Entry; readonly key: string }[] = []
  for await (const batch of batches) {
    const unknown = new Set(batch.map(({ unit }) => unit).filter(code => !names.has(code)))
    for (const { code, name } of await units.byCodes([...unknown])) names.set(code, name)
    for (const one of batch)
      keyed.push({
        entry: presentEntry(campaign, one, names.get(one.unit) ?? one.unit),
        key: nameKey(one.person.name),
      })
  }
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry)
}

const fileOf = async (
  ports: Needed,
  actor: Actor,
  scope: Scope,
  campaign: Campaign,
  unitCode: UnitCode | null,
  batches: AsyncIterable<readonly ListedEnrolment[]>,
  format: ListFormat,
  now: Date,
): Promise<ListFile> => {
  const entries = await entriesIn(ports, campaign, batches)
  const reached = scope.kind === 'everything' ? [] : scope.units
  const units = await ports.units.byCodes(unitCode === null ? reached : [unitCode])
  const unit = units.length === 1 ? units[0] : undefined
  const document = peopleListDocument(campaign, unit?.name ?? null, entries, now)
  await ports.audit.write({
    actor,
    action: 'people.exported',
    target: `campaign:${campaign.code}`,
    path: commonPath(units.map(({ path }) => path)),
    at: now,
    details: { people: entries.length, format },
  })
  const [table] = document.tables
  const name = safeName(`Danh sách ${unit?.name ?? campaign.code} ${hanoiDay(now)}.${format}`)
  const { reportWriters } = ports
  const bytes =
    format === 'csv' && table !== undefined ? reportWriters.csv(table) : reportWriters.xlsx(document)
  return { name, bytes }
}

/** All whom a filter shows, in roster order, as a file; that somebody took it is written in the audit. */
export const exportPeople =
  (ports: Needed) =>
  async (actor: Actor, asked: PeopleFilter, format: ListFormat, now: Date): Promise<Result<ListFile>> => {
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolveFilter(ports)(scope, asked)
    if (!resolved.ok) return resolved
    const { campaign, filter } = resolved.value
    return ok(
      await fileOf(ports, actor, scope, campaign, filter.unit, filtered(ports, scope, filter), format, now),
    )
  }

/** Those whom the actor chose, as far as he still reaches them. */
export const exportSelection =
  (ports: Needed) =>
  async (
    actor: Actor,
    campaign: Campaign,
    selection: Selection,
    format: ListFormat,
    now: Date,
  ): Promise<ListFile> => {
    const scope = scopeOf(actor, 'list-enrolments')
    const { unit } = selection.list
    return fileOf(ports, actor, scope, campaign, unit, chosen(ports, scope, selection), format, now)
  }
