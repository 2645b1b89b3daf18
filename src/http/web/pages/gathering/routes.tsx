import { z } from 'zod'
import { confirmGathering } from '../../../../commands/confirm-gathering.ts'
import { discardGathering } from '../../../../commands/discard-gathering.ts'
import { startGathering } from '../../../../commands/start-gathering.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getCast, getGathering } from '../../../../queries/gathering.ts'
import { listGatherings } from '../../../../queries/gatherings.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import { receiveGathered } from '../../../receive-gathered.ts'
import { type Route, route } from '../../../route.ts'
import { XLSX } from '../../../serve-document.ts'
import { serveGathering } from '../../../serve-gathering.ts'
import { page, type Redirect, type View } from '../../page.ts'
import { gatheringPath } from '../../paths.ts'
import { choicePages } from './choice-routes.tsx'
import { frameOf, GATHERERS, ofGathering, showGathering } from './frame.tsx'
import { Gatherings } from './list-view.tsx'
import { DiscardGathering, ReviewGathering } from './review-view.tsx'
import { WORDS } from './words.ts'

const ofCampaign = z.object({ c: campaignCode })

export const gatheringPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/nop-ho',
    access: GATHERERS,
    params: ofCampaign,
    query: z.object({ unit: unitCode.optional().catch(undefined) }),
    handle: async context =>
      mapResult(await listGatherings(ports)(context.actor, context.params.c), data => ({
        frame: frameOf(context, data.campaign),
        content: (
          <Gatherings
            data={data}
            unit={context.query.unit}
            csrf={context.csrf}
            now={context.now}
            words={WORDS[context.language]}
          />
        ),
      })),
  }),
  page({
    method: 'post',
    path: '/dot/:c/nop-ho',
    access: GATHERERS,
    params: ofCampaign,
    form: z.object({ unit: unitCode }),
    handle: async ({ actor, params, form, now }) =>
      mapResult(
        await startGathering(ports)(actor, { campaign: params.c, unit: form.unit }, now),
        ({ id }) => ({
          redirect: gatheringPath(params.c, id),
        }),
      ),
  }),
  ...choicePages(ports),
  page({
    method: 'post',
    path: '/dot/:c/nop-ho/:id/tep',
    access: GATHERERS,
    params: ofGathering,
    multipart: z.object({}),
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, now, req, res } = context
      const upload = await receiveGathered(ports)(actor, params.id, { req, res, now })
      if (upload.ok) return ok({ redirect: gatheringPath(params.c, params.id) })
      const { problems } = upload
      if (problems.some(({ code }) => code === 'not-found' || code === 'csrf-token-not-valid')) return upload
      return showGathering(ports)(context, { problems })
    },
  }),
  page({
    method: 'get',
    path: '/dot/:c/nop-ho/:id/xem-lai',
    access: GATHERERS,
    params: ofGathering,
    handle: async context => review(ports)(context, []),
  }),
  page({
    method: 'post',
    path: '/dot/:c/nop-ho/:id/xem-lai',
    access: GATHERERS,
    params: ofGathering,
    form: z.object({ seal: z.string().max(100) }),
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form, now } = context
      const confirmed = await confirmGathering(ports)(actor, params.id, form.seal, now)
      const isGone = !confirmed.ok && confirmed.problems.some(({ code }) => code === 'not-found')
      if (isGone) return confirmed
      // Pressed twice, or in two tabs: the page itself says how it stands.
      const toPage = confirmed.ok || confirmed.problems.every(({ code }) => code !== 'gathering-changed')
      if (toPage) return ok({ redirect: gatheringPath(params.c, params.id) })
      return review(ports)(context, confirmed.problems)
    },
  }),
  page({
    method: 'get',
    path: '/dot/:c/nop-ho/:id/bo',
    access: GATHERERS,
    params: ofGathering,
    handle: async context =>
      mapResult(await getGathering(ports)(context.actor, context.params.id), data => ({
        frame: frameOf(context, data.campaign),
        content: (
          <DiscardGathering
            data={data}
            cast={{ people: new Map(), units: new Map() }}
            csrf={context.csrf}
            now={context.now}
            language={context.language}
            words={WORDS[context.language]}
            shared={context.words}
          />
        ),
      })),
  }),
  page({
    method: 'post',
    path: '/dot/:c/nop-ho/:id/bo',
    access: GATHERERS,
    params: ofGathering,
    handle: async ({ actor, params, now, language }) =>
      mapResult(await discardGathering(ports)(actor, params.id, now), () => ({
        redirect: gatheringPath(params.c),
        flash: WORDS[language].discarded,
      })),
  }),
  route({
    method: 'get',
    path: '/dot/:c/nop-ho/:id/ket-qua.xlsx',
    summary: 'What became of every collected file',
    tag: 'Pages',
    access: GATHERERS,
    params: ofGathering,
    answers: { 200: { bytes: XLSX } },
    refusals: [],
    handle: async ({ actor, params, res }) => serveGathering(ports)(actor, params.id, res),
  }),
]

const review =
  (ports: Ports) =>
  async (
    context: Parameters<ReturnType<typeof showGathering>>[0],
    problems: readonly Problem[],
  ): Promise<Result<View>> => {
    const { actor, params, csrf, now, language, words } = context
    const found = await getGathering(ports)(actor, params.id)
    if (!found.ok) return found
    const data = found.value
    return ok({
      frame: frameOf(context, data.campaign),
      problems,
      content: (
        <ReviewGathering
          data={data}
          cast={await getCast(ports)(actor, data, data.files)}
          problems={problems}
          csrf={csrf}
          now={now}
          language={language}
          words={WORDS[language]}
          shared={words}
        />
      ),
    })
  }
