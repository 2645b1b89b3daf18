import { z } from 'zod'
import { switchMails } from '../../../../commands/switch-mails.ts'
import { SWITCHABLE_KINDS } from '../../../../domain/mail-kind.ts'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getReminderDesk } from '../../../../queries/reminder-desk.ts'
import { unitCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { page } from '../../page.ts'
import { remindersPath } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import { ACCESS, params, query } from './frame.ts'
import { sendPages } from './send.tsx'
import { Reminders } from './view.tsx'
import { wavePages } from './wave-routes.tsx'
import { WORDS } from './words.ts'

const kind = z.enum(SWITCHABLE_KINDS)

export const reminderPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/nhac-nop',
    access: ACCESS,
    params,
    query,
    handle: async ({ actor, params, query, now, csrf, language, words: shared }) =>
      mapResult(await getReminderDesk(ports)(actor, { campaign: params.c, unit: query.unit }, now), data => ({
        frame: deskFrame(actor, data.campaign, 'reminders', WORDS[language].title, shared),
        content: <Reminders {...{ data, csrf, now, language, shared }} words={WORDS[language]} />,
      })),
  }),
  page({
    method: 'post',
    path: '/dot/:c/nhac-nop/loai-thu',
    access: ACCESS,
    params,
    query: z.object({ unit: unitCode }),
    form: z.object({ on: z.union([kind.transform(one => [one]), z.array(kind)]).default([]) }),
    handle: async ({ actor, params, query, form, now, language }) => {
      const off = SWITCHABLE_KINDS.filter(kind => !form.on.includes(kind))
      const asked = { campaign: params.c, unit: query.unit, off }
      return mapResult(await switchMails(ports)(actor, asked, now), () => ({
        redirect: remindersPath(params.c, query.unit),
        flash: WORDS[language].kindsSaved,
      }))
    },
  }),
  ...sendPages(ports),
  ...wavePages(ports),
]
