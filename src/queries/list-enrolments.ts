import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { stateFilter } from '../domain/enrolment-filter.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { fold } from '../domain/vietnamese.ts'
import type { EnrolmentOrder, EnrolmentPlace } from '../ports/enrolment-lists.ts'
import type { Ports } from '../ports/index.ts'

export interface ListInput {
  readonly campaign: CampaignCode
  /** With all below it; not given: all that the actor reaches. */
  readonly unit?: string | undefined
  readonly state?: string | undefined
  readonly topic?: string | undefined
  /** Words that all must occur in name, staff code, mail or phone; diacritics and case do not matter. */
  readonly q?: string | undefined
  readonly order: EnrolmentOrder
  readonly limit: number
  readonly from: EnrolmentPlace | null
}

export interface EnrolmentList {
  readonly campaign: Campaign
  readonly items: readonly Enrolment[]
  readonly next: EnrolmentPlace | null
  /** How many match, on all pages. */
  readonly total: number
}

export const listEnrolments =
  ({ campaigns, units, enrolmentLists }: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists'>) =>
  async (actor: Actor, input: ListInput): Promise<Result<EnrolmentList>> => {
    const scope = scopeOf(actor, 'list-enrolments')
    const campaign = await campaigns.find(input.campaign)
    if (campaign === null) return refuse(problem('not-found'))
    if (input.topic !== undefined && !campaign.topics.some(topic => topic.code === input.topic))
      return refuse(problem('topic-not-known', { topic: input.topic }, 'query/topic'))
    const who = stateFilter(input.state, input.topic)
    if (!who.ok) return who

    // Whoever reaches everything is shown the tree from its root: every list is a list of some unit.
    const whole = input.unit === undefined && scope.kind === 'some'
    const unit = await (input.unit === undefined ? units.top(scope) : units.find(scope, input.unit))
    if (unit === null) return refuse(problem('not-found'))
    const filter = {
      campaign: campaign.code,
      unit: whole ? null : unit.code,
      who: who.value,
      words: fold(input.q ?? '')
        .split(' ')
        .filter(word => word !== ''),
      everybody: unit.path.length === 1,
    }
    const [page, total] = await Promise.all([
      enrolmentLists.page(scope, filter, input.order, input.from, input.limit),
      enrolmentLists.count(scope, filter),
    ])
    return ok({ campaign, ...page, total })
  }
