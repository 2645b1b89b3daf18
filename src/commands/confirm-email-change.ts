import { sha256 } from '../crypto/sha256.ts'
import { CONFIRM_MINUTES } from '../domain/contact.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { emailChangedLetter } from '../mail/messages/contact.ts'
import type { Ports } from '../ports/index.ts'
import { type ContactPorts, saveContact } from './save-contact.ts'

type Needed = ContactPorts & Pick<Ports, 'accounts' | 'mailer' | 'transact'>

/** Ends a transaction that must leave nothing behind. */
const TAKEN = Symbol('the address belongs to somebody else')

/**
 * Whoever has the link reads the mail of the new address. He signs in with it from now on where he did with the old
 * one, which is told so. An address that stands for somebody else already proves nothing.
 */
export const confirmEmailChange =
  (ports: Needed) =>
  async ({ token }: { readonly token: string }, now: Date): Promise<Result<{ readonly email: string }>> => {
    const { accounts, cadres, contact, mailer, transact } = ports
    try {
      const done = await transact(async tx => {
        const change = await contact.take(sha256(token), now, tx)
        const cadre = change && (await cadres.find(change.cadre, tx))
        if (change === null || cadre === null) return null
        const { email } = change
        if (await contact.isTaken(email, cadre.id, tx)) throw TAKEN
        const account = await accounts.ofCadre(cadre.id, tx)
        if (account !== null && account.login === cadre.email) {
          if ((await accounts.byLogin(email, tx)) !== null) throw TAKEN
          if (!(await accounts.save({ ...account, login: email }, tx))) throw TAKEN
        }
        await saveContact(ports)(
          { id: change.by, name: cadre.name },
          { cadre, changed: { email }, action: 'contact.changed-by-himself' },
          now,
          tx,
        )
        return { email, before: cadre }
      })
      if (done === null) return refuse(problem('confirmation-not-valid', { minutes: CONFIRM_MINUTES }))
      const { email, before } = done
      if (before.email !== null)
        await mailer
          .send({ to: before.email, ...emailChangedLetter({ name: before.name, email }) })
          // It is a courtesy: the old address may be why it was changed.
          .catch(() => null)
      return ok({ email })
    } catch (error) {
      if (error === TAKEN) return refuse(problem('email-taken'))
      throw error
    }
  }
