import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Campaign } from '../../../../domain/campaign.ts'
import type { Problem } from '../../../../domain/problems.ts'
import type { Selection } from '../../../../domain/selection.ts'
import type { Survey } from '../../../../queries/selection-survey.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { ProblemSummary } from '../../parts/form.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { type ListFilter, listPath } from '../people/filter.ts'
import type { SelectionWords } from './words.ts'

export const ACCESS = ['staff', 'admin'] as const
export const params = z.object({ c: campaignCode, s: z.string().min(1).max(60) })

export interface DeedProps {
  readonly campaign: Campaign
  readonly selection: Selection
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: SelectionWords
  readonly shared: SharedWords
}

/** The list it was chosen from. */
export const filterOf = ({ list: { unit, state, owing, q } }: Selection): ListFilter => ({
  unit: unit ?? undefined,
  state: state ?? 'all',
  topic: owing ?? undefined,
  q: q ?? undefined,
})

export const backPath = (selection: Selection, query: Record<string, string | undefined> = {}): string =>
  listPath(selection.campaign, filterOf(selection), query)

/** How every page begins on which something is about to be done to those chosen. */
export const Deed = ({
  title,
  problems = [],
  children,
  ...props
}: DeedProps & {
  readonly title: string
  readonly problems?: readonly Problem[]
  readonly children: ComponentChildren
}) => {
  const { selection, language, words, shared } = props
  return (
    <>
      <Back href={backPath(selection, { chon: selection.id })} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <div class="stack-close">
        <h1>{title}</h1>
        <p>{words.selected(numberIn(selection.enrolments.length, language))}</p>
      </div>
      {children}
    </>
  )
}

/** Who falls out, and why: a line for each reason, with the first names. */
export const LeftOutLines = ({
  survey: { leftOut },
  language,
  words,
}: {
  readonly survey: Pick<Survey, 'leftOut'>
  readonly language: Language
  readonly words: SelectionWords
}) => (
  <>
    {leftOut.map(({ reason, people, names }) => {
      const shown = names.join(', ')
      const others = people - names.length
      return (
        <li key={reason}>
          {words.left(numberIn(people, language), words.why[reason])}
          {names.length === 0
            ? '.'
            : ` (${others > 0 ? words.andOthers(shown, numberIn(others, language)) : shown}).`}
        </li>
      )
    })}
  </>
)
