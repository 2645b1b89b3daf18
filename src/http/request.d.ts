import type { Actor } from '../domain/permission.ts'

declare global {
  namespace Express {
    interface Request {
      /** When the first byte of the request was seen: the time deadlines are judged by. */
      arrivedAt: Date
      /** null: not signed in. */
      actor: Actor | null
      /** How; null exactly when nobody is. */
      signedInBy: 'token' | 'cookie' | null
    }
  }
}
