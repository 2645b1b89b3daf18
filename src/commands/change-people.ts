import { type Bulk, type BulkChange, partId, tallyLeftOut, whyLeftOut } from '../domain/bulk.ts'
import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import { type Action, type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isSame } from '../domain/same.ts'
import { formatDateTime } from '../domain/time.ts'
import { appliesTo } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import { exempting } from './grant-exemption.ts'
import { grantedEntry } from './grant-extension.ts'

/** People a transaction: up to so many it is all or none. */
const SLICE = 500

interface BulkRequest {
  readonly campaign: CampaignCode
  readonly enrolments: readonly EnrolmentId[]
  readonly change: BulkChange
  /** A repeated request with the same key gets the same bulk, and goes on with it where it was interrupted. */
  readonly idempotencyKey: string | null
}

type Needed = Pick<
  Ports,
  | 'campaigns'
  | 'enrolmentLists'
  | 'debtors'
  | 'extensions'
  | 'roster'
  | 'bulks'
  | 'audit'
  | 'random'
  | 'transact'
>

const ACTIONS = {
  extension: 'grant-extension',
  exemption: 'grant-exemption',
} as const satisfies Record<BulkChange['kind'], Action>

/** What is wrong with it for everybody. */
const checkChange = (campaign: Campaign, change: BulkChange): readonly Problem[] => {
  if (change.kind === 'exemption') return []
  const problems: Problem[] = []
  if (change.dueAt <= campaign.dueAt)
    problems.push(problem('extension-not-later', { dueAt: formatDateTime(campaign.dueAt) }, 'body/dueAt'))
  if (change.closesAt !== null && change.closesAt < change.dueAt)
    problems.push(problem('campaign-dates-not-in-order', {}, 'body/closesAt'))
  return problems
}

const write = async (
  { extensions, roster, audit }: Needed,
  actor: Actor,
  campaign: Campaign,
  { id, change, at }: Bulk,
  people: readonly Enrolment[],
  tx: Tx,
): Promise<void> => {
  if (change.kind === 'extension') {
    const { kind: _kind, ...granted } = change
    const list = people.map(enrolment => ({
      ...granted,
      id: partId(id, enrolment.id),
      campaign: campaign.code,
      enrolment: enrolment.id,
      unit: null,
      path: enrolment.path,
      grantedAt: at,
      grantedBy: actor.id,
    }))
    await extensions.insertAll(list, tx)
    await audit.writeAll(
      list.map(extension => grantedEntry(actor, extension)),
      tx,
    )
    return
  }
  const exempted = people.map(enrolment =>
    exempting(actor, campaign, enrolment, {
      id: partId(id, enrolment.id),
      reason: change.reason,
      at,
      by: actor.id,
    }),
  )
  await roster.save(
    exempted.map(({ enrolment }) => ({ enrolment, alsoTouched: [] })),
    tx,
  )
  await audit.writeAll(
    exempted.map(({ entry }) => entry),
    tx,
  )
}

/** One slice: reads, decides, notes that it is done, writes. false: it was done by somebody else, or all was undone. */
const runSlice = async (
  ports: Needed,
  actor: Actor,
  scope: Scope,
  campaign: Campaign,
  bulk: Bulk,
  tx: Tx,
): Promise<boolean> => {
  const ids = bulk.enrolments.slice(bulk.done, bulk.done + SLICE)
  const people = await ports.enrolmentLists.some(scope, campaign.code, ids, tx)
  const granted = await ports.extensions.applyingToAny(campaign.code, people, tx)
  const reasons = people.map(enrolment =>
    whyLeftOut(bulk.change, enrolment, deadlineFor(campaign, granted.filter(appliesTo(enrolment)))),
  )
  const chosen = people.filter((_, i) => reasons[i] === null)
  const leftOut = { ...tallyLeftOut(reasons), gone: ids.length - people.length }
  const done = bulk.done + ids.length
  if (!(await ports.bulks.advance(bulk, { done, changed: chosen.length, leftOut }, tx))) return false
  await write(ports, actor, campaign, bulk, chosen, tx)
  return true
}

/** As it is stored: the same people and the same change. */
const isRepeated = (bulk: Bulk, { campaign, enrolments, change }: BulkRequest): boolean =>
  bulk.campaign === campaign && isSame(bulk.change, change) && isSame(bulk.enrolments, enrolments)

const run =
  (ports: Needed) =>
  async (actor: Actor, campaign: Campaign, from: Bulk): Promise<Bulk> => {
    const scope = scopeOf(actor, ACTIONS[from.change.kind])
    let bulk = from
    while (bulk.done < bulk.enrolments.length && bulk.undoneAt === null) {
      const current = bulk
      await ports.transact(async tx => runSlice(ports, actor, scope, campaign, current, tx))
      bulk = (await ports.bulks.find(actor.id, campaign.code, current.id)) ?? current
    }
    return bulk
  }

/** Goes on with what was interrupted. */
export const continueBulk =
  (ports: Needed) =>
  async (actor: Actor, code: CampaignCode, id: Bulk['id']): Promise<Result<Bulk>> => {
    const campaign = await ports.campaigns.find(code)
    const bulk = await ports.bulks.find(actor.id, code, id)
    if (campaign === null || bulk === null) return refuse(problem('not-found'))
    return ok(await run(ports)(actor, campaign, bulk))
  }

/**
 * Extends or exempts many people, those left out whom it makes no sense for. Up to a slice it is all or none; of more,
 * each slice is done once, whoever runs it: killed in the middle and asked for again under its key, it goes on.
 */
export const changePeople =
  (ports: Needed) =>
  async (actor: Actor, asked: BulkRequest, now: Date): Promise<Result<Bulk>> => {
    const { campaigns, debtors, bulks, random } = ports
    const request = { ...asked, enrolments: [...new Set(asked.enrolments)].sort() }
    const { enrolments, change, idempotencyKey } = request
    const campaign = await campaigns.find(request.campaign)
    if (campaign === null) return refuse(problem('not-found'))
    const [first, ...more] = checkChange(campaign, change)
    if (first !== undefined) return refuse(first, ...more)

    const underKey = async () => (idempotencyKey === null ? null : bulks.underKey(actor.id, idempotencyKey))
    let bulk = await underKey()
    if (bulk === null) {
      const scope = scopeOf(actor, ACTIONS[change.kind])
      const reached = await debtors.paths(scope, campaign.code, enrolments)
      if (reached.length < enrolments.length) return refuse(problem('not-found'))
      const made: Bulk = {
        ...{ id: random.id(), campaign: campaign.code, change, enrolments, idempotencyKey },
        by: { id: actor.id, name: actor.name },
        at: now,
        done: 0,
        changed: 0,
        leftOut: tallyLeftOut([]),
        undoneAt: null,
      }
      bulk = (await bulks.insert(made)) ? made : await underKey()
      if (bulk === null) throw new Error(`bulk ${made.id} exists already`)
    }
    if (!isRepeated(bulk, request)) return refuse(problem('key-reused', {}, 'header/Idempotency-Key'))
    return ok(await run(ports)(actor, campaign, bulk))
  }
