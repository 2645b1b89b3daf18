import type { RequestHandler } from 'express'
import { generateToken } from '../csrf.ts'
import { renderPage } from './layout.tsx'
import { ProblemPage, problemTitle } from './pages/problem/view.tsx'
import { SHARED } from './words.ts'

/** From here on problems are told as pages; whoever must sign in first is led there and back. */
export const problemPages: RequestHandler = (req, res, next) => {
  res.locals.showProblems = problems => {
    const { language } = res.locals
    const words = SHARED[language]
    if (problems[0].code === 'not-signed-in' && req.method === 'GET') {
      res.redirect(303, `/dang-nhap?next=${encodeURIComponent(req.originalUrl)}`)
      return
    }
    res.type('html').send(
      renderPage(
        {
          title: problemTitle(problems[0], words),
          isNarrow: true,
          language,
          csrf: req.signedInBy === 'cookie' ? generateToken(req) : '',
          ...(req.actor === null ? {} : { person: req.actor.name }),
          otherLanguageHref: `?lang=${language === 'vi' ? 'en' : 'vi'}`,
        },
        <ProblemPage problems={problems} language={language} words={words} />,
      ),
    )
  }
  next()
}
