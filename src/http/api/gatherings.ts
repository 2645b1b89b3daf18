import { z } from 'zod'
import { chooseGathered } from '../../commands/choose-gathered.ts'
import { confirmGathering } from '../../commands/confirm-gathering.ts'
import { discardGathering } from '../../commands/discard-gathering.ts'
import { startGathering } from '../../commands/start-gathering.ts'
import { MAX_GATHERED } from '../../domain/gathering.ts'
import type { Actor } from '../../domain/permission.ts'
import { mapResult, type Result } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getCast, getGathering } from '../../queries/gathering.ts'
import { listGatherings } from '../../queries/gatherings.ts'
import { topicCode, unitCode } from '../../wire/campaign.ts'
import { GATHERED_UPLOAD_REFUSALS, receiveGathered } from '../receive-gathered.ts'
import { type Reply, type Route, reply, route } from '../route.ts'
import { XLSX } from '../serve-document.ts'
import { serveGathering } from '../serve-gathering.ts'
import {
  gatheringAnswer,
  gatheringViewAnswer,
  presentGathering,
  presentGatheringView,
} from './gathering-shapes.ts'
import { campaignParams, documentId } from './shapes.ts'

const GATHERERS = ['staff', 'admin'] as const
const params = z.object({ id: documentId })

const choice = z.object({
  file: documentId,
  enrolment: documentId.nullable().meta({ description: 'null: nobody yet' }),
  topics: z.array(topicCode).max(20),
  skipped: z.boolean().default(false).meta({ description: 'Left out' }),
})

/** As it stands, once something was done to it. */
const shown = async (ports: Ports, actor: Actor, id: string, status = 200): Promise<Result<Reply>> => {
  const found = await getGathering(ports)(actor, id)
  if (!found.ok) return found
  const cast = await getCast(ports)(actor, found.value, found.value.files)
  return reply(
    mapResult(found, view => presentGatheringView(view, cast)),
    status,
  )
}

/** Essays that were collected elsewhere, handed in together: nothing is before somebody confirms. */
export const gatheringRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/gatherings',
    summary: 'Begin to collect essays of a unit and all below it; its files are kept for a week',
    tag: 'Collected essays',
    access: GATHERERS,
    params: campaignParams,
    body: z.object({ unit: unitCode }),
    answers: { 201: gatheringAnswer },
    refusals: [],
    handle: async ({ actor, params: { c }, body: { unit }, now }) =>
      reply(mapResult(await startGathering(ports)(actor, { campaign: c, unit }, now), presentGathering), 201),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/gatherings',
    summary: 'The newest fifty collections of your units, newest first',
    tag: 'Collected essays',
    access: GATHERERS,
    params: campaignParams,
    answers: { 200: z.array(gatheringAnswer) },
    refusals: [],
    handle: async ({ actor, params }) =>
      reply(
        mapResult(await listGatherings(ports)(actor, params.c), ({ gatherings }) =>
          gatherings.map(presentGathering),
        ),
      ),
  }),
  route({
    method: 'get',
    path: '/gatherings/:id',
    summary: 'A collection with all its files, whose they are taken to be and what about',
    tag: 'Collected essays',
    access: GATHERERS,
    params,
    answers: { 200: gatheringViewAnswer },
    refusals: [],
    handle: async ({ actor, params: { id } }) => shown(ports, actor, id),
  }),
  route({
    method: 'post',
    path: '/gatherings/:id/files',
    summary: 'Add files, with their folders in their names, or ZIPs of them, which a worker unpacks',
    tag: 'Collected essays',
    access: GATHERERS,
    params,
    multipart: z.object({
      file: z.string().meta({ format: 'binary', description: 'Several times; its name may hold folders' }),
    }),
    answers: { 200: gatheringViewAnswer },
    refusals: GATHERED_UPLOAD_REFUSALS,
    handle: async ({ actor, params: { id }, now, req, res }) => {
      const upload = await receiveGathered(ports)(actor, id, { req, res, now })
      return upload.ok ? shown(ports, actor, id) : upload
    },
  }),
  route({
    method: 'patch',
    path: '/gatherings/:id/files',
    summary: 'Say of files whose they are and what about, or that they are left out',
    tag: 'Collected essays',
    access: GATHERERS,
    params,
    body: z.object({ files: z.array(choice).min(1).max(MAX_GATHERED) }),
    answers: { 200: gatheringViewAnswer },
    refusals: ['topic-not-known', 'gathering-closed', 'gathering-expired', 'gathering-busy'],
    handle: async ({ actor, params: { id }, body: { files }, now }) => {
      const choices = files.map(({ file, skipped, ...rest }) => ({ id: file, isSkipped: skipped, ...rest }))
      const chosen = await chooseGathered(ports)(actor, id, choices, now)
      return chosen.ok ? shown(ports, actor, id) : chosen
    },
  }),
  route({
    method: 'post',
    path: '/gatherings/:id/confirmation',
    summary: 'Have exactly what the seal was shown with handed in, by a worker',
    tag: 'Collected essays',
    access: GATHERERS,
    params,
    body: z.object({ seal: z.string().max(100) }),
    answers: { 202: gatheringViewAnswer },
    refusals: [
      'gathering-closed',
      'gathering-expired',
      'gathering-busy',
      'gathering-changed',
      'nothing-to-hand-in',
    ],
    handle: async ({ actor, params: { id }, body: { seal }, now }) => {
      const confirmed = await confirmGathering(ports)(actor, id, seal, now)
      return confirmed.ok ? shown(ports, actor, id, 202) : confirmed
    },
  }),
  route({
    method: 'get',
    path: '/gatherings/:id/files.xlsx',
    summary: 'What became of every file, with receipts or the reason, as a workbook',
    tag: 'Collected essays',
    access: GATHERERS,
    params,
    answers: { 200: { bytes: XLSX } },
    refusals: [],
    handle: async ({ actor, params, res }) => serveGathering(ports)(actor, params.id, res),
  }),
  route({
    method: 'delete',
    path: '/gatherings/:id',
    summary: 'Throw away what was collected and not handed in',
    tag: 'Collected essays',
    access: GATHERERS,
    params,
    answers: { 204: null },
    refusals: ['gathering-busy'],
    handle: async ({ actor, params: { id }, now }) =>
      reply(await discardGathering(ports)(actor, id, now), 204),
  }),
]
