import { UNREADABLE, type Unreadable } from '../domain/essay-text.ts'

/** Ends the reading of a file from deep inside it; `reasonOf` finds the reason again. */
export const stop = (reason: Unreadable): Error => Object.assign(new Error(reason), { reason })

/** Whatever else a parser throws means that the file is not what it should be. */
export const reasonOf = (error: unknown): Unreadable => {
  const reason = error instanceof Error && 'reason' in error ? error.reason : null
  return UNREADABLE.find(known => known === reason) ?? 'damaged'
}
