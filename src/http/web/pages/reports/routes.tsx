import { z } from 'zod'
import { cancelReport } from '../../../../commands/cancel-report.ts'
import { requestReport } from '../../../../commands/request-report.ts'
import type { Campaign } from '../../../../domain/campaign.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { usualFormats } from '../../../../domain/report.ts'
import { REPORT_FORMATS } from '../../../../domain/report-format.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getReportDesk, getReportView, type ReportDesk } from '../../../../queries/report-desk.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import { issuesOf } from '../../../mount.ts'
import { type Route, route } from '../../../route.ts'
import { serveReport } from '../../../serve-report.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { archiveFields, archiveOf, USUAL_ARCHIVE } from './archive-fields.tsx'
import type { Typed } from './form.tsx'
import { reportPath } from './paths.ts'
import { ReportProgress } from './state.tsx'
import { OneReport, ReportList, Reports } from './view.tsx'
import { wantedFields, wantedOf } from './wanted.ts'
import { type ReportsWords, WORDS } from './words.ts'

const ACCESS = ['staff', 'trainer', 'admin'] as const
const params = z.object({ c: campaignCode })
const query = z.object({ unit: unitCode.optional() })
const withId = params.extend({ id: z.string().min(1).max(60) })

type Context = Pick<
  PageContext<typeof params, undefined, undefined>,
  'actor' | 'params' | 'language' | 'words' | 'csrf' | 'now'
>

const form = z.object({ ...wantedFields, ...archiveFields })

/** What was typed → what is asked for. */
const askedFor = (words: ReportsWords, campaign: Campaign, now: Date) =>
  wantedOf(words, campaign, now)
    .and(z.object(archiveFields))
    .transform(({ formats, cutoff, ...typed }, context) => {
      const archive = archiveOf(typed)
      if (archive.newerThan === null || archive.newerThan < (cutoff ?? now))
        return { formats, cutoff, archive }
      context.addIssue({ code: 'custom', path: ['newerThan'], message: words.newerThanNeeded })
      return z.NEVER
    })

const show = (
  ports: Pick<Ports, 'random'>,
  data: ReportDesk,
  { actor, language, words: shared, csrf, now }: Context,
  typed: Typed,
  problems: readonly Problem[],
): View => {
  const words = WORDS[language]
  return {
    frame: deskFrame(actor, data.campaign, 'reports', words.title, shared),
    problems,
    content: (
      <Reports
        {...{ data, typed, problems, csrf, now, language, words, shared }}
        idempotencyKey={ports.random.id()}
      />
    ),
    piece: <ReportList data={data} language={language} words={words} />,
  }
}

const deskPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bao-cao',
    access: ACCESS,
    params,
    query,
    handle: async context => {
      const { actor, params, query } = context
      return mapResult(await getReportDesk(ports)(actor, { campaign: params.c, unit: query.unit }), data => {
        const usual: Typed = { ...USUAL_ARCHIVE, formats: usualFormats(data.unit), cutoff: 'now', at: '' }
        return show(ports, data, context, usual, [])
      })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/bao-cao',
    access: ACCESS,
    params,
    query,
    form,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, query, form, now, language } = context
      const desk = await getReportDesk(ports)(actor, { campaign: params.c, unit: query.unit })
      if (!desk.ok) return desk
      const asked = askedFor(WORDS[language], desk.value.campaign, now).safeParse(form)
      if (!asked.success) return ok(show(ports, desk.value, context, form, issuesOf(asked.error, 'body')))
      const request = {
        ...asked.data,
        campaign: params.c,
        unit: desk.value.unit.code,
        idempotencyKey: form.key,
      }
      return mapResult(await requestReport(ports)(actor, request, now), report => ({
        redirect: reportPath(params.c, report.id),
        flash: WORDS[language].asked,
      }))
    },
  }),
]

/** One report. Asking for it again asks for the same, once. */
const onePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bao-cao/:id',
    access: ACCESS,
    params: withId,
    handle: async ({ actor, params, csrf, language, words: shared }) =>
      mapResult(await getReportView(ports)(actor, params.c, params.id), view => {
        const words = WORDS[language]
        return {
          frame: deskFrame(actor, view.campaign, 'reports', words.of(view.unit), shared),
          content: <OneReport {...{ view, csrf, language, words, shared }} />,
          piece: <ReportProgress {...{ view, csrf, language, words }} />,
        }
      }),
  }),
  page({
    method: 'post',
    path: '/dot/:c/bao-cao/:id/huy',
    access: ACCESS,
    params: withId,
    handle: async ({ actor, params, now, language }) =>
      mapResult(await cancelReport(ports)(actor, params.id, now), () => ({
        redirect: reportPath(params.c, params.id),
        flash: WORDS[language].cancelled,
      })),
  }),
  page({
    method: 'post',
    path: '/dot/:c/bao-cao/:id/lap-lai',
    access: ACCESS,
    params: withId,
    handle: async ({ actor, params, now, language }) => {
      const found = await getReportView(ports)(actor, params.c, params.id)
      if (!found.ok) return found
      const { campaign, unit, cutoff, formats, archive } = found.value.report
      const request = { campaign, unit, cutoff, formats, archive, idempotencyKey: `again-${params.id}` }
      return mapResult(await requestReport(ports)(actor, request, now), report => ({
        redirect: reportPath(params.c, report.id),
        flash: WORDS[language].asked,
      }))
    },
  }),
  route({
    method: 'get',
    path: '/dot/:c/bao-cao/:id/tep/:format',
    summary: 'One file of a finished report',
    tag: 'Pages',
    access: ACCESS,
    params: withId.extend({ format: z.enum(REPORT_FORMATS) }),
    query: z.object({ part: z.coerce.number().int().min(1).default(1) }),
    answers: { 200: { bytes: '*/*' }, 206: { bytes: '*/*' }, 304: null },
    refusals: ['not-found', 'report-not-ready', 'range-not-satisfiable'],
    handle: async context => serveReport(ports)(context, { ...context.params, part: context.query.part }),
  }),
]

export const reportPages = (ports: Ports): readonly Route[] => [...deskPages(ports), ...onePages(ports)]
