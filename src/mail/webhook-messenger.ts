import { signatureOf, signing } from '../crypto/signature.ts'
import type { Outage, Refusal } from '../ports/mailer.ts'
import type { ComeAgain, Messenger } from '../ports/messenger.ts'
import type { Clock } from '../ports/platform.ts'

const PATIENCE_MS = 10_000
const LONGEST_ANSWER = 300
const TOO_MANY = 429
const SERVER_FAULT = 500
/** Whoever wants to be left alone for longer is asked after that. */
const LONGEST_PAUSE_MS = 6 * 60 * 60_000

const outage = (reason: string, cause?: unknown): Outage =>
  Object.assign(new Error(`messages are not taken: ${reason}`, { cause }), { outage: reason })

/** `fetch` keeps what went wrong behind "fetch failed". */
const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

const words = async (answer: Response): Promise<string> => {
  const text = await answer.text().catch(() => '')
  return `${answer.status} ${text.replaceAll(/\s+/g, ' ').slice(0, LONGEST_ANSWER)}`.trim()
}

const failure = async (answer: Response): Promise<Error> => {
  const said = await words(answer)
  if (answer.status === TOO_MANY) {
    const seconds = Number(answer.headers.get('Retry-After') ?? Number.NaN)
    const error = new Error(`messages come too fast: ${said}`)
    return Number.isFinite(seconds)
      ? (Object.assign(error, {
          pauseMs: Math.min(seconds * 1000, LONGEST_PAUSE_MS),
        }) satisfies ComeAgain)
      : error
  }
  if (answer.status >= SERVER_FAULT) return outage(said)
  return Object.assign(new Error(`message refused: ${said}`), { refusal: said }) satisfies Refusal
}

/**
 * Hands messages to a gateway over HTTP: JSON `{ id, to, text }`, signed as `timestamp.body` with HMAC-SHA256
 * (`X-Timestamp`, `X-Signature: sha256=…`), under its id as the `Idempotency-Key`. 2xx: taken. 429 and 5xx: again
 * later. Everything else: never again.
 */
export const webhookMessenger = (url: string, secret: string, clock: Clock): Messenger => ({
  async send({ id, to, text }) {
    const body = JSON.stringify({ id, to, text })
    const timestamp = String(Math.floor(clock.now().getTime() / 1000))
    let answer: Response
    try {
      answer = await fetch(url, {
        method: 'POST',
        body,
        // A signed message is not carried on to somebody else's address.
        redirect: 'manual',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': id,
          'X-Timestamp': timestamp,
          'X-Signature': signatureOf(signing(secret, timestamp).update(body)),
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
    } catch (error) {
      throw outage(messageOf(error), error)
    }
    if (!answer.ok) throw await failure(answer)
    await answer.body?.cancel()
  },
})
