import { z } from 'zod'
import { withdrawEssay } from '../../../../commands/withdraw-essay.ts'
import type { CampaignCode, Topic, TopicCode } from '../../../../domain/campaign.ts'
import type { Actor } from '../../../../domain/permission.ts'
import { problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../../../../domain/result.ts'
import { checkNotAccepted } from '../../../../domain/review.ts'
import { checkHandIn, checkWithdrawal } from '../../../../domain/submission.ts'
import type { Ports } from '../../../../ports/index.ts'
import { type DraftView, getMyDraft } from '../../../../queries/draft.ts'
import { campaignCode, topicCode } from '../../../../wire/campaign.ts'
import { type Route, route } from '../../../route.ts'
import { serveEssay } from '../../../serve-essay.ts'
import { page, type View } from '../../page.ts'
import { myTopicPath } from '../my-essays/paths.ts'
import { MyTopic, Withdraw } from './view.tsx'
import { WORDS } from './words.ts'

const params = z.object({ c: campaignCode, topic: topicCode })

interface MyTopicView {
  readonly data: DraftView
  readonly topic: Topic
  readonly number: number
}

const findTopic =
  (ports: Parameters<typeof getMyDraft>[0]) =>
  async (actor: Actor, campaign: CampaignCode, code: TopicCode): Promise<Result<MyTopicView>> => {
    const found = await getMyDraft(ports)(actor, campaign, code)
    if (!found.ok) return found
    const { topics } = found.value.campaign
    const topic = topics.find(entry => entry.code === code)
    if (topic === undefined) return refuse(problem('not-found'))
    return ok({ data: found.value, topic, number: topics.indexOf(topic) + 1 })
  }

export const myTopicPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/:topic',
    access: ['cadre'],
    params,
    handle: async ({ actor, params, now, language, words: shared }): Promise<Result<View>> => {
      const found = await findTopic(ports)(actor, params.c, params.topic)
      if (!found.ok) return found
      const { data, topic, number } = found.value
      const { campaign, enrolment, deadline } = data
      const words = WORDS[language]
      const accepted = checkNotAccepted(enrolment, [topic.code])
      return ok({
        frame: { title: words.topic(number), where: campaign.name, isNarrow: true },
        content: (
          <MyTopic
            {...found.value}
            versions={data.versions.filter(version => version.topic === topic.code).reverse()}
            refusals={accepted.length > 0 ? accepted : checkHandIn(enrolment, deadline, now)}
            mayWithdraw={checkWithdrawal(enrolment, topic.code, deadline, now).length === 0}
            hasDraft={data.draft !== null}
            now={now}
            language={language}
            words={words}
            shared={shared}
          />
        ),
      })
    },
  }),
  page({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/:topic/rut',
    access: ['cadre'],
    params,
    handle: async ({ actor, params, now, csrf, language, words: shared }): Promise<Result<View>> => {
      const found = await findTopic(ports)(actor, params.c, params.topic)
      if (!found.ok) return found
      const { data, topic, number } = found.value
      const [first, ...more] = checkWithdrawal(data.enrolment, topic.code, data.deadline, now)
      if (first !== undefined) return refuse(first, ...more)
      const words = WORDS[language]
      return ok({
        frame: { title: words.withdrawTitle(number), where: data.campaign.name, isNarrow: true },
        content: <Withdraw {...found.value} csrf={csrf} language={language} words={words} shared={shared} />,
      })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/bai-cua-toi/:topic/rut',
    access: ['cadre'],
    params,
    handle: async ({ actor, params, now, language }) => {
      const { c: campaign, topic } = params
      const found = await findTopic(ports)(actor, campaign, topic)
      if (!found.ok) return found
      const withdrawn = await withdrawEssay(ports)(actor, { campaign, enrolment: 'me', topic }, now)
      return mapResult(withdrawn, () => ({
        redirect: myTopicPath(campaign, topic),
        flash: WORDS[language].withdrawn(found.value.number),
      }))
    },
  }),
  route({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/:topic/ban/:n',
    summary: 'The file of one of his own versions',
    tag: 'Pages',
    access: ['cadre'],
    params: params.extend({ n: z.coerce.number().int().min(1) }),
    answers: { 200: { bytes: '*/*' }, 206: { bytes: '*/*' }, 304: null },
    refusals: ['not-found', 'photos-not-bound', 'range-not-satisfiable'],
    handle: async context => {
      const { c, topic, n } = context.params
      return serveEssay(ports)(context, { campaign: c, enrolment: 'me', topic, version: n })
    },
  }),
  route({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/:topic/ban/:n/anh/:k',
    summary: 'One photo of one of his own versions',
    tag: 'Pages',
    access: ['cadre'],
    params: params.extend({ n: z.coerce.number().int().min(1), k: z.coerce.number().int().min(1) }),
    answers: { 200: { bytes: '*/*' }, 206: { bytes: '*/*' }, 304: null },
    refusals: ['not-found', 'range-not-satisfiable'],
    handle: async context => {
      const { c, topic, n, k } = context.params
      return serveEssay(ports)(context, { campaign: c, enrolment: 'me', topic, version: n, photo: k })
    },
  }),
]
