/** Workers say that they are alive; by the database's own clock, so that machines need not agree on theirs. */
export interface Heartbeats {
  beat(worker: string): Promise<void>
  stop(worker: string): Promise<void>
  /** Workers heard of within so many milliseconds. */
  countAlive(withinMs: number): Promise<number>
  /** Each worker of the last hour, and how long ago it was heard of, in milliseconds; the latest first. */
  list(): Promise<readonly { readonly worker: string; readonly silentMs: number }[]>
}
