import type { JobName, JobPayload, QueueName } from '../jobs/definitions.ts'

/** A job that comes back by the clock. */
export interface Repeat<N extends JobName = JobName> {
  readonly id: string
  readonly name: N
  readonly payload: JobPayload<N>
  /** Cron, in Asia/Ho_Chi_Minh. */
  readonly pattern: string
}

/**
 * Asks the workers to do something soon. Only a hint: what is due is written in MongoDB, and the reconciler finds
 * it there. So nothing here throws or waits long when Redis is down. A job that is queued already is not queued again.
 */
export interface JobQueue {
  enqueue<N extends JobName>(name: N, payload: JobPayload<N>): Promise<void>
  enqueueAll<N extends JobName>(name: N, payloads: readonly JobPayload<N>[]): Promise<void>
  /** Makes exactly these jobs repeat; others that did so before stop. */
  repeatOnly(repeats: readonly Repeat[]): Promise<void>
  /** Does Redis answer? */
  isUp(): Promise<boolean>
  /** How much lies in each queue; null: Redis does not answer. */
  counts(): Promise<readonly QueueCounts[] | null>
}

export interface QueueCounts {
  readonly queue: QueueName
  readonly waiting: number
  readonly active: number
  /** Waits for its time: another attempt, or the next turn of what repeats. */
  readonly delayed: number
}
