import type { Channel } from '../domain/channel.ts'

/** What the servers of others take in a minute, shared by all workers. */
export interface PaceStore {
  /** Takes the next turn with the domain: when it is. Now, where no limit is set. */
  takeTurn(domain: string, now: Date): Promise<Date>
  /** How many of those wanted the channel takes now; they count as sent. */
  takeRoom(channel: Channel, wanted: number, now: Date): Promise<number>
  /** There were fewer to send than room was taken for. */
  leaveRoom(channel: Channel, unused: number): Promise<void>
}
