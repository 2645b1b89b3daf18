/** A mail that went nowhere: a catcher keeps it for the demonstration. */
export interface CaughtMail {
  readonly at: Date
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What there is of a demonstration on this machine alone, and nowhere else. */
export interface DemoHouse {
  /** Where caught mails lie as files. */
  readonly mailFolder: string
  /** Newest first. */
  latestMails(limit: number): Promise<readonly CaughtMail[]>
}
