import type { QueryFilter, UpdateQuery } from 'mongoose'
import type { Claim, Tx } from '../ports/platform.ts'
import { inTx } from './connect.ts'

/** What a document of long work has beside the work itself. */
export interface ClaimFields {
  /** Absent where there is nothing to do. */
  underWay?: true
  lease?: { holder: string; until: Date }
  /** How often it was begun. */
  attempts: number
}

export interface Claimable extends ClaimFields {
  _id: string
  state: string
}

/** As much of a mongoose model as this takes. */
interface Collection<D extends Claimable> {
  findOneAndUpdate(
    filter: QueryFilter<D>,
    update: UpdateQuery<D>,
    options: { returnDocument: 'after' },
  ): { lean(): PromiseLike<unknown> }
  updateOne(
    filter: QueryFilter<D>,
    update: UpdateQuery<D>,
    options: ReturnType<typeof inTx> & { arrayFilters?: Record<string, unknown>[] },
  ): PromiseLike<{ matchedCount: number }>
  find(filter: QueryFilter<D>, projection: { _id: 1 }): { lean(): PromiseLike<unknown> }
}

export const CLAIM_SCHEMA = {
  underWay: { type: Boolean, default: undefined },
  lease: { type: { _id: false, holder: String, until: Date }, default: undefined },
  attempts: { type: Number, required: true },
} as const

export const CLAIM_INDEX = [
  { underWay: 1, 'lease.until': 1 },
  { partialFilterExpression: { underWay: true } },
] as const

interface Options {
  readonly tx?: Tx
  /** What must hold beside the claim. */
  readonly where?: Readonly<Record<string, unknown>>
  readonly arrayFilters?: Record<string, unknown>[]
}

const isFree = (now: Date) => ({
  $or: [{ lease: { $exists: false } }, { 'lease.until': { $lt: now } }],
})

/** Long work that one process does at a time: whoever holds the lease. When it runs out, another takes over. */
export const claimsOn = <D extends Claimable>(collection: Collection<D>) => {
  const update = async (
    { id, holder }: Claim,
    change: unknown,
    { tx, where = {}, arrayFilters = [] }: Options = {},
  ): Promise<boolean> => {
    const held = { _id: id, state: 'running', 'lease.holder': holder, ...where } as QueryFilter<D>
    const options = { ...inTx(tx), ...(arrayFilters.length === 0 ? {} : { arrayFilters }) }
    return (await collection.updateOne(held, change as UpdateQuery<D>, options)).matchedCount === 1
  }
  return {
    /** Changes it, if the claim still holds. */
    update,
    async claim({ id, holder }: Claim, now: Date, until: Date): Promise<D | null> {
      const doc = await collection
        .findOneAndUpdate(
          { $and: [{ _id: id, underWay: true }, isFree(now)] },
          { $set: { state: 'running', lease: { holder, until } }, $inc: { attempts: 1 } },
          { returnDocument: 'after' },
        )
        .lean()
      return doc as D | null
    },
    renew: async (claim: Claim, until: Date) => update(claim, { $set: { 'lease.until': until } }),
    giveBack: async (claim: Claim) => update(claim, { $set: { state: 'queued' }, $unset: { lease: 1 } }),
    /** Ends the work: nobody is to take it up again. */
    end: async (claim: Claim, set: object, options: Options = {}) =>
      update(claim, { $set: set, $unset: { underWay: 1, lease: 1 } }, options),
    due: async (now: Date): Promise<readonly string[]> => {
      const docs = await collection.find({ $and: [{ underWay: true }, isFree(now)] }, { _id: 1 }).lean()
      return (docs as { _id: string }[]).map(({ _id }) => _id)
    },
  }
}
