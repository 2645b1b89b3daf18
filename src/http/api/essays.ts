import { z } from 'zod'
import { withdrawEssay } from '../../commands/withdraw-essay.ts'
import type { Ports } from '../../ports/index.ts'
import { type Route, reply, route } from '../route.ts'
import { serveEssay } from '../serve-essay.ts'
import { essayParams, versionParams } from './enrolment-shapes.ts'

export const essayRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'delete',
    path: '/campaigns/:c/enrolments/:e/essays/:topic',
    summary: 'Withdraw the newest version of an essay, until the due date of this person',
    tag: 'Essays',
    access: ['cadre', 'staff', 'admin'],
    params: essayParams,
    answers: { 204: null },
    refusals: ['not-found', 'essay-accepted', 'nothing-to-withdraw', 'withdrawal-closed'],
    handle: async ({ actor, params, now }) =>
      reply(
        await withdrawEssay(ports)(
          actor,
          { campaign: params.c, enrolment: params.e, topic: params.topic },
          now,
        ),
        204,
      ),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/enrolments/:e/essays/:topic/versions/:n/file',
    summary: 'The file as it was handed in, or the PDF bound of photos; takes Range and If-None-Match',
    tag: 'Essays',
    access: ['cadre', 'staff', 'trainer', 'admin'],
    params: versionParams,
    answers: {
      200: { bytes: '*/*' },
      206: { bytes: '*/*' },
      304: null,
    },
    refusals: ['not-found', 'photos-not-bound', 'range-not-satisfiable'],
    handle: async context => {
      const { c, e, topic, n } = context.params
      return serveEssay(ports)(context, { campaign: c, enrolment: e, topic, version: n })
    },
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/enrolments/:e/essays/:topic/versions/:n/photos/:k',
    summary: 'One photo as it was handed in, from 1; takes Range and If-None-Match',
    tag: 'Essays',
    access: ['cadre', 'staff', 'trainer', 'admin'],
    params: versionParams.extend({ k: z.coerce.number().int().min(1) }),
    answers: { 200: { bytes: '*/*' }, 206: { bytes: '*/*' }, 304: null },
    refusals: ['not-found', 'range-not-satisfiable'],
    handle: async context => {
      const { c, e, topic, n, k } = context.params
      return serveEssay(ports)(context, { campaign: c, enrolment: e, topic, version: n, photo: k })
    },
  }),
]
