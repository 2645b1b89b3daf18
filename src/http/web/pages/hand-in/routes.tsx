import { z } from 'zod'
import { submitEssays } from '../../../../commands/submit-essays.ts'
import type { TopicCode } from '../../../../domain/campaign.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../../../../domain/result.ts'
import { checkHandIn } from '../../../../domain/submission.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type EnrolmentView, getEnrolment } from '../../../../queries/enrolment.ts'
import { campaignCode, topicCode } from '../../../../wire/campaign.ts'
import { STATUS } from '../../../problems.ts'
import { essayFromUpload, uploadFields } from '../../../receive-essay.ts'
import type { Route } from '../../../route.ts'
import { type PageContext, page, type View } from '../../page.ts'
import { myReceiptPath } from '../my-essays/paths.ts'
import { HandInPage } from './view.tsx'
import { WORDS } from './words.ts'

const params = z.object({ c: campaignCode })

const chosenTopics = z.union([topicCode.transform(code => [code]), z.array(topicCode).max(20)]).optional()

/** What the form is shown with. */
interface Shown {
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
  const [first] = shown.problems
  return {
    frame: {
      title: WORDS[language].title,
      where: data.campaign.name,
      isNarrow: true,
      scripts: ['hand-in.js'],
    },
    ...(first === undefined ? {} : { status: STATUS[first.code] }),
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

export const handInPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/nop',
    access: ['cadre'],
    params,
    query: z.object({ cd: chosenTopics }),
    handle: async (context): Promise<Result<View>> => {
      const found = await getEnrolment(ports)(context.actor, context.params.c, 'me')
      if (!found.ok) return found
      const { enrolment, deadline, owed } = found.value
      const [first, ...more] = checkHandIn(enrolment, deadline, context.now)
      if (first !== undefined) return refuse(first, ...more)
      const chosen = context.query.cd ?? owed
      return ok(show(found.value, context, { chosen, idempotencyKey: ports.random.id(), problems: [] }))
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/bai-cua-toi/nop',
    access: ['cadre'],
    params,
    // In the address, so that it is known whatever becomes of the body.
    query: z.object({ key: z.string().regex(/^[0-9a-f]{24}$/) }),
    multipart: uploadFields,
    handle: async context => {
      const { actor, params, query, now, req } = context
      const versions = await submitEssays(ports)(
        actor,
        {
          campaign: params.c,
          enrolment: 'me',
          idempotencyKey: query.key,
          receive: essayFromUpload(ports, context),
        },
        now,
      )
      if (versions.ok) return ok({ redirect: myReceiptPath(params.c, versions.value[0]?.receipt ?? '') })
      const { problems } = versions
      // What came before the refusal was read; the file itself no browser gives back.
      const { topics: chosen } = uploadFields
        .pick({ topics: true })
        .catch({ topics: [] })
        .parse(req.body ?? {})
      const isKeyUsed = problems.some(({ code }) => code === 'key-reused')
      const idempotencyKey = isKeyUsed ? ports.random.id() : query.key
      return mapResult(await getEnrolment(ports)(actor, params.c, 'me'), data =>
        show(data, context, { chosen, idempotencyKey, problems }),
      )
    },
  }),
]
