import { z } from 'zod'
import { dropDraft, saveDraft } from '../../../../commands/save-draft.ts'
import { submitEssays } from '../../../../commands/submit-essays.ts'
import { type Draft, type DraftPart, essayText, partsToWrite } from '../../../../domain/draft.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import { checkNotAccepted } from '../../../../domain/review.ts'
import { checkHandIn } from '../../../../domain/submission.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type DraftView, getMyDraft } from '../../../../queries/draft.ts'
import { campaignCode, topicCode } from '../../../../wire/campaign.ts'
import { essayFromText } from '../../../receive-essay.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect, type View } from '../../page.ts'
import { type Language, SHARED } from '../../words.ts'
import { myReceiptPath, writePath } from '../my-essays/paths.ts'
import { NotSaved, Saved, WriteEssay } from './view.tsx'
import { WORDS } from './words.ts'

const params = z.object({ c: campaignCode })
const query = z.object({ cd: topicCode })

const MOST = 200_000
const text = z
  .string()
  .max(MOST, `mỗi phần dài không quá ${MOST} ký tự`)
  .transform(typed => typed.normalize('NFC').replaceAll('\r\n', '\n'))
/** One field, or several of the same name. */
const texts = z.union([text.transform(one => [one]), z.array(text).max(40)])

/** Headings and parts stand in the same order. */
const form = z.object({ headings: texts, parts: texts, revision: z.coerce.number().int().min(0) })

const partsOf = ({ headings, parts }: z.output<typeof form>): readonly DraftPart[] =>
  headings.map((heading, i) => ({ heading, text: parts[i] ?? '' }))

interface Shown {
  readonly parts: readonly DraftPart[]
  readonly draft: Pick<Draft, 'revision' | 'savedAt'> | null
  readonly problems: readonly Problem[]
  readonly idempotencyKey: string
  readonly csrf: string
  readonly language: Language
}

const show = ({ campaign, enrolment }: DraftView, code: string, shown: Shown): Result<View> => {
  const topic = campaign.topics.find(entry => entry.code === code)
  if (topic === undefined) return refuse(problem('not-found'))
  const number = campaign.topics.indexOf(topic) + 1
  const words = WORDS[shown.language]
  const { problems } = shown
  return ok({
    frame: { title: words.title(number), where: campaign.name, isNarrow: true, scripts: ['write.js'] },
    problems,
    content: (
      <WriteEssay
        {...shown}
        campaign={campaign.code}
        enrolment={enrolment.id}
        topic={topic}
        number={number}
        words={words}
        shared={SHARED[shown.language]}
      />
    ),
  })
}

/** For the page's module: how the saving went, and nothing else. */
const answerInPlace = (saved: Result<Pick<Draft, 'revision' | 'savedAt'>>, language: Language): View => {
  const piece = saved.ok ? (
    <Saved draft={saved.value} words={WORDS[language]} />
  ) : (
    <NotSaved problem={saved.problems[0]} language={language} />
  )
  return { frame: { title: '' }, problems: saved.ok ? [] : saved.problems, content: piece, piece }
}

export const writeEssayPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/viet',
    access: ['cadre'],
    params,
    query,
    handle: async ({ actor, params, query, now, csrf, language }): Promise<Result<View>> => {
      const found = await getMyDraft(ports)(actor, params.c, query.cd)
      if (!found.ok) return found
      const { campaign, enrolment, deadline, draft } = found.value
      const [first, ...more] = [
        ...checkNotAccepted(enrolment, [query.cd]),
        ...checkHandIn(enrolment, deadline, now),
      ]
      if (first !== undefined) return refuse(first, ...more)
      const parts = partsToWrite(campaign, draft?.parts ?? [])
      const idempotencyKey = ports.random.id()
      return show(found.value, query.cd, { parts, draft, problems: [], idempotencyKey, csrf, language })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/bai-cua-toi/viet',
    access: ['cadre'],
    params,
    query: query.extend({ key: z.string().regex(/^[0-9a-f]{24}$/) }),
    form,
    handle: async ({ actor, params, query, form, now, csrf, language }): Promise<Result<View | Redirect>> => {
      const parts = partsOf(form)
      const essay = { topics: [query.cd], text: essayText(parts) }
      const { c: campaign } = params
      const versions = await submitEssays(ports)(
        actor,
        { campaign, enrolment: 'me', idempotencyKey: query.key, receive: essayFromText(ports, essay) },
        now,
      )
      if (versions.ok) {
        await dropDraft(ports)(actor, { campaign, topic: query.cd, revision: form.revision })
        return ok({ redirect: myReceiptPath(campaign, versions.value[0]?.receipt ?? '') })
      }
      const found = await getMyDraft(ports)(actor, campaign, query.cd)
      if (!found.ok) return found
      const isKeyUsed = versions.problems.some(({ code }) => code === 'key-reused')
      return show(found.value, query.cd, {
        parts,
        draft: found.value.draft,
        problems: versions.problems.map(({ code, details }) => problem(code, details, 'part-0')),
        idempotencyKey: isKeyUsed ? ports.random.id() : query.key,
        csrf,
        language,
      })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/bai-cua-toi/viet/nhap',
    access: ['cadre'],
    params,
    query,
    form,
    handle: async ({
      actor,
      params,
      query,
      form,
      now,
      csrf,
      language,
      req,
    }): Promise<Result<View | Redirect>> => {
      const { c: campaign } = params
      const { cd: topic } = query
      const parts = partsOf(form)
      const words = WORDS[language]
      const saved = await saveDraft(ports)(actor, { ...form, campaign, topic, parts }, now)
      if (req.get('HX-Request') === 'true') return ok(answerInPlace(saved, language))
      if (saved.ok) return ok({ redirect: writePath(campaign, topic), flash: words.saved })
      const found = await getMyDraft(ports)(actor, campaign, topic)
      if (!found.ok) return found
      return show(found.value, topic, {
        parts,
        draft: found.value.draft && { ...found.value.draft, revision: form.revision },
        problems: saved.problems,
        idempotencyKey: ports.random.id(),
        csrf,
        language,
      })
    },
  }),
]
