import { z } from 'zod'
import { mayNever } from '../../../../domain/permission.ts'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { compileScope } from '../../../../queries/compile-scope.ts'
import { downloadNewestReports, getProvinceReports } from '../../../../queries/province-reports.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { type Route, route } from '../../../route.ts'
import { serveBundle } from '../../../serve-bundle.ts'
import { page } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { Provinces } from './view.tsx'
import { WORDS } from './words.ts'

const ACCESS = ['trainer', 'admin'] as const
const params = z.object({ c: campaignCode })

export const provincesPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/cac-tinh',
    access: ACCESS,
    params,
    handle: async ({ actor, params, language, words: shared }) => {
      const mayCompile = !mayNever(await compileScope(ports)(actor))
      return mapResult(await getProvinceReports(ports)(actor, params.c), data => ({
        frame: deskFrame(actor, data.campaign, 'provinces', WORDS[language].title, shared),
        content: <Provinces {...{ data, mayCompile, language, shared }} words={WORDS[language]} />,
      }))
    },
  }),
  route({
    method: 'get',
    path: '/dot/:c/cac-tinh/bao-cao.zip',
    summary: 'The newest reports in one ZIP',
    tag: 'Pages',
    access: ACCESS,
    params,
    answers: { 200: { bytes: 'application/zip' } },
    refusals: ['not-found', 'report-not-ready'],
    handle: async context =>
      serveBundle(context, await downloadNewestReports(ports)(context.actor, context.params.c, context.now)),
  }),
]
