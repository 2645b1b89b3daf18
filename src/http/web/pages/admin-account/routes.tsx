import { z } from 'zod'
import { changeAccount } from '../../../../commands/change-account.ts'
import { inviteAccount } from '../../../../commands/invite-account.ts'
import type { MailedLink } from '../../../../commands/password-link.ts'
import { revokeAccountTokens } from '../../../../commands/revoke-account-tokens.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type AccountView, getAccount } from '../../../../queries/accounts.ts'
import { listProvinces } from '../../../../queries/provinces.ts'
import { accountId } from '../../../../wire/account.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { actPages } from './acts.tsx'
import { accountForm, grantsIn, NOTHING_TYPED, type TypedAccount, typedOf } from './form.ts'
import { Invite } from './invite-view.tsx'
import { AccountPage } from './view.tsx'
import { WORDS } from './words.ts'

type Shown = Pick<
  PageContext<undefined, undefined, undefined>,
  'actor' | 'language' | 'words' | 'csrf' | 'now'
>

const params = z.object({ id: accountId })

const showInvite =
  (ports: Ports) =>
  async (
    { language, words, csrf, now }: Shown,
    typed: TypedAccount,
    problems: readonly Problem[],
  ): Promise<View> => ({
    frame: { ...adminFrame('accounts', WORDS[language].inviteTitle, words), isNarrow: true },
    problems,
    content: (
      <Invite
        typed={typed}
        problems={problems}
        provinces={await listProvinces(ports)(now)}
        csrf={csrf}
        language={language}
        words={WORDS[language]}
        shared={words}
      />
    ),
  })

const showAccount =
  (ports: Ports) =>
  async (
    { actor, language, words, csrf, now }: Shown,
    data: AccountView,
    typed: TypedAccount,
    problems: readonly Problem[],
  ): Promise<View> => ({
    frame: { ...adminFrame('accounts', data.account.name, words), isNarrow: true },
    problems,
    content: (
      <AccountPage
        data={data}
        me={actor.id}
        typed={typed}
        problems={problems}
        provinces={await listProvinces(ports)(now)}
        csrf={csrf}
        language={language}
        words={WORDS[language]}
        shared={words}
      />
    ),
  })

const mailedIn = ({ mail, failure }: MailedLink, language: Shown['language']): string =>
  failure === null ? WORDS[language].invited(mail) : WORDS[language].notMailed(failure)

export const adminAccountPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('accounts', 'moi'),
    access: ['admin'],
    handle: async context => ok(await showInvite(ports)(context, NOTHING_TYPED, [])),
  }),
  page({
    method: 'post',
    path: adminPath('accounts', 'moi'),
    access: ['admin'],
    form: accountForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, form, now, language } = context
      const grants = await grantsIn(ports)(actor, form, now)
      const made = grants.ok
        ? await inviteAccount(ports)(actor, { ...form, grants: grants.value }, now)
        : grants
      if (!made.ok) return ok(await showInvite(ports)(context, form, made.problems))
      const { account, mailed } = made.value
      return ok({ redirect: adminPath('accounts', account.id), flash: mailedIn(mailed, language) })
    },
  }),
  page({
    method: 'get',
    path: `${adminPath('accounts')}/:id`,
    access: ['admin'],
    params,
    handle: async context => {
      const found = await getAccount(ports)(context.actor, context.params.id)
      if (!found.ok) return found
      const { account, units } = found.value
      return ok(await showAccount(ports)(context, found.value, typedOf(account, units), []))
    },
  }),
  page({
    method: 'post',
    path: `${adminPath('accounts')}/:id`,
    access: ['admin'],
    params,
    form: accountForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form, now, language } = context
      const found = await getAccount(ports)(actor, params.id)
      if (!found.ok) return found
      const grants = await grantsIn(ports)(actor, form, now)
      const patch = { name: form.name, ...(grants.ok ? { grants: grants.value } : {}) }
      const changed = grants.ok ? await changeAccount(ports)(actor, params.id, patch, now) : grants
      if (!changed.ok) return ok(await showAccount(ports)(context, found.value, form, changed.problems))
      return ok({ redirect: adminPath('accounts', params.id), flash: WORDS[language].saved })
    },
  }),
  page({
    method: 'post',
    path: `${adminPath('accounts')}/:id/ma/:token`,
    access: ['admin'],
    params: params.extend({ token: z.string().max(100) }),
    handle: async ({ actor, params, now, language }) =>
      mapResult(await revokeAccountTokens(ports)(actor, params.id, params.token, now), () => ({
        redirect: adminPath('accounts', params.id),
        flash: WORDS[language].revoked,
      })),
  }),
  ...actPages(ports),
]
