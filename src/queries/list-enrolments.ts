import type { Campaign } from '../domain/campaign.ts'
import type { ListedEnrolment } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { EnrolmentOrder, EnrolmentPlace } from '../ports/enrolment-lists.ts'
import type { Ports } from '../ports/index.ts'
import { type PeopleFilter, resolveFilter } from './people-filter.ts'

export interface ListInput extends PeopleFilter {
  readonly order: EnrolmentOrder
  readonly limit: number
  readonly from: EnrolmentPlace | null
}

export interface EnrolmentList {
  readonly campaign: Campaign
  readonly items: readonly ListedEnrolment[]
  readonly next: EnrolmentPlace | null
  /** How many match, on all pages. */
  readonly total: number
}

export const listEnrolments =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists'>) =>
  async (actor: Actor, input: ListInput): Promise<Result<EnrolmentList>> => {
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolveFilter(ports)(scope, input)
    if (!resolved.ok) return resolved
    const { campaign, filter } = resolved.value
    const [page, total] = await Promise.all([
      ports.enrolmentLists.page(scope, filter, input.order, input.from, input.limit),
      ports.enrolmentLists.count(scope, filter),
    ])
    return ok({ campaign, ...page, total })
  }
