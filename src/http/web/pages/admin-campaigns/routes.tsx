import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { listCampaigns } from '../../../../queries/campaigns.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { page } from '../../page.ts'
import { Campaigns } from './view.tsx'
import { WORDS } from './words.ts'

export const adminCampaignsPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('campaigns'),
    access: ['admin'],
    handle: async ({ now, language, words }) =>
      mapResult(await listCampaigns(ports)(), campaigns => ({
        frame: adminFrame('campaigns', WORDS[language].title, words),
        content: <Campaigns campaigns={campaigns} now={now} language={language} words={WORDS[language]} />,
      })),
  }),
]
