import { sha256 } from '../crypto/sha256.ts'
import { CONFIRM_MINUTES, readNewEmail } from '../domain/contact.ts'
import { type Actor, ownCadre } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { confirmEmailLetter } from '../mail/messages/contact.ts'
import type { Ports } from '../ports/index.ts'

type Needed = Pick<Ports, 'cadres' | 'contact' | 'audit' | 'random' | 'mailer' | 'publicUrl'>

/** Mails a link to the new address. Nothing changes until it is used: whoever reads that mail must say so. */
export const askEmailChange =
  ({ cadres, contact, audit, random, mailer, publicUrl }: Needed) =>
  async (
    actor: Actor,
    typed: { readonly email: string },
    now: Date,
  ): Promise<Result<{ readonly email: string }>> => {
    const id = ownCadre(actor, 'change-contact')
    const cadre = id === null ? null : await cadres.find(id)
    if (cadre === null) return refuse(problem('not-found'))
    const read = readNewEmail(typed.email, cadre.email)
    if (!read.ok) return read
    const email = read.value
    const token = random.secret()
    const expiresAt = new Date(now.getTime() + CONFIRM_MINUTES * 60_000)
    await contact.ask({ hash: sha256(token), cadre: cadre.id, by: actor.id, email, expiresAt })
    await audit.write({
      actor,
      action: 'contact.email-asked',
      target: `cadre:${cadre.id}`,
      path: [],
      at: now,
    })
    const link = `${publicUrl}/xac-nhan-thu/${token}`
    await mailer.send({
      to: email,
      ...confirmEmailLetter({ name: cadre.name, link, minutes: CONFIRM_MINUTES }),
    })
    return ok({ email })
  }
