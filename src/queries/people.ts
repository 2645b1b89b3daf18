import type { Campaign } from '../domain/campaign.ts'
import type { ListedEnrolment } from '../domain/enrolment.ts'
import type { PersonState, StateCounts } from '../domain/enrolment-filter.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { EnrolmentPlace } from '../ports/enrolment-lists.ts'
import type { Ports } from '../ports/index.ts'
import { type PeopleFilter, resolveFilter } from './people-filter.ts'

/** Whom the list of people shows: those in a state, those who owe one topic, or both; of neither, everybody. */
export interface AskedPeople extends Omit<PeopleFilter, 'state' | 'topic'> {
  readonly state?: PersonState | undefined
}

export interface People {
  readonly campaign: Campaign
  /** In roster order. */
  readonly items: readonly ListedEnrolment[]
  /** Names of the units of those in `items`. */
  readonly units: ReadonlyMap<UnitCode, string>
  readonly next: EnrolmentPlace | null
  /** What each other state would show with the same topic, and each other topic in the same state. */
  readonly counts: StateCounts
  /** How many match, on all pages. */
  readonly total: number
}

const totalOf = (counts: StateCounts, { state, owing }: AskedPeople): number => {
  if (owing !== undefined) return counts.owing[owing] ?? 0
  return state === undefined ? counts.people : counts.states[state]
}

/** A page of people, and how many there are in every state: one look at each person of the unit, for all of it. */
export const getPeople =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists'>) =>
  async (
    actor: Actor,
    asked: AskedPeople,
    page: { readonly from: EnrolmentPlace | null; readonly limit: number },
  ): Promise<Result<People>> => {
    const { units, enrolmentLists } = ports
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolveFilter(ports)(scope, asked)
    if (!resolved.ok) return resolved
    const { campaign, filter } = resolved.value
    const topics = campaign.topics.map(topic => topic.code)
    const [{ items, next }, counts] = await Promise.all([
      enrolmentLists.page(scope, filter, { by: 'name', descending: false }, page.from, page.limit),
      enrolmentLists.countStates(scope, filter, topics, asked),
    ])
    const named = await units.byCodes([...new Set(items.map(({ unit }) => unit))])
    return ok({
      campaign,
      items,
      units: new Map(named.map(({ code, name }) => [code, name])),
      next,
      counts,
      total: totalOf(counts, asked),
    })
  }
