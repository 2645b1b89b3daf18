import { z } from 'zod'
import { changeCampaign } from '../../commands/change-campaign.ts'
import { createCampaign } from '../../commands/create-campaign.ts'
import { type CampaignPreview, previewCampaignChange } from '../../commands/preview-campaign-change.ts'
import type { Moves } from '../../domain/campaign-change.ts'
import type { Actor } from '../../domain/permission.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getCampaign, listCampaigns, suggestCampaign } from '../../queries/campaigns.ts'
import { campaignPatch, newCampaign } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignAnswer, campaignParams, isoTime, presentCampaign } from './shapes.ts'

const times = z.array(isoTime)

const previewAnswer = z
  .object({
    after: campaignAnswer,
    fields: z.array(z.string()).meta({ description: 'Those that say something else than now' }),
    stillLate: z
      .int()
      .meta({ description: 'Essays that were late when they arrived: no new date changes that' }),
    completeBefore: z.int().meta({ description: 'People who have written enough; after: will have' }),
    completeAfter: z.int(),
    reminders: z.object({ dropped: times, added: times }).meta({ description: 'Waves still to come' }),
    reports: z
      .object({ dropped: times, added: times })
      .meta({ description: 'Moments still to come at which reports are compiled by themselves' }),
    needlessExtensions: z.int().meta({ description: 'Extensions that give nothing any more' }),
    needlessRequests: z.int().meta({ description: 'Waiting requests that everybody’s new date fulfils' }),
  })
  .meta({ id: 'CampaignPreview' })

const presentMoves = ({ dropped, added }: Moves) => ({
  dropped: dropped.map(time => time.toISOString()),
  added: added.map(time => time.toISOString()),
})

const presentPreview = (
  { before: _before, after, fields, reminders, reports, ...counts }: CampaignPreview,
  actor: Actor,
): z.input<typeof previewAnswer> => ({
  ...counts,
  after: presentCampaign(after, actor),
  fields: [...fields],
  reminders: presentMoves(reminders),
  reports: presentMoves(reports),
})

export const campaignRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns',
    summary: 'All campaigns, newest first',
    tag: 'Campaigns',
    access: 'signed-in',
    answers: { 200: z.array(campaignAnswer) },
    refusals: [],
    handle: async ({ actor }) =>
      reply(mapResult(await listCampaigns(ports)(), list => list.map(c => presentCampaign(c, actor)))),
  }),
  route({
    method: 'post',
    path: '/campaigns',
    summary: 'Create a campaign; what is not given takes the default',
    tag: 'Campaigns',
    access: ['admin'],
    body: newCampaign,
    answers: { 201: campaignAnswer },
    refusals: [
      'already-exists',
      'campaign-dates-not-in-order',
      'mail-field-not-known',
      'mail-field-malformed',
    ],
    handle: async ({ actor, body, now }) =>
      reply(
        mapResult(await createCampaign(ports)(actor, body, now), c => presentCampaign(c, actor)),
        201,
      ),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/successor',
    summary:
      'A campaign to begin with after this one: all of it copied, on dates that lie ahead. Nothing is written',
    tag: 'Campaigns',
    access: ['admin'],
    params: campaignParams,
    answers: { 200: campaignAnswer },
    refusals: [],
    handle: async ({ actor, params, now }) =>
      reply(mapResult(await suggestCampaign(ports)(params.c, now), c => presentCampaign(c, actor))),
  }),
  route({
    method: 'post',
    path: '/campaigns/:c/previews',
    summary: 'What a change would move. Nothing is written',
    tag: 'Campaigns',
    access: ['admin'],
    params: campaignParams,
    body: campaignPatch,
    answers: { 200: previewAnswer },
    refusals: [
      'campaign-dates-not-in-order',
      'mail-field-not-known',
      'mail-field-malformed',
      'campaign-topics-in-use',
    ],
    handle: async ({ actor, params, body, now }) =>
      reply(
        mapResult(await previewCampaignChange(ports)(actor, params.c, body, now), preview =>
          presentPreview(preview, actor),
        ),
      ),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c',
    summary: 'One campaign',
    tag: 'Campaigns',
    access: 'signed-in',
    params: campaignParams,
    answers: { 200: campaignAnswer },
    refusals: ['not-found'],
    handle: async ({ actor, params }) =>
      reply(mapResult(await getCampaign(ports)(params.c), c => presentCampaign(c, actor))),
  }),
  route({
    method: 'patch',
    path: '/campaigns/:c',
    summary: 'Change a campaign; what is not given stays. Topics with essays cannot be removed',
    tag: 'Campaigns',
    access: ['admin'],
    params: campaignParams,
    body: campaignPatch,
    answers: { 200: campaignAnswer },
    refusals: [
      'not-found',
      'campaign-dates-not-in-order',
      'mail-field-not-known',
      'mail-field-malformed',
      'campaign-topics-in-use',
    ],
    handle: async ({ actor, params, body, now }) =>
      reply(
        mapResult(await changeCampaign(ports)(actor, params.c, body, now), c => presentCampaign(c, actor)),
      ),
  }),
]
