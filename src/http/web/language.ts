import type { RequestHandler } from 'express'
import type { Language } from './words.ts'

declare global {
  namespace Express {
    interface Locals {
      language: Language
    }
  }
}

const YEAR = 365 * 24 * 3_600_000
const COOKIE = /(?:^|; )lang=(vi|en)(?:;|$)/

const languageOf = (text: unknown): Language | null => (text === 'vi' || text === 'en' ? text : null)

/** Vietnamese unless English was chosen: once by `?lang=`, from then on by a cookie. */
export const chooseLanguage: RequestHandler = (req, res, next) => {
  const chosen = languageOf(req.query['lang'])
  if (chosen !== null)
    res.cookie('lang', chosen, { maxAge: YEAR, sameSite: 'lax', path: '/', httpOnly: true })
  res.locals.language = chosen ?? languageOf(COOKIE.exec(req.headers.cookie ?? '')?.[1]) ?? 'vi'
  next()
}
