import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../../domain/problems.ts'
import { ok, type Result } from '../../domain/result.ts'
import { generateToken } from '../csrf.ts'
import type { LimitName } from '../limits.ts'
import { STATUS } from '../problems.ts'
import { type Access, type Context, type Route, STREAMED } from '../route.ts'
import { type Frame, renderPage, renderPiece } from './layout.tsx'
import { sendHtml } from './send-html.ts'
import { type Language, SHARED, type SharedWords } from './words.ts'

type Shape = z.ZodObject | undefined

export interface PageContext<P extends Shape, Q extends Shape, F extends Shape>
  extends Omit<Context<P, Q, F>, 'body'> {
  readonly form: Context<P, Q, F>['body']
  readonly language: Language
  readonly words: SharedWords
  /** For the hidden field of forms; empty where nobody is signed in. */
  readonly csrf: string
}

/** A page, or a piece of it where htmx asked for one. */
export interface View {
  readonly frame: Omit<Frame, 'language' | 'csrf' | 'flash' | 'otherLanguageHref' | 'person'>
  readonly content: VNode
  readonly piece?: VNode
  /** What was wrong with what was sent: the first of them gives the answer its status. */
  readonly problems?: readonly Problem[]
}

/** After a write always a redirect, so that refresh and back never send twice. */
export interface Redirect {
  readonly redirect: string
  /** Said once on the page that follows. */
  readonly flash?: string
}

export interface Page<P extends Shape, Q extends Shape, F extends Shape> {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly access: Access
  readonly limit?: LimitName
  readonly params?: P
  readonly query?: Q
  readonly form?: F
  /** Of a form with a file, which the page reads itself (see http/upload.ts). */
  readonly multipart?: z.ZodObject
  readonly handle: (context: PageContext<P, Q, F>) => Promise<Result<View | Redirect>>
}

declare module 'express-session' {
  interface SessionData {
    flash?: string
  }
}

const takeFlash = (session: { flash?: string }): string | null => {
  const flash = session.flash ?? null
  delete session.flash
  return flash
}

/** A page is a route that answers in HTML: same authorisation, CSRF, limits and validation as the API's. */
export const page = <P extends Shape = undefined, Q extends Shape = undefined, F extends Shape = undefined>(
  definition: Page<P, Q, F>,
): Route => ({
  method: definition.method,
  path: definition.path,
  access: definition.access,
  ...(definition.limit === undefined ? {} : { limit: definition.limit }),
  summary: definition.path,
  tag: 'Pages',
  params: definition.params,
  query: definition.query,
  body: definition.form,
  multipart: definition.multipart,
  answers: { 200: { bytes: 'text/html' } },
  refusals: [],
  async handle(context) {
    const { req, res } = context
    const { language } = res.locals
    // Who bears a token has no session to remember anything in.
    const isMachine = req.signedInBy === 'token'
    const csrf = req.signedInBy === 'cookie' ? generateToken(req) : ''
    const { body: form, ...rest } = context as Context<P, Q, F>
    const result = await definition.handle({
      ...rest,
      form,
      language,
      words: SHARED[language],
      csrf,
    })
    if (!result.ok) return result
    const answer = result.value
    res.set('Cache-Control', 'no-store')
    if ('redirect' in answer) {
      if (answer.flash !== undefined && !isMachine) req.session.flash = answer.flash
      return ok({ status: 303, headers: { Location: answer.redirect } })
    }
    const wrong = answer.problems?.[0]
    res.status(wrong === undefined ? 200 : STATUS[wrong.code])
    if (answer.piece !== undefined && req.get('HX-Request') === 'true')
      await sendHtml(req, res, renderPiece(answer.piece))
    else
      await sendHtml(
        req,
        res,
        renderPage(
          {
            ...answer.frame,
            language,
            csrf,
            ...(req.actor === null ? {} : { person: req.actor.name }),
            flash: isMachine ? null : takeFlash(req.session),
            otherLanguageHref: otherLanguage(req.originalUrl, language),
          },
          answer.content,
        ),
      )
    return STREAMED
  },
})

const otherLanguage = (path: string, language: Language): string => {
  const url = new URL(path, 'http://here')
  url.searchParams.set('lang', language === 'vi' ? 'en' : 'vi')
  return `${url.pathname}${url.search}`
}
