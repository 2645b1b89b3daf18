import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { ListedEnrolment } from '../domain/enrolment.ts'
import type { Notice } from '../domain/notice.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { nameKey } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'
import { resolveFilter } from './people-filter.ts'
import { unitNames } from './unit-names.ts'

/** Somebody to call: he owes an essay, and mail does not reach him. */
export interface Call {
  readonly enrolment: ListedEnrolment
  readonly unitName: string
  /** null: he has no mail address. */
  readonly failure: Pick<Notice, 'reason' | 'detail'> | null
}

export interface CallList {
  readonly campaign: Campaign
  /** In roster order. */
  readonly calls: readonly Call[]
  /** More than these are to be called; a smaller unit shows all of them. */
  readonly isCut: boolean
}

const MAX_CALLS = 1000
const BATCH = 500

export const getCallList =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists' | 'notices'>) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
  ): Promise<Result<CallList>> => {
    const { enrolmentLists, notices } = ports
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolveFilter(ports)(scope, { ...asked, state: 'no-address' })
    if (!resolved.ok) return resolved
    const { campaign, filter } = resolved.value
    const order = { by: 'name', descending: false } as const
    const [silent, failures] = await Promise.all([
      enrolmentLists.page(scope, filter, order, null, MAX_CALLS),
      notices.undelivered(scope, campaign.code, filter.unit),
    ])

    const failed = new Map(failures.map(failure => [failure.enrolment, failure]))
    const unreached: ListedEnrolment[] = []
    const ids = [...failed.keys()]
    for (let at = 0; at < ids.length; at += BATCH)
      unreached.push(
        ...(await enrolmentLists.some(scope, campaign.code, ids.slice(at, at + BATCH))).filter(
          // An address that was changed since may be right.
          ({ id, tally, person }) =>
            tally.missing > 0 && person.email !== null && person.email === failed.get(id)?.email,
        ),
      )
    const people = [...silent.items, ...unreached]
      .map(enrolment => ({ enrolment, key: nameKey(enrolment.person.name) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .slice(0, MAX_CALLS)
      .map(({ enrolment }) => enrolment)
    const nameOf = await unitNames(ports)(people.map(({ unit }) => unit))
    return ok({
      campaign,
      calls: people.map(enrolment => ({
        enrolment,
        unitName: nameOf(enrolment.unit),
        failure: enrolment.person.email === null ? null : (failed.get(enrolment.id) ?? null),
      })),
      isCut: silent.next !== null || silent.items.length + unreached.length > MAX_CALLS,
    })
  }
