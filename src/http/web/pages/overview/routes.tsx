import { z } from 'zod'
import { reachesUnit, scopeOf } from '../../../../domain/permission.ts'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getProgress } from '../../../../queries/progress.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { page } from '../../page.ts'
import { unitPath } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import { SORTS, USUAL_SORT } from './sort.ts'
import { Overview } from './view.tsx'
import { WORDS } from './words.ts'

const OVERSEERS = ['staff', 'trainer', 'admin'] as const

export const overviewPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/don-vi',
    access: OVERSEERS,
    params: z.object({ c: campaignCode }),
    handle: async ({ actor, params }) =>
      mapResult(await getProgress(ports)(actor, { campaign: params.c }), ({ unit }) => ({
        redirect: unitPath(params.c, unit.code),
      })),
  }),
  page({
    method: 'get',
    path: '/dot/:c/don-vi/:unit',
    access: OVERSEERS,
    params: z.object({ c: campaignCode, unit: unitCode }),
    query: z.object({ sort: z.enum(SORTS).catch(USUAL_SORT) }),
    handle: async ({ actor, params, query, now, language, words }) =>
      mapResult(await getProgress(ports)(actor, { campaign: params.c, unit: params.unit }), data => ({
        frame: deskFrame(actor, data.campaign, 'overview', data.unit.name, words),
        content: (
          <Overview
            data={data}
            sort={query.sort}
            mayImport={reachesUnit(scopeOf(actor, 'import-roster'), data.unit.path)}
            now={now}
            language={language}
            words={WORDS[language]}
            shared={words}
          />
        ),
      })),
  }),
]
