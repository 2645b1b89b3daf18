import type { JobName, JobPayload } from '../jobs/definitions.ts'

/**
 * Asks the workers to do something soon. Only a hint: what is due is written in MongoDB, and the reconciler finds
 * it there. So `enqueue` never throws and never waits long when Redis is down.
 */
export interface JobQueue {
  enqueue<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options?: { readonly delayMs?: number },
  ): Promise<void>
}
