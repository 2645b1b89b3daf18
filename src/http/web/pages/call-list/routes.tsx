import { z } from 'zod'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getCallList } from '../../../../queries/call-list.ts'
import { getUnitChoice } from '../../../../queries/unit-choice.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { page, type View } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { CallListPage } from './view.tsx'
import { WORDS } from './words.ts'

export const callListPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/chua-nop/goi-dien',
    access: ['staff', 'trainer', 'admin'],
    params: z.object({ c: campaignCode }),
    query: z.object({ unit: unitCode.optional() }),
    handle: async ({ actor, params, query, now, language, words: shared }): Promise<Result<View>> => {
      const asked = { campaign: params.c, unit: query.unit }
      const choice = await getUnitChoice(ports)(actor, 'list-enrolments', asked)
      if (!choice.ok) return choice
      const calls = await getCallList(ports)(actor, { ...asked, unit: choice.value.unit.code })
      if (!calls.ok) return calls
      const data = calls.value
      const words = WORDS[language]
      return ok({
        frame: deskFrame(actor, data.campaign, 'people', words.title, shared),
        content: <CallListPage {...{ data, now, language, words, shared }} choice={choice.value} />,
      })
    },
  }),
]
