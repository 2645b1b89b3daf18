import type { Result } from '../domain/result.ts'

/** Lets so many in at once, the others in the order in which they came. */
export interface Gate {
  /** Runs the work when its turn comes; `busy` when it does not come in time. */
  through<T>(work: () => Promise<Result<T>>): Promise<Result<T>>
}

export interface Gates {
  /** Uploads being received: each holds up to a megabyte or two in memory. */
  readonly uploads: Gate
  /** Writes of essays: more at once would not be faster, only each of them slower. */
  readonly store: Gate
}
