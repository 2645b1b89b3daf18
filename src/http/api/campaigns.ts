import { z } from 'zod'
import { changeCampaign } from '../../commands/change-campaign.ts'
import { createCampaign } from '../../commands/create-campaign.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getCampaign, listCampaigns } from '../../queries/campaigns.ts'
import { campaignPatch, newCampaign } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignAnswer, campaignParams, presentCampaign } from './shapes.ts'

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
    refusals: ['already-exists', 'campaign-dates-not-in-order'],
    handle: async ({ actor, body, now }) =>
      reply(
        mapResult(await createCampaign(ports)(actor, body, now), c => presentCampaign(c, actor)),
        201,
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
    refusals: ['not-found', 'campaign-dates-not-in-order', 'campaign-topics-in-use'],
    handle: async ({ actor, params, body, now }) =>
      reply(
        mapResult(await changeCampaign(ports)(actor, params.c, body, now), c => presentCampaign(c, actor)),
      ),
  }),
]
