import { z } from 'zod'
import { mapResult } from '../../../../domain/result.ts'
import { checkHandIn } from '../../../../domain/submission.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getMyEssays } from '../../../../queries/draft.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { page } from '../../page.ts'
import { MyEssays } from './view.tsx'
import { WORDS } from './words.ts'

export const myEssaysPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bai-cua-toi',
    access: ['cadre'],
    params: z.object({ c: campaignCode }),
    handle: async ({ actor, params, now, language, words }) =>
      mapResult(await getMyEssays(ports)(actor, params.c), data => ({
        frame: { title: WORDS[language].title, where: data.campaign.name, isNarrow: true },
        content: (
          <MyEssays
            data={data}
            refusals={checkHandIn(data.enrolment, data.deadline, now)}
            now={now}
            language={language}
            words={WORDS[language]}
            shared={words}
          />
        ),
      })),
  }),
]
