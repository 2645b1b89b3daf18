import { isMailAddress, loginOf } from '../domain/login.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { formatDateTime } from '../domain/time.ts'
import { testLetter } from '../mail/messages/test.ts'
import type { Ports } from '../ports/index.ts'

export interface TestedMail {
  readonly to: string
  readonly isTaken: boolean
  /** What the mail server said; where it was never reached, why. */
  readonly answer: string
}

/** Sends a mail to an address, now and once, and says what the mail server answered. */
export const testMail =
  ({ mailer, audit }: Pick<Ports, 'mailer' | 'audit'>) =>
  async (actor: Actor, given: { readonly to: string }, now: Date): Promise<Result<TestedMail>> => {
    if (scopeOf(actor, 'test-mail').kind !== 'everything') return refuse(problem('forbidden'))
    const to = loginOf(given.to)
    if (!isMailAddress(to))
      return refuse(problem('input-not-valid', { reason: 'cần một địa chỉ thư điện tử' }, 'body/to'))
    const outcome = await mailer
      .send({ to, ...testLetter({ by: actor.name, at: formatDateTime(now) }) })
      .then(answer => ({ isTaken: true, answer }))
      .catch((error: unknown) => ({
        isTaken: false,
        answer: error instanceof Error ? error.message : String(error),
      }))
    await audit.write({
      actor,
      action: 'mail.tested',
      target: `mail:${to}`,
      path: [],
      at: now,
      details: outcome,
    })
    return ok({ to, ...outcome })
  }
