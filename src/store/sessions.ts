import { MongoStore } from 'connect-mongo'
import type { Store } from 'express-session'
import type { Connection } from 'mongoose'
import type { SessionStore } from '../ports/accounts.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'

/** Two weeks from sign-in, in seconds; reading does not prolong it, and so costs no write. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60

/** What express-session keeps its sessions in. `hash` is applied to their ids, so a copy of the database opens no session. */
export const expressSessions = (connection: Connection, hash: (id: string) => string): Store =>
  MongoStore.create({
    client: connection.getClient(),
    dbName: connection.name,
    collectionName: 'sessions',
    ttl: SESSION_SECONDS,
    touchAfter: SESSION_SECONDS,
    // The index that removes old ones is made with all others; as an object, an account's sessions can be found.
    autoRemove: 'disabled',
    stringify: false,
    transformId: hash,
  })

export const sessionStore = ({ sessions }: Models): SessionStore => ({
  async endAll(account, tx) {
    await sessions.deleteMany({ 'session.account': account }, inTx(tx))
  },
  async count(account) {
    return sessions.countDocuments({ 'session.account': account })
  },
})
