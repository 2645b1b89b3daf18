import type { Campaign } from '../../../../domain/campaign.ts'
import type { StateCounts } from '../../../../domain/enrolment-filter.ts'
import { numberIn } from '../../parts/figures.tsx'
import type { Language } from '../../words.ts'
import { type ListFilter, listPath, type ShownState, withTopic } from './filter.ts'
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
  readonly count?: string
  readonly isCurrent: boolean
}) => (
  <li>
    <a
      id={`chip-${id}`}
      href={href}
      hx-get={href}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={spoken === undefined || count === undefined ? spoken : `${spoken}: ${count}`}
    >
      {label} {count === undefined ? null : <span class="count">{count}</span>}
    </a>
  </li>
)

/** Of everybody, where a topic is chosen: those who owe it, all of whom owe something. */
const shownIn = ({ filter: { topic }, counts: { people, states } }: Props, state: ShownState): number => {
  if (state !== 'all') return states[state]
  return topic === undefined ? people : states.missing
}

/** The states, and the topics somebody may owe, each with how many it would show beside what is chosen of the others. */
export const Chips = (props: Props) => {
  const { campaign, filter, counts, language, words } = props
  return (
    <nav class="stack no-print" aria-label={words.states}>
      <ul class="chips">
        {STATES.map(state => (
          <Chip
            key={state}
            id={state}
            href={listPath(campaign.code, { ...filter, state })}
            label={words.state[state]}
            count={numberIn(shownIn(props, state), language)}
            isCurrent={filter.state === state}
          />
        ))}
      </ul>
      <div class="row">
        <span class="quiet small">{words.topics}</span>
        <ul class="chips">
          <Chip
            id="any-topic"
            href={listPath(campaign.code, withTopic(filter, undefined))}
            label={words.anyTopic}
            spoken={words.anyTopicSpoken}
            isCurrent={filter.topic === undefined}
          />
          {campaign.topics.map(({ code }, index) => (
            <Chip
              key={code}
              id={code}
              href={listPath(campaign.code, withTopic(filter, code))}
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
}
