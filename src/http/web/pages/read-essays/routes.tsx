import { z } from 'zod'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { readEssay } from '../../../../queries/read-essay.ts'
import { listToRead, READING_STATES } from '../../../../queries/reading-list.ts'
import { campaignCode, topicCode, unitCode } from '../../../../wire/campaign.ts'
import { type Route, route } from '../../../route.ts'
import { serveEssay } from '../../../serve-essay.ts'
import { page } from '../../page.ts'
import { tabsFor } from '../../tabs.ts'
import { EssayPage } from './essay-view.tsx'
import { ReadingListPage } from './list-view.tsx'
import { WORDS } from './words.ts'

const ACCESS = ['staff', 'trainer', 'admin'] as const

const id = z.string().min(1).max(60)
const number = z.coerce.number().int().min(1)
const params = z.object({ c: campaignCode, e: id, topic: topicCode })
const from = z.object({ unit: unitCode.optional(), state: z.enum(READING_STATES).default('unjudged') })

export const readEssaysPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/doc-bai',
    access: ACCESS,
    params: z.object({ c: campaignCode }),
    query: from.extend({ topic: topicCode.optional(), after: id.optional() }),
    handle: async ({ actor, params, query, language, words: shared }) =>
      mapResult(await listToRead(ports)(actor, { ...query, campaign: params.c }, query.after), data => ({
        frame: {
          title: WORDS[language].title,
          where: data.campaign.name,
          tabs: tabsFor(actor, params.c, 'reading', shared),
        },
        content: <ReadingListPage {...{ data, language, shared }} words={WORDS[language]} />,
      })),
  }),
  page({
    method: 'get',
    path: '/dot/:c/doc-bai/:e/:topic',
    access: ACCESS,
    params,
    query: from.extend({ ban: number.optional() }),
    handle: async ({ actor, params, query, now, language, words: shared }) => {
      const { unit, state, ban } = query
      const { c: campaign, e: enrolment, topic } = params
      const asked = { campaign, enrolment, topic, unit, state, number: ban }
      return mapResult(await readEssay(ports)(actor, asked, now), data => ({
        frame: {
          title: WORDS[language].essayOf(
            data.enrolment.person.name,
            data.campaign.topics.indexOf(data.topic) + 1,
          ),
          where: data.campaign.name,
          tabs: tabsFor(actor, campaign, 'reading', shared),
          scripts: ['read.js'],
        },
        content: <EssayPage {...{ data, language, shared }} from={{ unit, state }} words={WORDS[language]} />,
      }))
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
