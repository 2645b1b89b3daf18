import { sha256 } from '../crypto/sha256.ts'
import { LINK_MINUTES, loginOf } from '../domain/login.ts'
import { signInLinkLetter } from '../mail/messages/sign-in-link.ts'
import { mailOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

type Needed = Pick<Ports, 'accounts' | 'cadres' | 'links' | 'audit' | 'random' | 'mailer' | 'publicUrl'>

/** An address that an office shares is nobody's own: it proves nothing, so it is taken for none. */
const soleCadreWith = async (mail: string, { cadres }: Pick<Ports, 'cadres'>) => {
  const [cadre, ...others] = await cadres.withMail(mail)
  return cadre !== undefined && others.length === 0 ? cadre : null
}

/**
 * Mails a one-time way in to whoever this login is: an account, or somebody in the rosters who never had one.
 * Says nothing of whether there is anybody: let nobody wait for it.
 */
export const requestSignInLink =
  (ports: Needed) =>
  async (typed: { readonly login: string }, now: Date): Promise<void> => {
    const { accounts, links, audit, random, mailer, publicUrl } = ports
    const login = loginOf(typed.login)
    const account = await accounts.byLogin(login)
    const mail = account === null ? login : await mailOf(account, ports)
    if (mail === null || account?.disabled === true) return
    const cadre = await soleCadreWith(mail, ports)
    const name = account?.name ?? cadre?.name
    if (name === undefined) return
    const token = random.secret()
    await links.insert({
      hash: sha256(token),
      account: account?.id ?? null,
      cadre: cadre?.id ?? null,
      mail,
      expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000),
      setsPassword: false,
      slip: null,
    })
    await audit.write({
      actor: { id: account?.id ?? 'nobody', name },
      action: 'sign-in-link.requested',
      target: `login:${login}`,
      path: [],
      at: now,
    })
    await mailer.send({
      to: mail,
      ...signInLinkLetter({ name, link: `${publicUrl}/dang-nhap/${token}`, minutes: LINK_MINUTES }),
    })
  }
