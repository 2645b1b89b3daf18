import { sha256 } from '../crypto/sha256.ts'
import type { CadreId } from '../domain/cadre.ts'
import { MAILED_LINK_DAYS } from '../domain/login.ts'
import { DAY } from '../domain/time.ts'
import type { Ports } from '../ports/index.ts'

/**
 * A way in to go into somebody's mail; null where the address is not his alone, so that it proves nothing, or where his
 * account opens an office: what lies in a mailbox for days must open no more than his own essays.
 */
export const mailSignIn =
  ({
    accounts,
    cadres,
    links,
    random,
    publicUrl,
  }: Pick<Ports, 'accounts' | 'cadres' | 'links' | 'random' | 'publicUrl'>) =>
  async (
    cadre: CadreId,
    mail: string,
    now: Date,
  ): Promise<{ readonly link: string; readonly days: number } | null> => {
    const [[own, ...others], ofCadre, withLogin] = await Promise.all([
      cadres.withMail(mail),
      accounts.ofCadre(cadre),
      accounts.byLogin(mail),
    ])
    if (own?.id !== cadre || others.length > 0) return null
    const account = ofCadre ?? withLogin
    if (account !== null && (account.disabled || account.grants.length > 0)) return null
    const token = random.secret()
    const lifetime = MAILED_LINK_DAYS * DAY
    await links.insert(
      {
        hash: sha256(token),
        account: null,
        cadre,
        mail,
        expiresAt: new Date(now.getTime() + lifetime),
        setsPassword: false,
        slip: null,
      },
      undefined,
      lifetime,
    )
    return { link: `${publicUrl}/dang-nhap/${token}`, days: MAILED_LINK_DAYS }
  }
