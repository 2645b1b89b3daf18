import type { StateCounts } from '../domain/enrolment-filter.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { type PeopleFilter, resolveFilter } from './people-filter.ts'

/** How many people each state of a list would show, with the same unit and search. */
export const countPeople =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists'>) =>
  async (
    actor: Actor,
    { campaign: code, unit, q }: Omit<PeopleFilter, 'state' | 'topic'>,
  ): Promise<Result<StateCounts>> => {
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolveFilter(ports)(scope, { campaign: code, unit, q })
    if (!resolved.ok) return resolved
    const { campaign, filter } = resolved.value
    const topics = campaign.topics.map(topic => topic.code)
    return ok(await ports.enrolmentLists.countStates(scope, filter, topics))
  }
