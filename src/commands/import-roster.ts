import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { countsOf, dueIn, outcomeOf, type RosterOutcome } from '../domain/roster/outcome.ts'
import { planImport } from '../domain/roster/plan.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { TableFile } from '../ports/tables.ts'
import { applyRoster, type Planned } from './apply-roster.ts'
import { inSlices } from './in-slices.ts'
import { readRoster } from './read-roster.ts'

/**
 * Imports a roster into a campaign, for a unit and all below it. All rows that are good go in, in batches; killed, it
 * is repeated: what was done is then unchanged. What a file does not say stays, and nobody is removed.
 */
export const importRoster =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'tables' | 'roster' | 'audit' | 'random' | 'transact'>) =>
  async (
    actor: Actor,
    input: {
      readonly campaign: CampaignCode
      readonly unit: UnitCode
      readonly file: TableFile
      readonly isDryRun: boolean
    },
    now: Date,
  ): Promise<Result<RosterOutcome>> => {
    const { campaigns, units, roster, audit } = ports
    const scope = scopeOf(actor, 'import-roster')
    const campaign = await campaigns.find(input.campaign)
    const unit = await units.find(scope, input.unit)
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const read = await readRoster(ports)(campaign, unit, input.file)
    if (!read.ok) return read
    const file = read.value

    const people = [...file.entries.map(({ person }) => person), ...file.rejectedPeople]
    const plan = async (): Promise<Planned> => {
      const revision = await roster.revision(campaign.code)
      const known = await roster.known(scope, campaign.code, unit.code, people)
      return { plan: await inSlices(planImport(file, known)), known, revision }
    }
    const planned = await plan()
    const due = dueIn(planned.plan)
    const expected = outcomeOf(unit, file, planned.plan, planned.known, due)
    if (input.isDryRun) return ok(expected)

    const entry = {
      actor,
      action: 'roster.imported',
      target: `unit:${unit.code}`,
      path: unit.path,
      at: now,
      details: { campaign: campaign.code, file: input.file.name, ...countsOf(expected) },
    }
    if (due.length === 0) {
      await audit.write(entry)
      return ok(expected)
    }
    const { last, done } = await applyRoster(ports)(campaign, plan, planned, now, async tx =>
      audit.write(entry, tx),
    )
    return ok(outcomeOf(unit, file, last.plan, last.known, done))
  }
