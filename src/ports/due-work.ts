/** What MongoDB says is still to be done, in numbers; each is counted by an index of just those. */
export interface DueWork {
  /** Hand-ins whose receipts are not on their way. */
  readonly pendingReceipts: number
  /** Mails whose time has come. */
  readonly dueMails: number
  /** All mails that are not sent yet. */
  readonly queuedMails: number
  /** People whose units' totals are stale. */
  readonly staleEnrolments: number
  /** Campaigns whose tallies are made anew. */
  readonly retallies: number
  readonly unplannedWaves: number
  readonly unfinishedReports: number
  /** Hand-ins whose photos are not one PDF yet. */
  readonly unboundPhotos: number
}

export interface DueWorkCounter {
  count(now: Date): Promise<DueWork>
}
