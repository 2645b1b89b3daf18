import type { StateCounts } from '../domain/enrolment-filter.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { AskedPeople } from './people.ts'
import { resolveFilter } from './people-filter.ts'

/** How many people each state of a list would show, with the same unit, search and topic; each topic with the same state. */
export const countPeople =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists'>) =>
  async (actor: Actor, asked: AskedPeople): Promise<Result<StateCounts>> => {
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolveFilter(ports)(scope, asked)
    if (!resolved.ok) return resolved
    const { campaign, filter } = resolved.value
    const topics = campaign.topics.map(topic => topic.code)
    return ok(await ports.enrolmentLists.countStates(scope, filter, topics, asked))
  }
