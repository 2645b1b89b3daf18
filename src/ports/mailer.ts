/** One mail to one person. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Fixed by those who may send the same mail twice, so that a reader's mailbox can tell. */
  readonly messageId?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Mailer {
  /** Throws when the mail server did not take it. */
  send(mail: Mail): Promise<void>
}
