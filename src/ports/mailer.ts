/** One mail to one person. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /**
   * Left part of the Message-ID, its domain is added. Fixed by those who may send the same mail twice, so that the
   * reader's mailbox can tell.
   */
  readonly messageId?: string
  readonly headers?: Readonly<Record<string, string>>
  /** `type`: media type. */
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[]
}

export interface Mailer {
  /** Answers the mail server's own words once it has taken the mail; throws otherwise (see `refusalOf`, `outageOf`). */
  send(mail: Mail): Promise<string>
}

/** What `send` throws when the server will never take this, to a wrong address for example. */
export interface Refusal extends Error {
  /** The server's own words. */
  readonly refusal: string
}

/** Why it was refused for good; null when trying again may help. */
export const refusalOf = (error: unknown): string | null =>
  error instanceof Error && 'refusal' in error && typeof error.refusal === 'string' ? error.refusal : null

/** What `send` throws when the server takes nothing at all: it is not there, or does not take our account or sender. */
export interface Outage extends Error {
  readonly outage: string
}

/** Why nothing goes out; null when it is this one alone that did not. */
export const outageOf = (error: unknown): string | null =>
  error instanceof Error && 'outage' in error && typeof error.outage === 'string' ? error.outage : null
