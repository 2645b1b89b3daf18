import { isDigest, isOfWave } from '../domain/mail-kind.ts'
import { nextTry } from '../domain/notice.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import { refusalOf } from '../ports/mailer.ts'
import { composeDigest } from './compose-digest.ts'
import { composeNotice } from './compose-notice.ts'

type Needed = Parameters<typeof composeNotice>[0] &
  Parameters<typeof composeDigest>[0] &
  Pick<Ports, 'notices' | 'waves' | 'mailer'>

/** Longer than the mailer ever takes: whoever holds a notice longer than this died. */
const LEASE_MS = 2 * 60_000

/**
 * Sends a notice that is due, unless it was sent, became senseless, or somebody else is at it. Who dies between the
 * sending and the note of it costs one duplicate, with the same Message-ID.
 */
export const sendNotice =
  (ports: Needed) =>
  async (actor: Actor, id: string, attempt: number, now: Date): Promise<void> => {
    const { notices, waves, mailer } = ports
    const until = new Date(now.getTime() + LEASE_MS)
    const notice = await notices.claim(id, attempt, now, until)
    if (notice === null) return
    const composed = isDigest(notice.kind)
      ? await composeDigest(ports)(notice, now)
      : await composeNotice(ports)(scopeOf(actor, 'send-reminder'), notice, now)
    if ('skip' in composed) {
      await notices.settle(id, until, { state: 'skipped', reason: composed.skip })
      return
    }
    if ('wait' in composed) {
      await notices.settle(id, until, { tryAt: composed.wait })
      return
    }
    // Last of all: nothing is begun once its wave is stopped.
    if (isOfWave(notice.kind) && (await waves.isStopped(notice.cause))) {
      await notices.settle(id, until, {})
      return
    }
    try {
      await mailer.send({ ...composed.mail, messageId: id })
    } catch (error) {
      const refusal = refusalOf(error)
      const detail = refusal ?? String(error)
      const tryAt = refusal === null ? nextTry(attempt, now) : null
      if (tryAt === null) {
        const reason = refusal === null ? 'unreachable' : 'refused'
        await notices.settle(id, until, { state: 'failed', reason, detail })
        return
      }
      // The reconciler queues it again when its time comes.
      await notices.settle(id, until, { attempt: attempt + 1, tryAt, detail })
      return
    }
    await notices.settle(id, until, { state: 'sent', detail: null, sentAt: now })
  }
