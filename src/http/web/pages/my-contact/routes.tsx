import { z } from 'zod'
import { askEmailChange } from '../../../../commands/ask-email-change.ts'
import { changePhone } from '../../../../commands/change-phone.ts'
import { confirmEmailChange } from '../../../../commands/confirm-email-change.ts'
import { CONFIRM_MINUTES } from '../../../../domain/contact.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getMyContact } from '../../../../queries/my-contact.ts'
import type { Route } from '../../../route.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { ConfirmEmail, EmailConfirmed, MY_CONTACT_PATH, MyContact } from './view.tsx'
import { WORDS } from './words.ts'

const typed = z.string().trim().max(200)
const tokenParams = z.object({ token: z.string().min(1).max(100) })

type Asking = Pick<PageContext<undefined, undefined, undefined>, 'actor' | 'csrf' | 'language' | 'words'>

export const myContactPages = (ports: Ports): readonly Route[] => {
  const show = async (
    { actor, csrf, language, words: shared }: Asking,
    problems: readonly Problem[] = [],
    given: { readonly email?: string; readonly phone?: string } = {},
  ): Promise<Result<View>> =>
    mapResult(await getMyContact(ports)(actor), person => ({
      frame: { title: WORDS[language].title, isNarrow: true },
      problems,
      content: (
        <MyContact
          person={person}
          typed={{ email: given.email ?? '', phone: given.phone ?? person.phone ?? '' }}
          problems={problems}
          csrf={csrf}
          language={language}
          words={WORDS[language]}
          shared={shared}
        />
      ),
    }))

  return [
    page({ method: 'get', path: MY_CONTACT_PATH, access: ['cadre'], handle: async context => show(context) }),
    page({
      method: 'post',
      path: `${MY_CONTACT_PATH}/dien-thoai`,
      access: ['cadre'],
      form: z.object({ phone: typed }),
      handle: async (context): Promise<Result<View | Redirect>> => {
        const { actor, form, now, language } = context
        const changed = await changePhone(ports)(actor, form, now)
        if (!changed.ok) return show(context, changed.problems, form)
        return ok({ redirect: MY_CONTACT_PATH, flash: WORDS[language].phoneSaved })
      },
    }),
    page({
      method: 'post',
      path: `${MY_CONTACT_PATH}/thu-dien-tu`,
      access: ['cadre'],
      limit: 'confirm-email',
      form: z.object({ email: typed }),
      handle: async (context): Promise<Result<View | Redirect>> => {
        const { actor, form, now, language } = context
        const asked = await askEmailChange(ports)(actor, form, now)
        if (!asked.ok) return show(context, asked.problems, form)
        const flash = WORDS[language].emailSent(asked.value.email, CONFIRM_MINUTES)
        return ok({ redirect: MY_CONTACT_PATH, flash })
      },
    }),
    page({
      method: 'get',
      path: '/xac-nhan-thu/:token',
      access: 'public',
      params: tokenParams,
      handle: async ({ params, language }) =>
        ok({
          frame: { title: WORDS[language].confirmTitle, isNarrow: true },
          content: <ConfirmEmail words={WORDS[language]} token={params.token} />,
        }),
    }),
    page({
      method: 'post',
      path: '/xac-nhan-thu/:token',
      access: 'public',
      limit: 'open-link',
      params: tokenParams,
      handle: async ({ params, now, language }): Promise<Result<View>> =>
        mapResult(await confirmEmailChange(ports)(params, now), ({ email }) => ({
          frame: { title: WORDS[language].confirmed, isNarrow: true },
          content: <EmailConfirmed words={WORDS[language]} email={email} />,
        })),
    }),
  ]
}
