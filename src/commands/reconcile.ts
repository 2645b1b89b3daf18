import { HOUSE } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import { sendWhatIsDue } from './call-senders.ts'
import { startDigest } from './start-digest.ts'
import { startDueWave } from './start-due-wave.ts'
import { startScheduledReports } from './start-scheduled-reports.ts'
import { sweepReports } from './sweep-reports.ts'
import { sweepUploads } from './sweep-uploads.ts'

/** Photos sent to be bound at once. */
const MAX_PHOTOS = 500

/** More than two workers read in a minute. */
const MAX_TEXTS = 2000

type Needed = Pick<
  Ports,
  | 'campaigns'
  | 'accounts'
  | 'cadres'
  | 'units'
  | 'transact'
  | 'totals'
  | 'random'
  | 'audit'
  | 'essays'
  | 'extensions'
  | 'debtors'
  | 'waves'
  | 'notices'
  | 'breakers'
  | 'queue'
  | 'reports'
  | 'reportFiles'
  | 'essayFiles'
  | 'essayTexts'
  | 'rosterImports'
  | 'gatherings'
  | 'stagedFiles'
>

const dueWaves =
  (ports: Needed) =>
  async (now: Date): Promise<void> => {
    for (const { code } of await ports.campaigns.all()) await startDueWave(ports)(HOUSE, code, now)
  }

const dueDigests =
  (ports: Needed) =>
  async (now: Date): Promise<void> => {
    for (const { code } of await ports.campaigns.all()) await startDigest(ports)(code, now)
  }

const scheduledReports =
  (ports: Needed) =>
  async (now: Date): Promise<void> => {
    for (const { code } of await ports.campaigns.all()) await startScheduledReports(ports)(code, now)
  }

const unfinishedWaves =
  ({ waves, queue }: Needed) =>
  async (): Promise<void> => {
    const unplanned = await waves.unplanned()
    await queue.enqueueAll(
      'plan-wave',
      unplanned.map(({ id }) => ({ wave: id })),
    )
  }

const dueNotices =
  (ports: Needed) =>
  async (now: Date): Promise<void> =>
    sendWhatIsDue(ports)(now)

const unboundPhotos =
  ({ essays, queue }: Needed) =>
  async (): Promise<void> => {
    const files = await essays.unbound(MAX_PHOTOS)
    await queue.enqueueAll(
      'bind-photos',
      files.map(file => ({ file })),
    )
  }

const dueReports =
  ({ reports, queue }: Needed) =>
  async (now: Date): Promise<void> => {
    const due = await reports.due(now)
    for (const job of ['compile-report', 'compile-batched-report'] as const)
      await queue.enqueueAll(
        job,
        due
          .filter(({ batch }) => (batch === null) === (job === 'compile-report'))
          .map(({ id }) => ({ report: id })),
      )
  }

const dueTexts =
  ({ essayTexts, queue }: Needed) =>
  async (now: Date): Promise<void> => {
    const due = await essayTexts.due(now, MAX_TEXTS)
    await queue.enqueueAll(
      'read-text',
      due.map(file => ({ file })),
    )
  }

const dueImports =
  ({ rosterImports, queue }: Needed) =>
  async (now: Date): Promise<void> => {
    const due = await rosterImports.due(now)
    await queue.enqueueAll(
      'import-roster',
      due.map(roster => ({ roster })),
    )
  }

const dueGatherings =
  ({ gatherings, queue }: Needed) =>
  async (now: Date): Promise<void> => {
    const due = await gatherings.due(now)
    await queue.enqueueAll(
      'work-gathering',
      due.map(gathering => ({ gathering })),
    )
  }

const sweepStaged =
  ({ stagedFiles }: Needed) =>
  async (now: Date): Promise<number> =>
    stagedFiles.sweep(now)

/**
 * Queues again all that MongoDB says is due, whatever became of Redis, and clears away what interrupted work left.
 * Does no harm however often it runs: what is queued already is not queued again. One part that fails stops no other.
 */
export const reconcile =
  (ports: Needed) =>
  async (now: Date): Promise<void> => {
    const parts = [
      dueWaves,
      dueDigests,
      scheduledReports,
      unfinishedWaves,
      dueNotices,
      unboundPhotos,
      dueReports,
      dueTexts,
      dueImports,
      dueGatherings,
      sweepReports,
      sweepUploads,
      sweepStaged,
    ]
    const outcomes = await Promise.allSettled(parts.map(async part => part(ports)(now)))
    const failures = outcomes.flatMap(o => (o.status === 'rejected' ? [o.reason as unknown] : []))
    if (failures.length > 0) throw new AggregateError(failures, 'not all due work was queued again')
  }
