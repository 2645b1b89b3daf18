import type { CampaignCode } from '../domain/campaign.ts'
import type { Archive, Gathered, GatheredId, Gathering, GatheringId } from '../domain/gathering.ts'
import type { Scope } from '../domain/permission.ts'
import type { Problem } from '../domain/problems.ts'
import type { Claim, Tx } from './platform.ts'

export type Choice = Pick<Gathered, 'id' | 'enrolment' | 'topics' | 'state'>
export type Handled = Pick<Gathered, 'id' | 'state' | 'receipts' | 'problem'>

/** Collected essays on their way in. A claim that is lost answers false and nothing is written. */
export interface GatheringStore {
  insert(gathering: Gathering, tx: Tx): Promise<void>
  /** null when there is none in the scope. */
  find(scope: Scope, id: GatheringId): Promise<Gathering | null>
  /** Newest first. */
  list(scope: Scope, campaign: CampaignCode, limit: number): Promise<readonly Gathering[]>
  /** With all its files. false: it is not open. */
  remove(id: GatheringId, tx: Tx): Promise<boolean>
  /** Has it unpacked by a worker. false: it is closed. */
  addArchive(id: GatheringId, archive: Archive): Promise<boolean>
  /** Has it handed in by a worker. false: it is not open. */
  confirm(id: GatheringId, by: string, at: Date, tx: Tx): Promise<boolean>

  /** In the order of their paths. */
  files(id: GatheringId): Promise<readonly Gathered[]>
  file(id: GatheringId, file: GatheredId): Promise<Gathered | null>
  countFiles(id: GatheringId): Promise<{ readonly files: number; readonly bytes: number }>
  /**
   * Pages of one essay join those that are there. The same bytes under the same path are left out, others get a number;
   * what was refused is replaced. Answers what was left out.
   */
  addFiles(files: readonly Gathered[]): Promise<readonly Gathered[]>
  choose(id: GatheringId, choices: readonly Choice[]): Promise<void>
  /** What became of one. */
  settle(id: GatheringId, handled: Handled): Promise<void>

  /** null: there is nothing to do, or somebody else is at it. */
  claim(
    claim: Claim,
    now: Date,
    until: Date,
  ): Promise<{ readonly gathering: Gathering; readonly attempt: number } | null>
  renew(claim: Claim, until: Date): Promise<boolean>
  settleArchive(claim: Claim, fileId: string, state: Archive['state'], why: Problem | null): Promise<boolean>
  /** Opens it again; false: another archive has come meanwhile, or the claim is lost. */
  reopen(claim: Claim): Promise<boolean>
  finish(claim: Claim, at: Date, tx: Tx): Promise<boolean>
  fail(claim: Claim, failure: Problem, at: Date): Promise<boolean>
  giveBack(claim: Claim): Promise<boolean>
  due(now: Date): Promise<readonly GatheringId[]>
}
