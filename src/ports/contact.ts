import type { CadreId } from '../domain/cadre.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { Tx } from './platform.ts'

/** A mail address that waits until whoever reads its mail says that it is his. */
export interface EmailChange {
  /** SHA-256 of the token in the link, hex. */
  readonly hash: string
  readonly cadre: CadreId
  /** Account that asked. */
  readonly by: string
  readonly email: string
  readonly expiresAt: Date
}

/** Changes of address that wait, and where an address stands. */
export interface ContactStore {
  ask(change: EmailChange): Promise<void>
  /** Takes it, and every other of the same person, out of the store. null: there is none, or not any more. */
  take(hash: string, now: Date, tx: Tx): Promise<EmailChange | null>
  /** Does the address stand for somebody else? */
  isTaken(email: string, cadre: CadreId, tx: Tx): Promise<boolean>
  /** His enrolments in campaigns that are not closed at that moment. */
  openEnrolments(cadre: CadreId, at: Date, tx: Tx): Promise<readonly Enrolment[]>
}
