import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { MAX_SELECTED, type Selection } from '../domain/selection.ts'
import type { Ports } from '../ports/index.ts'
import type { AskedPeople } from '../queries/people.ts'
import { resolveFilter } from '../queries/people-filter.ts'

/**
 * Keeps who was chosen from a list: some of it, or all that match, on every page. Whoever matches only later is not
 * among them, so that what is asked before it is done is what is done.
 */
export const selectPeople =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists' | 'debtors' | 'selections' | 'random'>) =>
  async (
    actor: Actor,
    asked: AskedPeople,
    chosen: 'all' | readonly EnrolmentId[],
    now: Date,
  ): Promise<Result<Selection>> => {
    const { enrolmentLists, debtors, selections, random } = ports
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolveFilter(ports)(scope, asked)
    if (!resolved.ok) return resolved
    const { campaign, filter } = resolved.value
    const enrolments =
      chosen === 'all'
        ? await enrolmentLists.ids(scope, filter, MAX_SELECTED + 1)
        : [...new Set(chosen)].sort()
    if (enrolments.length === 0) return refuse(problem('nobody-selected'))
    if (enrolments.length > MAX_SELECTED) return refuse(problem('too-many-selected', { limit: MAX_SELECTED }))
    if (chosen !== 'all') {
      const reached = await debtors.paths(scope, campaign.code, enrolments)
      if (reached.length < enrolments.length) return refuse(problem('not-found'))
    }
    const selection: Selection = {
      id: random.id(),
      campaign: campaign.code,
      by: actor.id,
      enrolments,
      list: {
        unit: asked.unit ?? null,
        state: asked.state ?? null,
        owing: asked.owing ?? null,
        q: asked.q ?? null,
      },
      at: now,
    }
    await selections.insert(selection)
    return ok(selection)
  }
