import type { JobName } from '../jobs/definitions.ts'

/** A job that was tried as often as it may be. What is due is found again by the reconciler; this is for people to see. */
export interface JobFailure {
  /** The job's own: one job has one entry, however often it fails. */
  readonly id: string
  readonly name: JobName
  readonly payload: Readonly<Record<string, string | number>>
  readonly reason: string
  readonly at: Date
}

export interface JobFailureStore {
  note(failure: JobFailure): Promise<void>
  /** Newest first. */
  list(limit: number): Promise<readonly JobFailure[]>
  find(id: string): Promise<JobFailure | null>
  /** It succeeded, or is tried again. */
  forget(id: string): Promise<void>
}
