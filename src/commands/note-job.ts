import { JOBS, type JobName } from '../jobs/definitions.ts'
import type { Ports } from '../ports/index.ts'

/** A job as it came out of a queue. */
export interface RunJob {
  readonly id: string
  readonly name: string
  readonly data: unknown
  /** How often it was tried, this time included. */
  readonly attempts: number
}

const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name)

const LONGEST_REASON = 2000

/** Keeps why a job failed for the last time, so that an admin can see it and try it again. */
export const noteFailedJob =
  ({ jobFailures }: Pick<Ports, 'jobFailures'>) =>
  async ({ id, name, data, attempts }: RunJob, error: Error, now: Date): Promise<void> => {
    if (!isJobName(name) || attempts < JOBS[name].attempts) return
    const payload = JOBS[name].payload.safeParse(data)
    await jobFailures.note({
      id,
      name,
      payload: payload.success ? payload.data : {},
      reason: error.message.slice(0, LONGEST_REASON),
      at: now,
    })
  }
