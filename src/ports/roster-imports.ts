import type { CampaignCode } from '../domain/campaign.ts'
import type { Actor, Scope } from '../domain/permission.ts'
import type { Problem } from '../domain/problems.ts'
import type { Applied, RosterCounts, RosterImport, RosterImportId } from '../domain/roster-import.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Claim, Tx } from './platform.ts'

/** Rosters on their way in. A claim that is lost answers false and nothing is written. */
export interface RosterImportStore {
  insert(roster: RosterImport, tx: Tx): Promise<void>
  /** null when there is none in the scope. */
  find(scope: Scope, id: RosterImportId): Promise<RosterImport | null>
  /** Of a unit and all below it, newest first. */
  list(
    scope: Scope,
    campaign: CampaignCode,
    unit: UnitCode | null,
    limit: number,
  ): Promise<readonly RosterImport[]>
  /** false: it waits for no confirmation any more. */
  confirm(id: RosterImportId, by: Pick<Actor, 'id'>, at: Date, tx: Tx): Promise<boolean>

  /** null: it is not to be applied, or somebody else is at it. */
  claim(
    claim: Claim,
    now: Date,
    until: Date,
  ): Promise<{ readonly roster: RosterImport; readonly attempt: number } | null>
  renew(claim: Claim, until: Date): Promise<boolean>
  /** Notes how far it is, in the transaction that brings it so far. */
  advance(claim: Claim, applied: Applied, tx: Tx): Promise<boolean>
  /** Back to be looked at again, with a new preview. */
  showAgain(claim: Claim, shown: Pick<RosterImport, 'counts' | 'preview' | 'expiresAt'>): Promise<boolean>
  finish(claim: Claim, counts: RosterCounts, at: Date, tx: Tx): Promise<boolean>
  fail(claim: Claim, failure: Problem, at: Date): Promise<boolean>
  giveBack(claim: Claim): Promise<boolean>
  /** Those that nobody applies though somebody should. */
  due(now: Date): Promise<readonly RosterImportId[]>
}
