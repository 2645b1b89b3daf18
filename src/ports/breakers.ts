import type { Breaker } from '../domain/breaker.ts'
import type { Channel } from '../domain/channel.ts'

/** The server of a channel. */
export type BreakerName = Channel

/** Shared by all workers. */
export interface BreakerStore {
  /** null: all is well. */
  find(name: BreakerName): Promise<Breaker | null>
  /** Counts a failure. */
  fail(name: BreakerName, reason: string, isProbe: boolean, now: Date): Promise<Breaker>
  /** Leaves the server alone until then; whoever comes later than another leaves his date as it is. */
  pause(name: BreakerName, until: Date): Promise<void>
  /** Takes the one attempt whose time has come, for so long; false: it has not, or somebody else has it. */
  takeProbe(name: BreakerName, now: Date, until: Date): Promise<boolean>
  /** Whoever took it has it no more: it is due at that time. */
  setProbe(name: BreakerName, at: Date): Promise<void>
  close(name: BreakerName): Promise<void>
}
