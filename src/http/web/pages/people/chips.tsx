import type { Campaign } from '../../../../domain/campaign.ts'
import type { StateCounts } from '../../../../domain/enrolment-filter.ts'
import { numberIn } from '../../parts/figures.tsx'
import type { Language } from '../../words.ts'
import { type ListFilter, listPath, type ShownState } from './filter.ts'
import type { PeopleWords } from './words.ts'

interface Props {
  readonly campaign: Campaign
  readonly filter: ListFilter
  readonly counts: StateCounts
  readonly language: Language
  readonly words: PeopleWords
}

const STATES: readonly ShownState[] = [
  'missing',
  'nothing',
  'partial',
  'complete',
  'late',
  'exempt',
  'no-address',
  'all',
]

const Chip = ({
  id,
  href,
  label,
  spoken,
  count,
  isCurrent,
}: {
  /** Keeps the focus when the list is exchanged. */
  readonly id: string
  readonly href: string
  readonly label: string
  readonly spoken?: string
  readonly count: string
  readonly isCurrent: boolean
}) => (
  <li>
    <a
      id={`chip-${id}`}
      href={href}
      hx-get={href}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={spoken === undefined ? undefined : `${spoken}: ${count}`}
    >
      {label} <span class="count">{count}</span>
    </a>
  </li>
)

/** The states, and the topics somebody may owe, each with how many it would show. */
export const Chips = ({ campaign, filter, counts, language, words }: Props) => (
  <nav class="stack no-print" aria-label={words.states}>
    <ul class="chips">
      {STATES.map(state => (
        <Chip
          key={state}
          id={state}
          href={listPath(campaign.code, { ...filter, topic: undefined, state })}
          label={words.state[state]}
          count={numberIn(state === 'all' ? counts.people : counts.states[state], language)}
          isCurrent={filter.topic === undefined && filter.state === state}
        />
      ))}
    </ul>
    <div class="row">
      <span class="quiet small">{words.topics}</span>
      <ul class="chips">
        {campaign.topics.map(({ code }, index) => (
          <Chip
            key={code}
            id={code}
            href={listPath(campaign.code, { ...filter, topic: code })}
            label={words.topicShort(index + 1)}
            spoken={words.topic(index + 1)}
            count={numberIn(counts.owing[code] ?? 0, language)}
            isCurrent={filter.topic === code}
          />
        ))}
      </ul>
    </div>
  </nav>
)
