/** A short text to a phone, by SMS, Zalo or whatever the receiver makes of it. */
export interface Message {
  /** Fixed by those who may send the same twice, so that the receiver can tell. */
  readonly id: string
  /** E.164: "+84912345678". */
  readonly to: string
  readonly text: string
}

export interface Messenger {
  /** Ends once the message is taken; throws as a `Mailer` does, and may say when to come again (`pauseOf`). */
  send(message: Message): Promise<void>
}

/** What `send` throws when it is to be tried again later. */
export interface ComeAgain extends Error {
  readonly pauseMs: number
}

/** In how many milliseconds the receiver wants to be asked again; null: it did not say. */
export const pauseOf = (error: unknown): number | null =>
  error instanceof Error && 'pauseMs' in error && typeof error.pauseMs === 'number' ? error.pauseMs : null
