import { sha256 } from '../crypto/sha256.ts'
import { PASSWORD_LINK_HOURS } from '../domain/login.ts'
import { type PasswordLinkReason, passwordLinkLetter } from '../mail/messages/password-link.ts'
import type { Account } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { refusalOf } from '../ports/mailer.ts'
import type { Tx } from '../ports/platform.ts'

/** Where the letter with the link went; `failure`: why the mail server did not take it. */
export interface MailedLink {
  readonly mail: string
  readonly failure: string | null
}

/** Writes a link for choosing a password in the transaction that makes it needed; earlier ones open no more. Gives its token. */
export const writePasswordLink =
  ({ links, random }: Pick<Ports, 'links' | 'random'>) =>
  async ({ id, cadre }: Account, mail: string, now: Date, tx: Tx): Promise<string> => {
    const token = random.secret()
    await links.removeOf(id, tx)
    await links.insert(
      {
        hash: sha256(token),
        account: id,
        cadre,
        mail,
        expiresAt: new Date(now.getTime() + PASSWORD_LINK_HOURS * 3_600_000),
        setsPassword: true,
        slip: null,
      },
      tx,
    )
    return token
  }

/** Sends it once it is written. A mail server that is down undoes nothing: the link can be sent again. */
export const mailPasswordLink =
  ({ mailer, publicUrl }: Pick<Ports, 'mailer' | 'publicUrl'>) =>
  async (reason: PasswordLinkReason, { name }: Account, mail: string, token: string): Promise<MailedLink> => {
    const link = `${publicUrl}/dang-nhap/mat-khau/${token}`
    try {
      await mailer.send({
        to: mail,
        ...passwordLinkLetter({ reason, name, link, hours: PASSWORD_LINK_HOURS }),
      })
      return { mail, failure: null }
    } catch (error) {
      return { mail, failure: refusalOf(error) ?? (error instanceof Error ? error.message : String(error)) }
    }
  }
