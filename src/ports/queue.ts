import type { JobName, JobPayload } from '../jobs/definitions.ts'

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
}
