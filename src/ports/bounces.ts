import type { Readable } from 'node:stream'
import type { Bounce } from '../domain/bounce.ts'

export interface BounceReport {
  /** What the mail in question may be called, best guess first. */
  readonly mails: readonly string[]
  /** What is said about each of its recipients. */
  readonly bounces: readonly Bounce[]
}

export interface BounceReader {
  /** Reads a mail to the end as the report of a mail server; null: it is none. */
  read(message: Readable): Promise<BounceReport | null>
}
