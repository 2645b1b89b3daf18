import { z } from 'zod'
import { cancelReportBatch } from '../../../../commands/cancel-report-batch.ts'
import { requestReportBatch } from '../../../../commands/request-report-batch.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { FORMATS_WITHOUT_ESSAYS } from '../../../../domain/report-format.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import {
  getOneReportBatch,
  getReportBatchDesk,
  type ReportBatchDesk,
} from '../../../../queries/report-batch-desk.ts'
import { downloadReportBatch } from '../../../../queries/report-batches.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { issuesOf } from '../../../mount.ts'
import { type Route, route } from '../../../route.ts'
import { serveBundle } from '../../../serve-bundle.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { reportBatchesPath } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import type { TypedWanted } from '../reports/form.tsx'
import { wantedFields, wantedOf } from '../reports/wanted.ts'
import { WORDS as FORM_WORDS } from '../reports/words.ts'
import { BatchProgress, OneBatch } from './batch.tsx'
import { BatchDesk } from './desk.tsx'
import { WORDS } from './words.ts'

const ACCESS = ['trainer', 'admin'] as const
const params = z.object({ c: campaignCode })
const withId = params.extend({ id: z.string().min(1).max(60) })

type Context = Pick<
  PageContext<typeof params, undefined, undefined>,
  'actor' | 'params' | 'language' | 'words' | 'csrf' | 'now'
>

const show = (
  ports: Pick<Ports, 'random'>,
  data: ReportBatchDesk,
  { actor, language, words: shared, csrf, now }: Context,
  typed: TypedWanted,
  problems: readonly Problem[],
): View => {
  const words = WORDS[language]
  return {
    frame: deskFrame(actor, data.campaign, 'provinces', words.title, shared),
    problems,
    content: (
      <BatchDesk
        {...{ data, typed, problems, csrf, now, language, words, shared }}
        formWords={FORM_WORDS[language]}
        idempotencyKey={ports.random.id()}
      />
    ),
  }
}

const deskPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/cac-tinh/bao-cao',
    access: ACCESS,
    params,
    handle: async context =>
      mapResult(await getReportBatchDesk(ports)(context.actor, context.params.c), data =>
        show(ports, data, context, { formats: FORMATS_WITHOUT_ESSAYS, cutoff: 'now', at: '' }, []),
      ),
  }),
  page({
    method: 'post',
    path: '/dot/:c/cac-tinh/bao-cao',
    access: ACCESS,
    params,
    form: z.object(wantedFields),
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form, now, language } = context
      const desk = await getReportBatchDesk(ports)(actor, params.c)
      if (!desk.ok) return desk
      const asked = wantedOf(FORM_WORDS[language], desk.value.campaign, now).safeParse(form)
      if (!asked.success) return ok(show(ports, desk.value, context, form, issuesOf(asked.error, 'body')))
      const wanted = { ...asked.data, campaign: params.c, idempotencyKey: form.key }
      return mapResult(await requestReportBatch(ports)(actor, wanted, now), batch => ({
        redirect: reportBatchesPath(params.c, batch),
        flash: WORDS[language].asked,
      }))
    },
  }),
]

export const reportBatchPages = (ports: Ports): readonly Route[] => [
  ...deskPages(ports),
  page({
    method: 'get',
    path: '/dot/:c/cac-tinh/bao-cao/:id',
    access: ACCESS,
    params: withId,
    handle: async ({ actor, params, csrf, language, words: shared }) =>
      mapResult(await getOneReportBatch(ports)(actor, params.c, params.id), data => {
        const words = WORDS[language]
        const props = { data, csrf, language, words, reportWords: FORM_WORDS[language], shared }
        return {
          frame: deskFrame(actor, data.campaign, 'provinces', words.title, shared),
          content: <OneBatch {...props} />,
          piece: <BatchProgress {...props} />,
        }
      }),
  }),
  page({
    method: 'post',
    path: '/dot/:c/cac-tinh/bao-cao/:id/huy',
    access: ACCESS,
    params: withId,
    handle: async ({ actor, params, now, language }) =>
      mapResult(await cancelReportBatch(ports)(actor, params.id, now), () => ({
        redirect: reportBatchesPath(params.c, params.id),
        flash: WORDS[language].cancelled,
      })),
  }),
  route({
    method: 'get',
    path: '/dot/:c/cac-tinh/bao-cao/:id/tat-ca.zip',
    summary: 'The finished reports of a batch in one ZIP',
    tag: 'Pages',
    access: ACCESS,
    params: withId,
    answers: { 200: { bytes: 'application/zip' } },
    refusals: ['not-found', 'report-not-ready'],
    handle: async context =>
      serveBundle(context, await downloadReportBatch(ports)(context.actor, context.params.id, context.now)),
  }),
]
