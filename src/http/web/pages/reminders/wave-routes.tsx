import { z } from 'zod'
import { resumeWave } from '../../../../commands/resume-wave.ts'
import { stopWave } from '../../../../commands/stop-wave.ts'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getCampaign } from '../../../../queries/campaigns.ts'
import { getWave } from '../../../../queries/wave.ts'
import type { Route } from '../../../route.ts'
import { page } from '../../page.ts'
import { momentIn } from '../../parts/moment.tsx'
import { deskFrame } from '../../tabs.ts'
import { ACCESS, params } from './frame.ts'
import { wavePath } from './paths.ts'
import { OneWave, SHOWN, WaveProgress } from './wave.tsx'
import { WORDS } from './words.ts'

const PAGE = 100
const waveId = z.string().regex(/^[\w-]{1,100}$/)
const withId = params.extend({ id: waveId })

/** One wave and its mails; stopping it and letting it go on. */
export const wavePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/nhac-nop/dot/:id',
    access: ACCESS,
    params: withId,
    query: z.object({ loc: z.enum(SHOWN).optional().catch(undefined), sau: waveId.optional() }),
    handle: async ({ actor, params, query, csrf, language, words: shared, now }) => {
      const campaign = await getCampaign(ports)(params.c)
      if (!campaign.ok) return campaign
      const asked = {
        ...{ campaign: params.c, id: params.id, limit: PAGE, cursor: query.sau },
        ...(query.loc === 'call' ? { toCall: true } : { state: query.loc }),
      }
      const found = await getWave(ports)(actor, asked, now)
      const words = WORDS[language]
      return mapResult(found, wave => {
        const props = {
          ...{ wave, csrf, language, words, shared },
          campaign: campaign.value,
          shown: query.loc,
          isFurther: query.sau !== undefined,
        }
        return {
          frame: deskFrame(
            actor,
            campaign.value,
            'reminders',
            words.waveTitle(momentIn(wave.at, shared)),
            shared,
          ),
          content: <OneWave {...props} />,
          piece: <WaveProgress {...props} />,
        }
      })
    },
  }),
  ...(
    [
      ['dung', stopWave, 'stopped'],
      ['gui-tiep', resumeWave, 'resumed'],
    ] as const
  ).map(([verb, command, flash]) =>
    page({
      method: 'post',
      path: `/dot/:c/nhac-nop/dot/:id/${verb}`,
      access: ACCESS,
      params: withId,
      handle: async ({ actor, params, now, language }) =>
        mapResult(await command(ports)(actor, params.c, params.id, now), () => ({
          redirect: wavePath(params.c, params.id),
          flash: WORDS[language][flash],
        })),
    }),
  ),
]
