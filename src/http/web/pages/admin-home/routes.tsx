import { currentCampaign } from '../../../../domain/campaign.ts'
import { ok } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { listCampaigns } from '../../../../queries/campaigns.ts'
import { getProgress } from '../../../../queries/progress.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { page } from '../../page.ts'
import { AdminHome } from './view.tsx'
import { WORDS } from './words.ts'

export const adminHomePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('home'),
    access: ['admin'],
    handle: async ({ actor, now, language, words }) => {
      const campaigns = await listCampaigns(ports)()
      const campaign = campaigns.ok ? currentCampaign(campaigns.value, now) : undefined
      const progress =
        campaign === undefined ? null : await getProgress(ports)(actor, { campaign: campaign.code })
      return ok({
        frame: adminFrame('home', WORDS[language].title, words),
        content: (
          <AdminHome
            progress={progress?.ok === true ? progress.value : null}
            now={now}
            language={language}
            words={WORDS[language]}
            shared={words}
          />
        ),
      })
    },
  }),
]
