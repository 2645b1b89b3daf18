import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getReminderDesk } from '../../../../queries/reminder-desk.ts'
import type { Route } from '../../../route.ts'
import { page } from '../../page.ts'
import { tabsFor } from '../../tabs.ts'
import { ACCESS, params, query } from './frame.ts'
import { sendPages } from './send.tsx'
import { Reminders } from './view.tsx'
import { wavePages } from './wave-routes.tsx'
import { WORDS } from './words.ts'

export const reminderPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/nhac-nop',
    access: ACCESS,
    params,
    query,
    handle: async ({ actor, params, query, now, language, words: shared }) =>
      mapResult(await getReminderDesk(ports)(actor, { campaign: params.c, unit: query.unit }, now), data => ({
        frame: {
          title: WORDS[language].title,
          where: data.campaign.name,
          tabs: tabsFor(actor, params.c, 'reminders', shared),
        },
        content: <Reminders {...{ data, now, language, shared }} words={WORDS[language]} />,
      })),
  }),
  ...sendPages(ports),
  ...wavePages(ports),
]
