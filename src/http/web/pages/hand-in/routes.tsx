import { z } from 'zod'
import { submitEssays } from '../../../../commands/submit-essays.ts'
import type { TopicCode } from '../../../../domain/campaign.ts'
import { reachesEnrolment, scopeOf } from '../../../../domain/permission.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../../../../domain/result.ts'
import { checkHandIn } from '../../../../domain/submission.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type EnrolmentView, getEnrolment } from '../../../../queries/enrolment.ts'
import { campaignCode, topicCode } from '../../../../wire/campaign.ts'
import { essayFromUpload, uploadFields } from '../../../receive-essay.ts'
import type { Access, Route } from '../../../route.ts'
import { type PageContext, page, type View } from '../../page.ts'
import { ownPlace, type Place, personPlace } from '../../places.ts'
import { HandInPage } from './view.tsx'
import { WORDS } from './words.ts'

const chosenTopics = z.union([topicCode.transform(code => [code]), z.array(topicCode).max(20)]).optional()

/** What the form is shown with. */
interface Shown {
  readonly place: Place
  readonly isForHim: boolean
  readonly chosen: readonly TopicCode[]
  readonly idempotencyKey: string
  readonly problems: readonly Problem[]
}

const show = (
  data: EnrolmentView,
  {
    language,
    words,
    now,
    csrf,
  }: Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'now' | 'csrf'>,
  shown: Shown,
): View => {
  const { problems } = shown
  return {
    frame: {
      title: WORDS[language].title,
      where: data.campaign.name,
      isNarrow: true,
      scripts: ['hand-in.js'],
    },
    problems,
    content: (
      <HandInPage
        {...shown}
        data={data}
        csrf={csrf}
        now={now}
        language={language}
        words={WORDS[language]}
        shared={words}
      />
    ),
  }
}

/** Without somebody in the path it is oneself. */
const params = z.object({ c: campaignCode, e: z.string().min(1).max(60).default('me') })

const placeOf = ({ c, e }: z.output<typeof params>): Pick<Shown, 'place' | 'isForHim'> =>
  e === 'me' ? { place: ownPlace(c), isForHim: false } : { place: personPlace(c, e), isForHim: true }

const handInAt = (ports: Ports, path: string, access: Access): readonly Route[] => [
  page({
    method: 'get',
    path,
    access,
    params,
    query: z.object({ cd: chosenTopics }),
    handle: async (context): Promise<Result<View>> => {
      const { actor, params } = context
      const found = await getEnrolment(ports)(actor, params.c, params.e)
      if (!found.ok) return found
      const { enrolment, deadline, owed } = found.value
      if (!reachesEnrolment(scopeOf(actor, 'hand-in'), enrolment)) return refuse(problem('not-found'))
      const [first, ...more] = checkHandIn(enrolment, deadline, context.now)
      if (first !== undefined) return refuse(first, ...more)
      const chosen = context.query.cd ?? owed
      return ok(
        show(found.value, context, {
          ...placeOf(params),
          chosen,
          idempotencyKey: ports.random.id(),
          problems: [],
        }),
      )
    },
  }),
  page({
    method: 'post',
    path,
    access,
    params,
    // In the address, so that it is known whatever becomes of the body.
    query: z.object({ key: z.string().regex(/^[0-9a-f]{24}$/) }),
    multipart: uploadFields,
    handle: async context => {
      const { actor, params, query, now, req } = context
      const shown = placeOf(params)
      const versions = await submitEssays(ports)(
        actor,
        {
          campaign: params.c,
          enrolment: params.e,
          idempotencyKey: query.key,
          receive: essayFromUpload(ports, context),
        },
        now,
      )
      if (versions.ok) return ok({ redirect: shown.place.receipt(versions.value[0]?.receipt ?? '') })
      const { problems } = versions
      // What came before the refusal was read; the file itself no browser gives back.
      const { topics: chosen } = uploadFields
        .pick({ topics: true })
        .catch({ topics: [] })
        .parse(req.body ?? {})
      const isKeyUsed = problems.some(({ code }) => code === 'key-reused')
      const idempotencyKey = isKeyUsed ? ports.random.id() : query.key
      return mapResult(await getEnrolment(ports)(actor, params.c, params.e), data =>
        show(data, context, { ...shown, chosen, idempotencyKey, problems }),
      )
    },
  }),
]

export const handInPages = (ports: Ports): readonly Route[] => [
  ...handInAt(ports, '/dot/:c/bai-cua-toi/nop', ['cadre']),
  ...handInAt(ports, '/dot/:c/can-bo/:e/nop', ['staff', 'admin']),
]
