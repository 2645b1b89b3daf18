import { z } from 'zod'
import { consumeSignInLink } from '../../../../commands/consume-sign-in-link.ts'
import { requestSignInLink } from '../../../../commands/request-sign-in-link.ts'
import { signIn } from '../../../../commands/sign-in.ts'
import { problem } from '../../../../domain/problems.ts'
import { ok } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import type { Route } from '../../../route.ts'
import { beginSession, endSession } from '../../../session.ts'
import { page } from '../../page.ts'
import { LinkSent, OpenLink, SignIn } from './view.tsx'
import { WORDS } from './words.ts'

/** Only a path of ours: never an address elsewhere. */
const ownPath = z
  .string()
  .regex(/^\/(?![/\\])/)
  .catch('/')
const login = z.string().trim().min(1).max(200)
const tokenParams = z.object({ token: z.string().min(1).max(100) })

export const signInPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dang-nhap',
    access: 'public',
    query: z.object({ next: ownPath.optional() }),
    handle: async ({ query, language, words }) =>
      ok({
        frame: { title: WORDS[language].title, isNarrow: true },
        content: (
          <SignIn
            words={WORDS[language]}
            shared={words}
            language={language}
            problems={[]}
            login=""
            next={query.next ?? '/'}
          />
        ),
      }),
  }),
  page({
    method: 'post',
    path: '/dang-nhap',
    access: 'public',
    limit: 'sign-in',
    form: z.object({ login: z.string().trim().max(200), password: z.string().max(200), next: ownPath }),
    handle: async ({ form, language, words, now, req }) => {
      const signedIn = await signIn(ports)(form, now)
      if (!signedIn.ok)
        return ok({
          frame: { title: WORDS[language].title, isNarrow: true },
          problems: signedIn.problems,
          content: (
            <SignIn
              words={WORDS[language]}
              shared={words}
              language={language}
              problems={signedIn.problems}
              login={form.login}
              next={form.next}
            />
          ),
        })
      await beginSession(req, signedIn.value.id)
      return ok({ redirect: form.next })
    },
  }),
  page({
    method: 'post',
    path: '/dang-nhap/lien-ket',
    access: 'public',
    limit: 'sign-in-link',
    form: z.object({ login }),
    handle: async ({ form, language, now, req }) => {
      requestSignInLink(ports)(form, now).catch((error: unknown) => req.log.error(error))
      return ok({
        frame: { title: WORDS[language].sentTitle, isNarrow: true },
        content: <LinkSent words={WORDS[language]} login={form.login} />,
      })
    },
  }),
  page({
    method: 'post',
    path: '/dang-nhap/phieu',
    access: 'public',
    limit: 'open-link',
    form: z.object({ code: z.string().max(100) }),
    handle: async ({ form, now, language, words, req }) => {
      const signedIn = await consumeSignInLink(ports)({ token: form.code }, now)
      if (!signedIn.ok)
        return ok({
          frame: { title: WORDS[language].title, isNarrow: true },
          problems: signedIn.problems,
          content: (
            <SignIn
              words={WORDS[language]}
              shared={words}
              language={language}
              problems={[problem('slip-not-valid', {}, 'body/code')]}
              login=""
              code={form.code}
              next="/"
            />
          ),
        })
      await beginSession(req, signedIn.value.id)
      return ok({ redirect: '/' })
    },
  }),
  page({
    method: 'get',
    path: '/dang-nhap/:token',
    access: 'public',
    params: tokenParams,
    handle: async ({ params, language }) =>
      ok({
        frame: { title: WORDS[language].openTitle, isNarrow: true },
        content: <OpenLink words={WORDS[language]} token={params.token} />,
      }),
  }),
  page({
    method: 'post',
    path: '/dang-nhap/:token',
    access: 'public',
    limit: 'open-link',
    params: tokenParams,
    handle: async ({ params, now, req }) => {
      const signedIn = await consumeSignInLink(ports)(params, now)
      if (!signedIn.ok) return signedIn
      await beginSession(req, signedIn.value.id)
      return ok({ redirect: '/' })
    },
  }),
  page({
    method: 'post',
    path: '/dang-xuat',
    access: 'signed-in',
    handle: async ({ req, res }) => {
      await endSession(req, res, ports.publicUrl)
      return ok({ redirect: '/dang-nhap' })
    },
  }),
]
