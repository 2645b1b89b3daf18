import { z } from 'zod'
import { changeAccount } from '../../../../commands/change-account.ts'
import { endSessions } from '../../../../commands/end-sessions.ts'
import { revokeAccountTokens } from '../../../../commands/revoke-account-tokens.ts'
import { sendPasswordLink } from '../../../../commands/send-password-link.ts'
import type { Actor } from '../../../../domain/permission.ts'
import { mapResult, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type AccountView, getAccount } from '../../../../queries/accounts.ts'
import { accountId } from '../../../../wire/account.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { page } from '../../page.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { numberIn } from '../../parts/figures.tsx'
import type { Language } from '../../words.ts'
import { type AccountWords, WORDS } from './words.ts'

type Act = keyof AccountWords['act']
const ACTS: readonly Act[] = ['mat-khau', 'phien', 'thu-hoi', 'khoa', 'mo']

const params = z.object({ id: accountId, act: z.enum(ACTS) })

type Do = (
  ports: Ports,
  actor: Actor,
  id: string,
  now: Date,
) => Promise<Result<{ readonly failure: string | null }>>

const done = { failure: null }

/** What each of them does; a failure is the mail server's. */
const DO: Readonly<Record<Act, Do>> = {
  'mat-khau': async (ports, actor, id, now) => sendPasswordLink(ports)(actor, id, now),
  phien: async (ports, actor, id, now) => mapResult(await endSessions(ports)(actor, id, now), () => done),
  'thu-hoi': async (ports, actor, id, now) =>
    mapResult(await revokeAccountTokens(ports)(actor, id, null, now), () => done),
  khoa: async (ports, actor, id, now) =>
    mapResult(await changeAccount(ports)(actor, id, { disabled: true }, now), () => done),
  mo: async (ports, actor, id, now) =>
    mapResult(await changeAccount(ports)(actor, id, { disabled: false }, now), () => done),
}

/** Of what it says how many, or where to. */
const objectOf = (act: Act, { mail, sessions, tokens }: AccountView, language: Language): string => {
  if (act === 'mat-khau') return mail ?? WORDS[language].noMail
  return numberIn(act === 'phien' ? sessions : tokens.length, language)
}

/** Each is a page that says what will happen, and the button that does it. */
export const actPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: `${adminPath('accounts')}/:id/:act`,
    access: ['admin'],
    params,
    handle: async ({ actor, params: { id, act }, language, words, csrf }) =>
      mapResult(await getAccount(ports)(actor, id), data => {
        const { link, title, lead } = WORDS[language].act[act]
        return {
          frame: { ...adminFrame('accounts', link, words), isNarrow: true },
          content: (
            <Confirm
              title={title(data.account.name)}
              lines={[lead(objectOf(act, data, language))]}
              button={link}
              isDangerous={act === 'khoa'}
              action={adminPath('accounts', id, act)}
              csrf={csrf}
              back={{ href: adminPath('accounts', id), label: data.account.name }}
            />
          ),
        }
      }),
  }),
  page({
    method: 'post',
    path: `${adminPath('accounts')}/:id/:act`,
    access: ['admin'],
    params,
    handle: async ({ actor, params: { id, act }, now, language }) =>
      mapResult(await DO[act](ports, actor, id, now), ({ failure }) => ({
        redirect: adminPath('accounts', id),
        flash: failure === null ? WORDS[language].act[act].done : WORDS[language].notMailed(failure),
      })),
  }),
]
