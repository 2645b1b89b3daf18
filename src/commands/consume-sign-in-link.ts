import { sha256 } from '../crypto/sha256.ts'
import { checkPassword } from '../domain/account-rules.ts'
import { nameLogin } from '../domain/login.ts'
import { type Actor, HOUSE, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type Slip, slipCode } from '../domain/slip.ts'
import type { UnitCode } from '../domain/unit.ts'
import { type Account, actorOf, type SignInLink } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

type Needed = Pick<
  Ports,
  'accounts' | 'cadres' | 'enrolments' | 'links' | 'sessions' | 'passwords' | 'audit' | 'random' | 'transact'
>

/** Whoever used the link has shown that the address is his, and so that he is the person whom the rosters give it to. */
const accountBehind = async (
  { account: id, cadre: cadreId, mail }: SignInLink,
  { accounts, cadres, random }: Pick<Needed, 'accounts' | 'cadres' | 'random'>,
  tx: Tx,
): Promise<Account | null> => {
  const ofCadre = cadreId === null ? null : await accounts.ofCadre(cadreId, tx)
  const known =
    (id === null ? null : await accounts.byId(id, tx)) ??
    ofCadre ??
    (mail === null ? null : await accounts.byLogin(mail, tx))
  if (known !== null && (known.cadre !== null || ofCadre !== null || cadreId === null)) return known
  const cadre = cadreId === null ? null : await cadres.find(cadreId)
  if (cadre === null) return known
  const account: Account = {
    id: random.id(),
    login: mail ?? nameLogin(cadre.id),
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

const pathOf = async (
  { enrolments }: Pick<Needed, 'enrolments'>,
  { campaign, enrolment }: Slip,
  tx: Tx,
): Promise<readonly UnitCode[]> =>
  (await enrolments.find(scopeOf(HOUSE, 'see-enrolment'), campaign, enrolment, tx))?.path ?? []

/** Whoever knew the old password is out of every browser. */
const keepPassword = async (
  { accounts, sessions, audit }: Pick<Needed, 'accounts' | 'sessions' | 'audit'>,
  account: Account,
  passwordHash: string,
  now: Date,
  tx: Tx,
): Promise<void> => {
  await accounts.save({ ...account, passwordHash }, tx)
  await sessions.endAll(account.id, tx)
  await audit.write(
    {
      actor: actorOf(account),
      action: 'account.password-chosen',
      target: `account:${account.id}`,
      path: [],
      at: now,
    },
    tx,
  )
}

/**
 * Opens once, and only for a while; makes the account of somebody who never had one. With a password, which only a link
 * sent for that purpose takes, it becomes the account's.
 */
export const consumeSignInLink =
  (ports: Needed) =>
  async (
    { token, password }: { readonly token: string; readonly password?: string | undefined },
    now: Date,
  ): Promise<Result<Actor>> => {
    const [wrong, ...more] = password === undefined ? [] : checkPassword(password)
    if (wrong !== undefined) return refuse(wrong, ...more)
    const passwordHash = password === undefined ? null : await ports.passwords.hash(password)
    const code = slipCode(token)
    const invalid = refuse(problem(code === null ? 'link-not-valid' : 'slip-not-valid'))
    return ports.transact(async tx => {
      const link = await ports.links.take(sha256(code ?? token), now, tx)
      const account = link && (await accountBehind(link, ports, tx))
      if (link === null || account === null || account.disabled) return invalid
      const { slip } = link
      // Printed by staff: it must never open an office, whatever its holder has become since.
      if (slip !== null && account.grants.length > 0) return invalid
      if (passwordHash !== null) {
        if (!link.setsPassword) return invalid
        await keepPassword(ports, account, passwordHash, now, tx)
      }
      await ports.audit.write(
        {
          actor: actorOf(account),
          ...(slip === null
            ? { action: 'sign-in.by-link', target: `login:${account.login}`, path: [] }
            : {
                action: 'sign-in.by-slip',
                target: `enrolment:${slip.enrolment}`,
                path: await pathOf(ports, slip, tx),
              }),
          at: now,
        },
        tx,
      )
      return ok(actorOf(account))
    })
  }
