import { z } from 'zod'
import { consumeSignInLink } from '../../../../commands/consume-sign-in-link.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import type { Route } from '../../../route.ts'
import { beginSession } from '../../../session.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { ChoosePassword } from './view.tsx'
import { WORDS } from './words.ts'

const params = z.object({ token: z.string().min(1).max(100) })

const show = (
  token: string,
  { language, words }: Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words'>,
  problems: readonly Problem[],
): View => ({
  frame: { title: WORDS[language].title, isNarrow: true },
  problems,
  content: (
    <ChoosePassword
      token={token}
      problems={problems}
      language={language}
      words={WORDS[language]}
      shared={words}
    />
  ),
})

/** Where the link of an invitation, or of a reset, leads. */
export const choosePasswordPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dang-nhap/mat-khau/:token',
    access: 'public',
    params,
    handle: async context => ok(show(context.params.token, context, [])),
  }),
  page({
    method: 'post',
    path: '/dang-nhap/mat-khau/:token',
    access: 'public',
    limit: 'open-link',
    params,
    form: z.object({ password: z.string().max(1000) }),
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { params, form, now, req } = context
      const password = form.password === '' ? undefined : form.password
      const signedIn = await consumeSignInLink(ports)({ ...params, password }, now)
      if (!signedIn.ok) {
        // A password that will not do leaves the link as it was; a link that is gone is told on a page of its own.
        const isMended = signedIn.problems.every(({ at }) => at === 'password')
        return isMended ? ok(show(params.token, context, signedIn.problems)) : signedIn
      }
      await beginSession(req, signedIn.value.id)
      return ok({ redirect: '/' })
    },
  }),
]
