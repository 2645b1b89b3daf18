import type { PastEnrolment, PastVersion } from '../domain/as-of.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import type { Scope } from '../domain/permission.ts'
import type { Problem } from '../domain/problems.ts'
import type { Report, ReportBatchId, ReportId } from '../domain/report.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

/** What was asked for, and what makes two requests the same one. */
export interface NewReport extends Report {
  /** Two reports under way never have the same one. */
  readonly sameness: string
  /** Two reports of one account never have the same one. */
  readonly idempotencyKey: string | null
}

/** The right to compile a report until a time, unless it is renewed. */
export interface Lease {
  readonly report: ReportId
  /** Of this compilation alone. */
  readonly holder: string
}

/** A report as the compiler takes it over. */
export interface ClaimedReport {
  readonly report: Report
  /** How often it was begun, this time included. */
  readonly attempt: number
  /** Files that a killed compilation left behind. */
  readonly drafts: readonly string[]
}

export interface ReportStore {
  /** Fails like a broken server where one with the same sameness is under way, or this account used the key before. */
  insertAll(reports: readonly NewReport[], tx: Tx): Promise<void>
  underKey(account: string, key: string, tx?: Tx): Promise<NewReport | null>
  /** One that is under way and has one of these. */
  underWay(sameness: readonly string[], tx?: Tx): Promise<Report | null>
  /** null when there is none in the scope. */
  find(scope: Scope, id: ReportId): Promise<Report | null>
  /** Of a unit and all below it, newest first. */
  list(scope: Scope, campaign: CampaignCode, unit: UnitCode | null, limit: number): Promise<readonly Report[]>
  /** The newest finished one of each of the units; those without any are not in the answer. */
  newest(
    scope: Scope,
    campaign: CampaignCode,
    units: readonly UnitCode[],
  ): Promise<ReadonlyMap<UnitCode, Report>>
  /** The newest batches, newest first. */
  batches(scope: Scope, campaign: CampaignCode, limit: number): Promise<readonly ReportBatchId[]>
  inBatches(scope: Scope, batches: readonly ReportBatchId[]): Promise<readonly Report[]>
  /** Cancels what is under way of a batch; how many those were. */
  cancelBatch(batch: ReportBatchId, at: Date, tx: Tx): Promise<number>
  /** false: it is not under way any more. */
  cancel(id: ReportId, at: Date, tx: Tx): Promise<boolean>

  /** null: it is not to be compiled, or somebody else holds it. */
  claim(lease: Lease, now: Date, until: Date): Promise<ClaimedReport | null>
  /** false: the lease is lost; the report was cancelled or taken over. So with all that follow. */
  renew(lease: Lease, until: Date, progress: number): Promise<boolean>
  /** Notes the id of a file before its first byte is written, so that it can be found after a kill. */
  addDraft(lease: Lease, fileId: string): Promise<boolean>
  finish(lease: Lease, made: Pick<Report, 'files' | 'digest'>, at: Date, tx: Tx): Promise<boolean>
  fail(lease: Lease, failure: Problem, at: Date): Promise<boolean>
  /** Ends the lease, so that it can be begun again. */
  giveBack(lease: Lease): Promise<boolean>

  /** Batches of the schedule that are over, whatever came of them, and whose people do not know yet. */
  untold(): Promise<readonly ReportBatchId[]>
  /** false: somebody else has told them. */
  markTold(batch: ReportBatchId, tx: Tx): Promise<boolean>

  /** Reports that nobody is compiling though somebody should. */
  due(now: Date): Promise<readonly Pick<Report, 'id' | 'batch'>[]>
  /** Files of compilations that nobody holds any more. */
  leftovers(now: Date): Promise<readonly { readonly report: ReportId; readonly fileId: string }[]>
  forgetDraft(report: ReportId, fileId: string): Promise<void>
}

/** Reads people with the past of their essays: never all at once, and all of them as at one moment. */
export interface ReportSource {
  /** Those who were ever in one of the units, with the versions received by the cut-off. */
  read(
    campaign: CampaignCode,
    units: readonly UnitCode[],
    cutoff: Date,
  ): AsyncIterable<
    readonly { readonly enrolment: PastEnrolment; readonly versions: readonly PastVersion[] }[]
  >
}
