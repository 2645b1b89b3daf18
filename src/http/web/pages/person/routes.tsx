import { z } from 'zod'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getPerson } from '../../../../queries/person.ts'
import { topicCode } from '../../../../wire/campaign.ts'
import { type Route, route } from '../../../route.ts'
import { serveEssay } from '../../../serve-essay.ts'
import { page } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { params } from './form-page.tsx'
import { personFormPages } from './forms/index.ts'
import { PersonPage } from './view.tsx'
import { WORDS } from './words.ts'

const OVERSEERS = ['staff', 'trainer', 'admin'] as const

export const personPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/can-bo/:e',
    access: OVERSEERS,
    params,
    handle: async ({ actor, params: { c, e }, now, language, words }) =>
      mapResult(await getPerson(ports)(actor, c, e, now), data => ({
        frame: deskFrame(actor, data.campaign, 'people', data.enrolment.person.name, words),
        content: (
          <PersonPage data={data} now={now} language={language} words={WORDS[language]} shared={words} />
        ),
      })),
  }),
  route({
    method: 'get',
    path: '/dot/:c/can-bo/:e/bai/:topic/:n',
    summary: 'The file of one version',
    tag: 'Pages',
    access: OVERSEERS,
    params: params.extend({ topic: topicCode, n: z.coerce.number().int().min(1) }),
    answers: { 200: { bytes: '*/*' }, 206: { bytes: '*/*' }, 304: null },
    refusals: ['not-found', 'range-not-satisfiable'],
    handle: async context => {
      const { c, e, topic, n } = context.params
      return serveEssay(ports)(context, { campaign: c, enrolment: e, topic, version: n })
    },
  }),
  ...personFormPages(ports),
]
