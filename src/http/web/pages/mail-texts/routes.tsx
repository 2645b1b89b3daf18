import { z } from 'zod'
import { changeMailText } from '../../../../commands/change-mail-text.ts'
import { type MailTextPreview, previewMailText } from '../../../../commands/preview-mail-text.ts'
import { REMINDER_KINDS, type ReminderKind } from '../../../../domain/mail-kind.ts'
import { MAIL_LANGUAGES, type MailText } from '../../../../domain/mail-text.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { campaignCode, mailText } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { withQuery } from '../../paths.ts'
import { MailTextsPage, mailTextsPath, Sample, type Typed } from './view.tsx'
import { WORDS } from './words.ts'

const params = z.object({ c: campaignCode })
const PATH = `${adminPath('campaigns')}/:c/thu`

const place = {
  kind: z.enum(REMINDER_KINDS).catch('invitation'),
  mailLanguage: z.enum(MAIL_LANGUAGES).optional().catch(undefined),
}
const typed = z.string().max(10_000).default('')
const form = z.object({
  ...place,
  subject: typed,
  opening: typed,
  closing: typed,
  /** `look`: only show what it would say. */
  step: z.literal('look').optional().catch(undefined),
})

type Shown = Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'csrf'>

const typedOf = ({ campaign, language }: MailTextPreview, kind: ReminderKind): Typed => {
  const text = campaign.reminders.texts[kind]?.[language]
  return { subject: text?.subject ?? '', opening: text?.opening ?? '', closing: text?.closing ?? '' }
}

const show = (
  { language, words, csrf }: Shown,
  data: MailTextPreview,
  kind: ReminderKind,
  typed: Typed,
  problems: readonly Problem[],
): View => {
  const props = { data, kind, problems, csrf, language, words: WORDS[language], shared: words }
  return {
    frame: { ...adminFrame('campaigns', WORDS[language].title, words), isNarrow: true },
    content: <MailTextsPage {...props} typed={typed} />,
    piece: <Sample {...props} />,
    problems,
  }
}

/** What was typed as a text, or what is wrong with it. */
const readText = ({ subject, opening, closing }: Typed): Result<MailText> => {
  const parsed = mailText.safeParse({ subject, opening, closing })
  if (parsed.success) return ok(parsed.data)
  const [first, ...more] = parsed.error.issues.map(({ message, path }) =>
    problem('input-not-valid', { reason: message }, String(path[0])),
  )
  return refuse(first ?? problem('input-not-valid', { reason: '' }), ...more)
}

export const mailTextPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: PATH,
    access: ['admin'],
    params,
    query: z.object(place),
    handle: async context => {
      const { actor, params, query } = context
      const { kind, mailLanguage: language = null } = query
      const data = await previewMailText(ports)(actor, { campaign: params.c, kind, language }, null)
      return mapResult(data, found => show(context, found, kind, typedOf(found, kind), []))
    },
  }),
  page({
    method: 'post',
    path: PATH,
    access: ['admin'],
    params,
    form,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form: typed, now, language, req } = context
      const { kind, mailLanguage = null } = typed
      const text = readText(typed)
      const place = { campaign: params.c, kind, language: mailLanguage }
      const looked = await previewMailText(ports)(actor, place, text.ok ? text.value : null)
      if (!looked.ok) return looked
      const where = { ...place, language: looked.value.language }
      const problems = text.ok ? looked.value.problems : text.problems
      // While somebody types, half a field is no mistake yet to answer with an error.
      if (req.get('HX-Request') === 'true')
        return ok({ ...show(context, looked.value, kind, typed, problems), problems: [] })
      if (!text.ok || problems.length > 0 || typed.step === 'look')
        return ok(show(context, looked.value, kind, typed, problems))
      return mapResult(await changeMailText(ports)(actor, where, text.value, now), () => ({
        redirect: withQuery(mailTextsPath(params.c), { kind, mailLanguage: where.language }),
        flash: WORDS[language].saved,
      }))
    },
  }),
]
