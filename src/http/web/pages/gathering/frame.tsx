import { z } from 'zod'
import type { Campaign } from '../../../../domain/campaign.ts'
import { isGatheringBusy } from '../../../../domain/gathering.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getCast, getGathering } from '../../../../queries/gathering.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import type { PageContext, View } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { type FileFilter, filtered, ROWS, usualFilter } from './filter.ts'
import { GatheringPage, RESULT_ORDER, RESULTS } from './view.tsx'
import { WORDS } from './words.ts'

export const GATHERERS = ['staff', 'admin'] as const

export const ofGathering = z.object({ c: campaignCode, id: z.string().max(60) })

type Asked = Pick<
  PageContext<undefined, undefined, undefined>,
  'actor' | 'language' | 'words' | 'now' | 'csrf'
>

export const frameOf = ({ actor, language, words }: Asked, campaign: Campaign): View['frame'] =>
  deskFrame(actor, campaign, 'gathering', WORDS[language].title, words)

interface Shown {
  readonly filter?: FileFilter | undefined
  readonly pageNumber?: number
  readonly problems?: readonly Problem[]
}

/** The page of one collection, with the people of the rows that are shown. */
export const showGathering =
  (ports: Ports) =>
  async (
    context: Asked & { readonly params: z.output<typeof ofGathering> },
    { filter: asked, pageNumber = 1, problems = [] }: Shown,
  ): Promise<Result<View>> => {
    const { actor, params, csrf, now, language, words } = context
    const found = await getGathering(ports)(actor, params.id)
    if (!found.ok) return found
    const data = found.value
    const { campaign, gathering, files } = data
    const filter = asked ?? usualFilter(files)
    const hasEnded = gathering.state === 'done' || gathering.state === 'failed'
    const rows = hasEnded
      ? RESULT_ORDER.flatMap(state => files.filter(file => file.state === state)).slice(0, RESULTS)
      : filtered(files, filter).slice((pageNumber - 1) * ROWS, pageNumber * ROWS)
    const cast = await getCast(ports)(actor, data, isGatheringBusy(gathering) ? [] : rows)
    const content = (
      <GatheringPage
        data={data}
        cast={cast}
        filter={filter}
        pageNumber={pageNumber}
        problems={problems}
        csrf={csrf}
        now={now}
        language={language}
        words={WORDS[language]}
        shared={words}
      />
    )
    return ok({
      frame: { ...frameOf(context, campaign), scripts: ['gather.js'] },
      problems,
      content,
      piece: content,
    })
  }
