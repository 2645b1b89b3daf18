import type { Bulk } from '../domain/bulk.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import type { Selection } from '../domain/selection.ts'
import type { Tx } from './platform.ts'

/** Changes to many people at once. Each belongs to the account that asked for it. */
export interface BulkStore {
  /** false: this account used the key before. */
  insert(bulk: Bulk): Promise<boolean>
  find(by: Actor['id'], campaign: CampaignCode, id: Bulk['id']): Promise<Bulk | null>
  underKey(by: Actor['id'], key: string): Promise<Bulk | null>
  /** Notes, in the transaction of a slice, that it is done. false: somebody else did it, or it was undone meanwhile. */
  advance(
    from: Pick<Bulk, 'id' | 'done'>,
    to: Pick<Bulk, 'done' | 'changed' | 'leftOut'>,
    tx: Tx,
  ): Promise<boolean>
  /** From then on it does not advance; an earlier moment stays. */
  markUndone(id: Bulk['id'], at: Date): Promise<void>
}

export interface SelectionStore {
  insert(selection: Selection): Promise<void>
  find(by: Actor['id'], campaign: CampaignCode, id: Selection['id']): Promise<Selection | null>
}
