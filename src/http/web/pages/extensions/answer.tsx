import { z } from 'zod'
import { answerExtensionRequests } from '../../../../commands/answer-extension-requests.ts'
import { REQUEST_VERDICTS } from '../../../../domain/extension-request.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import { hanoiDay, onDay } from '../../../../domain/time.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type AskedView, type ExtensionDesk, getExtensionDesk } from '../../../../queries/extension-desk.ts'
import { issuesOf } from '../../../mount.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect, type View } from '../../page.ts'
import { extensionsPath } from '../../paths.ts'
import { AnswerForm } from './forms.tsx'
import { ACCESS, type Context, framed, id, params, query, typedText } from './frame.ts'
import { type ExtensionsWords, WORDS } from './words.ts'

const ids = z.union([id.transform(one => [one]), z.array(id).max(500)]).default([])

const chosenIn = (desk: ExtensionDesk, chosen: readonly string[]) => {
  const [first, ...more] = desk.waiting.filter(({ request }) => chosen.includes(request.id))
  return first === undefined ? null : ([first, ...more] as const)
}

const showAnswer = (
  desk: ExtensionDesk,
  asked: readonly [AskedView, ...AskedView[]],
  context: Context,
  typed: { dueAt: string; note: string },
  problems: readonly Problem[],
): View => {
  const { csrf, language, words: shared } = context
  const words = WORDS[language]
  const title = words.answerTitle(asked.length, asked[0].enrolment.person.name)
  const { campaign, unit } = desk
  return {
    ...framed(context, title, campaign.name, problems),
    content: (
      <AnswerForm {...{ campaign, asked, typed, problems, csrf, language, words, shared }} unit={unit.code} />
    ),
  }
}

const answersOf = ({ noteLong, dateWrong }: ExtensionsWords) =>
  z.object({
    dueAt: z.union([z.literal(''), z.iso.date(dateWrong)]),
    note: z.string().trim().max(500, noteLong),
  })

/** Answering requests, one or several, on a page that says whose. */
export const answerPages = (ports: Ports): readonly Route[] => {
  return [
    page({
      method: 'get',
      path: '/dot/:c/gia-han/tra-loi',
      access: ACCESS,
      params,
      query: query.extend({ r: ids, all: z.string().optional() }),
      handle: async (context): Promise<Result<View | Redirect>> => {
        const { actor, params, query, language } = context
        const desk = await getExtensionDesk(ports)(actor, { campaign: params.c, unit: query.unit })
        if (!desk.ok) return desk
        const chosen = query.all === undefined ? query.r : desk.value.waiting.map(({ request }) => request.id)
        const asked = chosenIn(desk.value, chosen)
        if (asked === null)
          return chosen.length > 0
            ? refuse(problem('not-found'))
            : ok({ redirect: extensionsPath(params.c, query.unit), flash: WORDS[language].noneChosen })
        const dueAt = asked.length === 1 ? hanoiDay(asked[0].request.dueAt) : ''
        return ok(showAnswer(desk.value, asked, context, { dueAt, note: '' }, []))
      },
    }),
    page({
      method: 'post',
      path: '/dot/:c/gia-han/tra-loi',
      access: ACCESS,
      params,
      query,
      form: z.object({
        r: ids,
        verdict: z.enum(REQUEST_VERDICTS),
        dueAt: typedText(40),
        note: typedText(5000),
      }),
      handle: async (context): Promise<Result<View | Redirect>> => {
        const { actor, params, query, form, now, language } = context
        const words = WORDS[language]
        const desk = await getExtensionDesk(ports)(actor, { campaign: params.c, unit: query.unit })
        if (!desk.ok) return desk
        const parsed = answersOf(words).safeParse(form)
        const answered = parsed.success
          ? await answerExtensionRequests(ports)(
              actor,
              params.c,
              {
                requests: form.r,
                verdict: form.verdict,
                ...(parsed.data.dueAt === ''
                  ? {}
                  : { dueAt: onDay(parsed.data.dueAt, desk.value.campaign.dueAt) }),
                ...(parsed.data.note === '' ? {} : { note: parsed.data.note }),
              },
              now,
            )
          : ({ ok: false, problems: issuesOf(parsed.error, 'body') } as const)
        if (answered.ok)
          return ok({
            redirect: extensionsPath(params.c, query.unit),
            flash: words[form.verdict](answered.value.length),
          })
        const asked = chosenIn(desk.value, form.r)
        const [first, ...more] = answered.problems
        if (first !== undefined && asked === null) return refuse(first, ...more)
        return asked === null
          ? refuse(problem('not-found'))
          : ok(showAnswer(desk.value, asked, context, form, answered.problems))
      },
    }),
  ]
}
