import { z } from 'zod'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { compareReports, exportComparison } from '../../../../queries/compare-reports.ts'
import { getReportDesk } from '../../../../queries/report-desk.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import { LIST_TYPES } from '../../../list-types.ts'
import { type Route, route } from '../../../route.ts'
import { serveStream } from '../../../serve-bytes.ts'
import { page, type View } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { ReportChanges } from './view.tsx'
import { WORDS } from './words.ts'

const ACCESS = ['staff', 'trainer', 'admin'] as const
const params = z.object({ c: campaignCode })
const id = z.string().min(1).max(60)

export const reportChangesPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bao-cao/so-sanh',
    access: ACCESS,
    params,
    query: z.object({ unit: unitCode.optional(), report: id.optional(), other: id.optional() }),
    handle: async ({ actor, params, query, language, words: shared }): Promise<Result<View>> => {
      const { unit, ...chosen } = query
      const desk = await getReportDesk(ports)(actor, { campaign: params.c, unit })
      if (!desk.ok) return desk
      const { reports, ...choice } = desk.value
      const asked =
        chosen.report === undefined || chosen.other === undefined
          ? null
          : { report: chosen.report, other: chosen.other, campaign: params.c }
      const compared = asked && (await compareReports(ports)(actor, asked))
      if (compared !== null && !compared.ok) return compared
      const words = WORDS[language]
      return ok({
        frame: deskFrame(actor, choice.campaign, 'reports', words.title, shared),
        content: (
          <ReportChanges
            {...{ choice, language, words, shared }}
            chosen={{ report: chosen.report, other: chosen.other }}
            reports={reports
              .map(({ report }) => report)
              .filter(report => report.unit === choice.unit.code && report.digest !== null)}
            compared={compared?.value ?? null}
          />
        ),
      })
    },
  }),
  route({
    method: 'get',
    path: '/dot/:c/bao-cao/so-sanh.csv',
    summary: 'The people whom the page shows, and all the others',
    tag: 'Pages',
    access: ACCESS,
    params,
    query: z.object({ report: id, other: id }),
    answers: { 200: { bytes: LIST_TYPES.csv } },
    refusals: ['not-found', 'report-not-ready'],
    handle: async ({ actor, params, query, now, req, res }) => {
      const file = await exportComparison(ports)(actor, { ...query, campaign: params.c }, now)
      return file.ok ? serveStream(req, res, { ...file.value, type: LIST_TYPES.csv }) : file
    },
  }),
]
