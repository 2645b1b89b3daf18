import type { CampaignCode } from '../domain/campaign.ts'
import { type Contact, readContact } from '../domain/contact.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { nameLogin } from '../domain/login.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Account } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import { type ContactPorts, saveContact } from './save-contact.ts'

type Needed = ContactPorts & Pick<Ports, 'accounts' | 'sessions' | 'transact'>

/** Whoever reads the mail of the old address must not get in by it any more. */
const moveLogin = async (
  { accounts, sessions }: Pick<Needed, 'accounts' | 'sessions'>,
  account: Account,
  email: string | null,
  tx: Tx,
): Promise<void> => {
  const isFree = email !== null && (await accounts.byLogin(email, tx)) === null
  await accounts.save({ ...account, login: isFree ? email : nameLogin(account.id) }, tx)
  await sessions.endAll(account.id, tx)
}

/**
 * Writes down how somebody is reached. Who has an office of his own in the system signs in by his address, so nobody
 * but an admin may change it for him.
 */
export const changeContact =
  (ports: Needed) =>
  async (
    actor: Actor,
    campaign: CampaignCode,
    given: { readonly enrolment: EnrolmentId; readonly email: string; readonly phone: string },
    now: Date,
  ): Promise<Result<Contact>> => {
    const { enrolments, cadres, roster, accounts, transact } = ports
    const scope = scopeOf(actor, 'edit-contact')
    const read = readContact(given)
    return transact(async tx => {
      const enrolment = await enrolments.find(scope, campaign, given.enrolment, tx)
      const cadre = enrolment && (await cadres.find(enrolment.cadre, tx))
      if (enrolment === null || cadre === null) return refuse(problem('not-found'))
      if (!read.ok) return read
      const contact = read.value
      const account = await accounts.ofCadre(cadre.id, tx)
      if (account !== null && account.grants.length > 0 && scope.kind !== 'everything')
        return refuse(problem('contact-of-officer'))

      await saveContact(ports)(
        actor,
        { cadre, changed: contact, action: 'contact.changed', enrolment },
        now,
        tx,
      )
      const { email } = contact
      const old = enrolment.person.email
      if (account !== null && account.grants.length === 0 && account.login === old && old !== email)
        await moveLogin(ports, account, email, tx)
      if (email !== null) await roster.linkAccounts([{ cadre: cadre.id, email }], tx)
      return ok(contact)
    })
  }
