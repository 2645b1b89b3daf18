import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { RosterFile } from '../domain/roster/entries.ts'
import { changeStanding, type Known, type Plan, planImport, type Step } from '../domain/roster/plan.ts'
import type { Note } from '../domain/roster/sheet.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { TableFile } from '../ports/tables.ts'
import { applySteps } from './apply-roster.ts'
import { inSlices } from './in-slices.ts'
import { readRoster } from './read-roster.ts'

/** People a transaction. */
const BATCH = 500

export interface Move {
  readonly id: EnrolmentId
  readonly name: string
  readonly from: UnitCode
  readonly to: UnitCode
}

/** `rows = created + updated + moved + merged + unchanged + rejected.length`. */
export interface RosterOutcome {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly moved: number
  /** Rows of people that an earlier row of the file names already. */
  readonly merged: number
  readonly unchanged: number
  readonly rejected: readonly Note[]
  readonly warnings: readonly Note[]
  readonly moves: readonly Move[]
  /** Enrolled in the unit or below it, and not in the file. They stay. */
  readonly absent: readonly { readonly id: EnrolmentId; readonly name: string; readonly unit: UnitCode }[]
}

type Used = Pick<
  Ports,
  'campaigns' | 'units' | 'tables' | 'roster' | 'audit' | 'random' | 'transact'
>

interface Planned {
  readonly plan: Plan
  readonly known: readonly Known[]
  readonly revision: number
}

const keysOf = ({ entries, rejectedPeople }: RosterFile) => {
  const people = [...entries.map(entry => entry.person), ...rejectedPeople]
  return {
    staffCodes: people.flatMap(person => person.staffCode ?? []),
    emails: people.flatMap(person => person.email ?? []),
    phones: people.flatMap(person => person.phone ?? []),
  }
}

const planNow =
  ({ roster }: Pick<Ports, 'roster'>) =>
  async (scope: Scope, campaign: Campaign, unit: Unit, file: RosterFile): Promise<Planned> => {
    // Before what is planned from is read: whoever comes later is then seen to.
    const revision = await roster.revision(campaign.code)
    const known = await roster.known(scope, campaign.code, unit.code, keysOf(file))
    return { plan: await inSlices(planImport(file, known)), known, revision }
  }

const moveOf = (step: Step): readonly Move[] =>
  step.kind === 'move'
    ? [
        {
          id: step.standing.id,
          name: step.standing.person.name,
          from: step.standing.unit,
          to: changeStanding(step.entry, step.standing).unit,
        },
      ]
    : []

const outcomeOf = (unit: Unit, file: RosterFile, { plan, known }: Planned, done: readonly Step[]): RosterOutcome => {
  const count = (kind: Step['kind']) => done.filter(step => step.kind === kind).length
  const rejected = [...file.rejected, ...plan.rejected]
  const rows = plan.steps.reduce((sum, { entry }) => sum + entry.rows.length, 0)
  return {
    rows: rows + rejected.length,
    created: count('create'),
    updated: count('update'),
    moved: count('move'),
    merged: rows - plan.steps.length,
    unchanged: plan.steps.length - done.length,
    rejected,
    warnings: file.warnings,
    moves: done.flatMap(moveOf),
    absent: known.flatMap(({ cadre, standing, isVisible }) =>
      standing !== null && isVisible && standing.path.includes(unit.code) && !plan.present.has(cadre)
        ? [{ id: standing.id, name: standing.person.name, unit: standing.unit }]
        : [],
    ),
  }
}

/**
 * Imports a roster into a campaign, for a unit and all below it. All rows that are good go in, in batches; killed, it
 * is repeated: what was done is then unchanged. What a file does not say stays, and nobody is removed.
 *
 * Two imports at once into a campaign: a batch that finds that another was there since it was planned does nothing,
 * and the rest is planned anew.
 */
export const importRoster =
  (ports: Used) =>
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
    const { campaigns, units, roster, audit, transact } = ports
    const scope = scopeOf(actor, 'import-roster')
    const campaign = await campaigns.find(input.campaign)
    const unit = await units.find(scope, input.unit)
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const read = await readRoster(ports)(campaign, unit, input.file)
    if (!read.ok) return read
    const file = read.value

    const plan = planNow(ports)
    let planned = await plan(scope, campaign, unit, file)
    const dueIn = ({ steps }: Plan) => steps.filter(step => step.kind !== 'keep')
    if (input.isDryRun) return ok(outcomeOf(unit, file, planned, dueIn(planned.plan)))

    const { rejected: _rejected, warnings: _warnings, absent, moves: _moves, ...counts } = outcomeOf(
      unit,
      file,
      planned,
      dueIn(planned.plan),
    )
    const entry = {
      actor,
      action: 'roster.imported',
      target: `unit:${unit.code}`,
      path: unit.path,
      at: now,
      details: { campaign: campaign.code, file: input.file.name, ...counts, absent: absent.length },
    }
    const done: Step[] = []
    let due = dueIn(planned.plan)
    if (due.length === 0) await audit.write(entry)
    while (due.length > 0) {
      const batch = due.slice(0, BATCH)
      const { revision } = planned
      const isDone = await transact(async tx => {
        if (!(await roster.advance(campaign.code, revision, tx))) return false
        await applySteps(ports)(campaign, batch, now, tx)
        if (done.length === 0) await audit.write(entry, tx)
        return true
      })
      if (isDone) {
        done.push(...batch)
        due = due.slice(BATCH)
        planned = { ...planned, revision: revision + 1 }
      } else {
        planned = await plan(scope, campaign, unit, file)
        due = dueIn(planned.plan)
      }
    }
    return ok(outcomeOf(unit, file, planned, done))
  }
