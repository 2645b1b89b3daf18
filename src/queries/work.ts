import type { Campaign } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { DueWork } from '../ports/due-work.ts'
import type { Ports } from '../ports/index.ts'
import type { JobFailure } from '../ports/job-failures.ts'
import type { QueueCounts } from '../ports/queue.ts'
import { getPauses, type Pause } from './pauses.ts'
import { WORKER_SILENCE_MS } from './readiness.ts'
import { viewOf, type WaveView } from './waves.ts'

const FAILURES_SHOWN = 50
const WAVES_SHOWN = 30

export interface WorkerState {
  readonly worker: string
  readonly silentMs: number
  readonly isAlive: boolean
}

export interface WorkView {
  /** null: Redis does not answer. Nothing is lost by that: what is due stands in MongoDB. */
  readonly queues: readonly QueueCounts[] | null
  readonly failures: readonly JobFailure[]
  readonly pauses: readonly Pause[]
  readonly workers: readonly WorkerState[]
  readonly due: DueWork
  /** The newest of all campaigns. */
  readonly waves: readonly (WaveView & { readonly campaign: Pick<Campaign, 'code' | 'name'> })[]
}

/** What goes on behind the pages. */
export const getWork =
  ({
    queue,
    jobFailures,
    heartbeats,
    dueWork,
    waves,
    breakers,
    campaigns,
  }: Pick<Ports, 'queue' | 'jobFailures' | 'heartbeats' | 'dueWork' | 'waves' | 'breakers' | 'campaigns'>) =>
  async (actor: Actor, now: Date): Promise<Result<WorkView>> => {
    if (scopeOf(actor, 'see-work').kind !== 'everything') return refuse(problem('forbidden'))
    const [queues, failures, workers, due, recent, pauses, all] = await Promise.all([
      queue.counts(),
      jobFailures.list(FAILURES_SHOWN),
      heartbeats.list(),
      dueWork.count(now),
      waves.recent(WAVES_SHOWN),
      getPauses({ breakers }),
      campaigns.all(),
    ])
    return ok({
      queues,
      failures,
      pauses,
      workers: workers.map(({ worker, silentMs }) => ({
        worker,
        silentMs,
        isAlive: silentMs < WORKER_SILENCE_MS,
      })),
      due,
      waves: recent.map(seen => ({
        ...viewOf(actor)(seen),
        campaign: all.find(({ code }) => code === seen.wave.campaign) ?? {
          code: seen.wave.campaign,
          name: seen.wave.campaign,
        },
      })),
    })
  }
