import type { Collection, Document } from 'mongodb'
import mongoose, { type ClientSession, type Connection } from 'mongoose'
import type { Transact, Tx } from '../ports/platform.ts'

mongoose.set('strictQuery', 'throw')

/** Nothing is acknowledged before a majority has it in its journal. */
export const connect = async (uri: string): Promise<Connection> =>
  mongoose
    .createConnection(uri, {
      writeConcern: { w: 'majority', j: true },
      readConcernLevel: 'majority',
      retryWrites: true,
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: 5000,
      maxPoolSize: 50,
    })
    .asPromise()

/** A `Tx` is a driver session; nobody outside the stores sees it as one. */
export const sessionOf = (tx: Tx | undefined): ClientSession | null =>
  (tx as ClientSession | undefined) ?? null

/** For the driver's own calls, which take no null. */
export const inTx = (tx: Tx | undefined): { session?: ClientSession } =>
  tx === undefined ? {} : { session: tx as unknown as ClientSession }

/**
 * The driver's own collection of a model: what every upload does leaves out mongoose's casting, which costs as much
 * as the operation itself.
 */
export const direct = <T extends Document>({
  db,
  collection,
}: {
  readonly db: Connection
  readonly collection: { readonly name: string }
}): Collection<T> => {
  if (db.db === undefined) throw new Error('the connection is not open')
  return db.db.collection<T>(collection.name)
}

export const transactOn =
  (connection: Connection): Transact =>
  async work =>
    connection.getClient().withSession(async session =>
      session.withTransaction(async () => work(session as unknown as Tx), {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', j: true },
        readPreference: 'primary',
      }),
    )
