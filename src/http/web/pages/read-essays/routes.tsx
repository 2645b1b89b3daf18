import { z } from 'zod'
import { reviewEssay } from '../../../../commands/review-essay.ts'
import { REVIEW_VERDICTS } from '../../../../domain/essay.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import { onDay } from '../../../../domain/time.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type EssayToRead, readEssay } from '../../../../queries/read-essay.ts'
import { listToRead, READING_STATES } from '../../../../queries/reading-list.ts'
import { campaignCode, topicCode, unitCode } from '../../../../wire/campaign.ts'
import { note } from '../../../../wire/note.ts'
import { issuesOf } from '../../../mount.ts'
import { type Route, route } from '../../../route.ts'
import { serveEssay } from '../../../serve-essay.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { readingListPath, withQuery } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import { EssayPage } from './essay-view.tsx'
import { ReadingListPage } from './list-view.tsx'
import { essayPath, listQuery } from './paths.ts'
import { Verdict } from './verdict.tsx'
import { type ReadEssaysWords, WORDS } from './words.ts'

const ACCESS = ['staff', 'trainer', 'admin'] as const

const id = z.string().min(1).max(60)
const number = z.coerce.number().int().min(1)
const params = z.object({ c: campaignCode, e: id, topic: topicCode })
const from = z.object({ unit: unitCode.optional(), state: z.enum(READING_STATES).default('unjudged') })

const numberOf = ({ campaign, topic }: EssayToRead): number => campaign.topics.indexOf(topic) + 1

const returning = ({ dateWrong }: ReadEssaysWords) =>
  z.object({ note: note(2000), dueAt: z.union([z.literal(''), z.iso.date(dateWrong)]) })

type Context = PageContext<typeof params, typeof from, undefined>

const find =
  (ports: Ports) =>
  async ({ actor, params, query, now }: Omit<Context, 'form'>, version: number | undefined) => {
    const { c: campaign, e: enrolment, topic } = params
    return readEssay(ports)(actor, { campaign, enrolment, topic, ...query, number: version }, now)
  }

const show = (
  data: EssayToRead,
  { actor, query, csrf, now, language, words: shared }: Omit<Context, 'form'>,
  problems: readonly Problem[] = [],
  typed: { readonly note: string; readonly dueAt: string } | null = null,
): View => {
  const words = WORDS[language]
  const shown = { data, from: query, problems, language, words, shared }
  return {
    frame: {
      ...deskFrame(
        actor,
        data.campaign,
        'reading',
        words.essayOf(data.enrolment.person.name, numberOf(data)),
        shared,
      ),
      scripts: ['read.js'],
    },
    problems,
    content: (
      <EssayPage {...shown}>
        <Verdict {...shown} {...{ typed, csrf, now }} />
      </EssayPage>
    ),
  }
}

export const readEssaysPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/doc-bai',
    access: ACCESS,
    params: z.object({ c: campaignCode }),
    query: from.extend({ topic: topicCode.optional(), after: id.optional() }),
    handle: async ({ actor, params, query, language, words: shared }) =>
      mapResult(await listToRead(ports)(actor, { ...query, campaign: params.c }, query.after), data => ({
        frame: deskFrame(actor, data.campaign, 'reading', WORDS[language].title, shared),
        content: <ReadingListPage {...{ data, language, shared }} words={WORDS[language]} />,
      })),
  }),
  page({
    method: 'get',
    path: '/dot/:c/doc-bai/:e/:topic',
    access: ACCESS,
    params,
    query: from.extend({ ban: number.optional() }),
    handle: async context =>
      mapResult(await find(ports)(context, context.query.ban), data => show(data, context)),
  }),
  page({
    method: 'post',
    path: '/dot/:c/doc-bai/:e/:topic/nhan-xet',
    access: ['trainer', 'admin'],
    params,
    query: from,
    form: z.object({
      version: number,
      verdict: z.enum(REVIEW_VERDICTS),
      replaces: z.string().max(60),
      note: z.string().max(10_000).default(''),
      dueAt: z.string().max(40).default(''),
    }),
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, query, form, now, language } = context
      const { c: campaign, e: enrolment, topic } = params
      const found = await find(ports)(context, undefined)
      if (!found.ok) return found
      const { next, deadline } = found.value
      const words = WORDS[language]
      const typed = form.verdict === 'returned' ? form : null
      const parsed = returning(words).safeParse(typed ?? { note: '', dueAt: '' })
      if (!parsed.success) return ok(show(found.value, context, issuesOf(parsed.error, 'body'), typed))
      const reviewed = await reviewEssay(ports)(
        actor,
        {
          campaign,
          enrolment,
          topic,
          version: form.version,
          verdict: form.verdict,
          replaces: form.replaces === '' ? null : form.replaces,
          note: parsed.data.note,
          dueAt: parsed.data.dueAt === '' ? null : onDay(parsed.data.dueAt, deadline.dueAt),
        },
        now,
      )
      if (!reviewed.ok) return ok(show(found.value, context, reviewed.problems, typed))
      const name = found.value.enrolment.person.name
      return ok({
        redirect:
          next === null
            ? withQuery(readingListPath(campaign), { ...listQuery(query), topic })
            : essayPath(campaign, next, topic, query),
        flash: words[form.verdict](name, numberOf(found.value)),
      })
    },
  }),
  ...([false, true] as const).map(isInline =>
    route({
      method: 'get',
      path: `/dot/:c/doc-bai/:e/:topic/ban/:n${isInline ? '/xem' : ''}`,
      summary: isInline ? 'A PDF or a photograph, to be shown in a page' : 'The file as it was handed in',
      tag: 'Pages',
      access: ACCESS,
      params: params.extend({ n: number }),
      answers: { 200: { bytes: '*/*' }, 206: { bytes: '*/*' }, 304: null },
      refusals: ['not-found', 'photos-not-bound', 'range-not-satisfiable'],
      handle: async context => {
        const { c, e, topic, n } = context.params
        return serveEssay(ports)(context, { campaign: c, enrolment: e, topic, version: n }, isInline)
      },
    }),
  ),
]
