/** Turns with the mail domains, shared by all workers. */
export interface PaceStore {
  /** Takes the next turn with the domain: when it is. Now, where no limit is set. */
  takeTurn(domain: string, now: Date): Promise<Date>
}
