import type { CadreId } from '../domain/cadre.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { type Actor, type Grant, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type Reorganisation, reorganised } from '../domain/reorganisation.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { hanoiDay } from '../domain/time.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Account } from '../ports/accounts.ts'
import type { GrantedExtension } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import { openCampaigns } from '../queries/open-campaigns.ts'

type Needed = Pick<
  Ports,
  'units' | 'campaigns' | 'roster' | 'extensions' | 'accounts' | 'random' | 'audit' | 'transact'
>

export interface ReorganisationInput extends Reorganisation {
  readonly action: 'unit.merged' | 'unit.split'
  /** Names of the units that end are other names of the successor from then on. */
  readonly keepsNames: boolean
  /** Which successor somebody of a unit that ends goes to. */
  readonly placeOf: (cadre: CadreId) => number
  /** Only say what would happen. */
  readonly isDryRun: boolean
}

/** What happened, or would. */
export interface ReorganisationOutcome {
  readonly ended: readonly Unit[]
  /** In the order they were given, each with how many people go there. */
  readonly successors: readonly { readonly unit: Unit; readonly people: number }[]
  /** Units below that stand under a successor now. */
  readonly moved: readonly Unit[]
  /** Extensions of the units that end: from now on the successors'. */
  readonly extensions: readonly GrantedExtension[]
  /** Accounts that reach the successors too from now on. */
  readonly accounts: readonly Account[]
}

const widened = (grants: readonly Grant[], ended: readonly UnitCode[], successors: readonly UnitCode[]) =>
  grants.map(grant =>
    grant.role !== 'admin' && grant.units.some(code => ended.includes(code))
      ? { ...grant, units: [...new Set([...grant.units, ...successors])] }
      : grant,
  )

/** People go where they belong, and their own extensions with them. */
const movePeople =
  ({ roster, extensions }: Needed) =>
  async (
    people: readonly Enrolment[],
    targetOf: (person: Enrolment) => Unit,
    now: Date,
    tx: Tx,
  ): Promise<void> => {
    for (const target of new Set(people.map(targetOf))) {
      const ids = people.filter(person => targetOf(person) === target).map(({ id }) => id)
      await roster.move(ids, target, now, tx)
      await extensions.follow(ids, target.path, tx)
    }
  }

/** Every successor gets what the unit was given: nobody loses a date. What held until now is kept as the past. */
const moveExtensions =
  ({ extensions, random }: Needed) =>
  async (
    granted: readonly GrantedExtension[],
    successors: readonly Unit[],
    now: Date,
    tx: Tx,
  ): Promise<void> => {
    for (const { campaign, id } of granted)
      await extensions.remove({ kind: 'everything' }, campaign, id, now, tx)
    await extensions.insertAll(
      granted.flatMap(extension =>
        successors.map(({ code, path }) => ({
          ...extension,
          id: random.id(),
          unit: code,
          path,
          grantedAt: now,
        })),
      ),
      tx,
    )
  }

/**
 * Ends units in favour of their successors, all or nothing: people of open campaigns, units below, extensions and grants
 * follow. In closed campaigns people stay where they stood. What ended stays in the tree, with its days and its past.
 */
export const reorganise =
  (ports: Needed) =>
  async (actor: Actor, input: ReorganisationInput, now: Date): Promise<Result<ReorganisationOutcome>> => {
    if (scopeOf(actor, 'edit-units').kind !== 'everything') return refuse(problem('forbidden'))
    const { units, roster, extensions, accounts, audit, transact } = ports
    const open = await openCampaigns(ports)(now)
    return transact<Result<ReorganisationOutcome>>(async tx => {
      const plan = reorganised(await units.all(tx), input, hanoiDay(now))
      if (!plan.ok) return plan
      const { ended, moved, changed } = plan.value
      const names = ended.flatMap(unit => [unit.name, ...unit.aliases])
      const successors = plan.value.successors.map(unit =>
        input.keepsNames ? { ...unit, aliases: [...new Set([...unit.aliases, ...names])] } : unit,
      )
      const targetOf = ({ cadre }: Enrolment): Unit => {
        const unit = successors[input.placeOf(cadre)] ?? successors[0]
        if (unit === undefined) throw new Error('no successor')
        return unit
      }
      const people = await roster.standingIn(input.ended, open, tx)
      const granted = await extensions.ofUnits(input.ended, open, tx)
      const overseers = await accounts.grantedOn(input.ended, tx)
      const outcome = {
        ended,
        successors: successors.map(unit => ({
          unit,
          people: people.filter(person => targetOf(person) === unit).length,
        })),
        moved,
        extensions: granted,
        accounts: overseers,
      }
      if (input.isDryRun) return ok(outcome)

      const codes = successors.map(({ code }) => code)
      await units.save([...changed.filter(({ code }) => !codes.includes(code)), ...successors], tx)
      await roster.repath(moved, tx)
      await movePeople(ports)(people, targetOf, now, tx)
      await moveExtensions(ports)(granted, successors, now, tx)
      for (const account of overseers)
        await accounts.save({ ...account, grants: widened(account.grants, input.ended, codes) }, tx)
      for (const unit of ended)
        await audit.write(
          {
            actor,
            action: input.action,
            target: `unit:${unit.code}`,
            path: unit.path,
            at: now,
            details: {
              successors: codes,
              lastDay: input.lastDay,
              people: people.filter(person => person.unit === unit.code).length,
              units: moved.length,
              extensions: granted.length,
              accounts: overseers.map(({ id }) => id),
            },
          },
          tx,
        )
      return ok(outcome)
    })
  }
