import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { stateFilter } from '../domain/enrolment-filter.ts'
import type { Scope } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { fold } from '../domain/vietnamese.ts'
import type { EnrolmentFilter } from '../ports/enrolment-lists.ts'
import type { Ports } from '../ports/index.ts'

/** Which people somebody asks for. */
export interface PeopleFilter {
  readonly campaign: CampaignCode
  /** With all below it; not given: all that the actor reaches. */
  readonly unit?: UnitCode | undefined
  readonly state?: string | undefined
  readonly topic?: string | undefined
  /** Those who owe this topic; may go with a `state`, which is then theirs. */
  readonly owing?: string | undefined
  /** Words that all must occur in name, staff code, mail or phone; diacritics and case do not matter. */
  readonly q?: string | undefined
}

/** What was asked for, in the terms of the store, and within a scope. */
export const resolveFilter =
  ({ campaigns, units }: Pick<Ports, 'campaigns' | 'units'>) =>
  async (
    scope: Scope,
    asked: PeopleFilter,
  ): Promise<Result<{ readonly campaign: Campaign; readonly filter: EnrolmentFilter }>> => {
    const [campaign, unit] = await Promise.all([
      campaigns.find(asked.campaign),
      asked.unit === undefined ? units.top(scope) : units.find(scope, asked.unit),
    ])
    if (campaign === null) return refuse(problem('not-found'))
    for (const field of ['topic', 'owing'] as const) {
      const code = asked[field]
      if (code !== undefined && !campaign.topics.some(topic => topic.code === code))
        return refuse(problem('topic-not-known', { topic: code }, `query/${field}`))
    }
    const who = stateFilter(asked)
    if (!who.ok) return who

    // Whoever reaches everything is shown the tree from its root: every list is a list of some unit.
    const whole = asked.unit === undefined && scope.kind === 'some'
    if (unit === null) return refuse(problem('not-found'))
    const filter = {
      campaign: campaign.code,
      unit: whole ? null : unit.code,
      who: who.value,
      words: fold(asked.q ?? '')
        .split(' ')
        .filter(word => word !== ''),
      everybody: unit.path.length === 1,
    }
    return ok({ campaign, filter })
  }
