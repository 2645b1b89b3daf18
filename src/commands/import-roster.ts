import type { Actor } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import { countsOf, dueIn, outcomeOf, type RosterOutcome } from '../domain/roster/outcome.ts'
import type { Ports } from '../ports/index.ts'
import { applyRoster } from './apply-roster.ts'
import { planRoster, type RosterInput } from './plan-roster.ts'

/**
 * Imports a roster into a campaign, for a unit and all below it. All rows that are good go in, in batches; killed, it
 * is repeated: what was done is then unchanged. What a file does not say stays, and nobody is removed.
 */
export const importRoster =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'tables' | 'roster' | 'audit' | 'random' | 'transact'>) =>
  async (
    actor: Actor,
    input: RosterInput & { readonly isDryRun: boolean },
    now: Date,
  ): Promise<Result<RosterOutcome>> => {
    const { audit } = ports
    const read = await planRoster(ports)(actor, input)
    if (!read.ok) return read
    const { campaign, unit, file, planned, again } = read.value
    const due = dueIn(planned.plan)
    const expected = outcomeOf(unit, file, planned.plan, planned.known, due)
    if (input.isDryRun) return ok(expected)

    const entry = {
      actor,
      action: 'roster.imported' as const,
      target: `unit:${unit.code}`,
      path: unit.path,
      at: now,
      details: { campaign: campaign.code, file: input.file.name, ...countsOf(expected) },
    }
    if (due.length === 0) {
      await audit.write(entry)
      return ok(expected)
    }
    const { last, done } = await applyRoster(ports)(campaign, again, planned, now, async (tx, before) => {
      if (before.length === 0) await audit.write(entry, tx)
    })
    return ok(outcomeOf(unit, file, last.plan, last.known, done))
  }
