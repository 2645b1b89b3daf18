import { buffer } from 'node:stream/consumers'
import { type Problem, problem } from '../domain/problems.ts'
import { dueIn } from '../domain/roster/outcome.ts'
import type { Step } from '../domain/roster/plan.ts'
import {
  type Applied,
  countsAfter,
  NOBODY,
  previewEnd,
  type RosterImport,
  type RosterImportId,
} from '../domain/roster-import.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import type { Claim, Tx } from '../ports/platform.ts'
import { applyRoster } from './apply-roster.ts'
import { holdLease, leaseEnd } from './hold-lease.ts'
import { planRoster } from './plan-roster.ts'
import { stagePreview } from './stage-preview.ts'

type Needed = Pick<
  Ports,
  | 'accounts'
  | 'audit'
  | 'campaigns'
  | 'clock'
  | 'random'
  | 'roster'
  | 'rosterImports'
  | 'stagedFiles'
  | 'tables'
  | 'transact'
  | 'units'
>

/** An import that was begun this often and never finished is not begun again. */
const MAX_ATTEMPTS = 5
/** Somebody else may be at it by now. */
const LOST = new Error('the claim on the import was lost')

const withSteps = (applied: Applied, steps: readonly Step[]): Applied => {
  const count = (kind: Step['kind']) => steps.filter(step => step.kind === kind).length
  return {
    created: applied.created + count('create'),
    updated: applied.updated + count('update'),
    moved: applied.moved + count('move'),
  }
}

/** The roster as it was previewed, imported in the name of who confirmed it, with the rights he has now. */
const work =
  (ports: Needed) =>
  async (roster: RosterImport, claim: Claim, isLost: AbortSignal): Promise<Problem | null> => {
    const { accounts, rosterImports, stagedFiles, clock, audit, transact } = ports
    const account = await accounts.byId(roster.confirmedBy ?? '')
    if (account === null || account.disabled) return problem('forbidden')
    const actor = actorOf(account)
    const bytes = await buffer(stagedFiles.open(roster.file.fileId))
    const read = await planRoster(ports)(actor, { ...roster, file: { name: roster.file.name, bytes } })
    if (!read.ok) return read.problems[0]
    const { campaign, planned, again } = read.value

    const held = (isHeld: boolean): void => {
      if (!isHeld || isLost.aborted) throw LOST
    }
    if (roster.applied === null) {
      const shown = await stagePreview(ports)(read.value, clock.now())
      if (shown.preview.sha256 !== roster.preview.sha256) {
        const expiresAt = previewEnd(clock.now())
        held(await rosterImports.showAgain(claim, { ...shown, expiresAt }))
        return null
      }
      await stagedFiles.remove(shown.preview.fileId)
    }

    const before = roster.applied ?? NOBODY
    const inBatch = async (tx: Tx, done: readonly Step[], batch: readonly Step[]): Promise<void> =>
      held(await rosterImports.advance(claim, withSteps(before, [...done, ...batch]), tx))
    const at = clock.now()
    const { done } =
      dueIn(planned.plan).length === 0
        ? { done: [] }
        : await applyRoster(ports)(campaign, again, planned, at, inBatch)
    const counts = countsAfter(roster.counts, withSteps(before, done))
    await transact(async tx => {
      held(await rosterImports.finish(claim, counts, clock.now(), tx))
      const details = { campaign: campaign.code, file: roster.file.name, ...counts }
      const target = `unit:${roster.unit}`
      await audit.write({ actor, action: 'roster.imported', target, path: roster.path, at, details }, tx)
    })
    await stagedFiles.remove(roster.file.fileId)
    return null
  }

/**
 * Does an import that was confirmed. One that was killed goes on where it stopped, and counts what was done before;
 * one that finds the people changed since the preview does nothing and asks to be looked at again.
 */
export const runRosterImport =
  (ports: Needed) =>
  async (id: RosterImportId): Promise<void> => {
    const { rosterImports, clock, random } = ports
    const claim = { id, holder: random.id() }
    const claimed = await rosterImports.claim(claim, clock.now(), leaseEnd(clock.now()))
    if (claimed === null) return
    const hold = holdLease(clock, async until => rosterImports.renew(claim, until))
    try {
      const failure =
        claimed.attempt > MAX_ATTEMPTS
          ? problem('import-interrupted')
          : await work(ports)(claimed.roster, claim, hold.signal)
      if (failure !== null) await rosterImports.fail(claim, failure, clock.now())
    } catch (error) {
      if (error === LOST || hold.signal.aborted) return
      await rosterImports.giveBack(claim)
      throw error
    } finally {
      await hold.release()
    }
  }
