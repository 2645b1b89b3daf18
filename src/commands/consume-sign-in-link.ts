import { sha256 } from '../crypto/sha256.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type Account, actorOf, type SignInLink } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

type Needed = Pick<Ports, 'accounts' | 'cadres' | 'links' | 'audit' | 'random' | 'transact'>

/** Whoever used the link has shown that the address is his, and so that he is the person whom the rosters give it to. */
const accountBehind = async (
  { account: id, cadre: cadreId, mail }: SignInLink,
  { accounts, cadres, random }: Needed,
  tx: Tx,
): Promise<Account | null> => {
  const ofCadre = cadreId === null ? null : await accounts.ofCadre(cadreId, tx)
  const known =
    (id === null ? null : await accounts.byId(id, tx)) ?? ofCadre ?? (await accounts.byLogin(mail, tx))
  if (known !== null && (known.cadre !== null || ofCadre !== null || cadreId === null)) return known
  const cadre = cadreId === null ? null : await cadres.find(cadreId)
  if (cadre === null) return known
  const account: Account = {
    id: random.id(),
    login: mail,
    name: cadre.name,
    grants: [],
    passwordHash: null,
    disabled: false,
    demo: false,
    ...known,
    cadre: cadre.id,
  }
  return (await accounts.save(account, tx)) ? account : null
}

/** Opens once, and only for ten minutes; makes the account of somebody who never had one. */
export const consumeSignInLink =
  (ports: Needed) =>
  async ({ token }: { readonly token: string }, now: Date): Promise<Result<Actor>> =>
    ports.transact(async tx => {
      const link = await ports.links.take(sha256(token), now, tx)
      const account = link && (await accountBehind(link, ports, tx))
      if (account === null || account.disabled) return refuse(problem('link-not-valid'))
      await ports.audit.write(
        {
          actor: actorOf(account),
          action: 'sign-in.by-link',
          target: `login:${account.login}`,
          path: [],
          at: now,
        },
        tx,
      )
      return ok(actorOf(account))
    })
