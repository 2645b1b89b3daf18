import { formatDate, formatTime } from '../../../../domain/time.ts'
import { READING_STATES, type ReadingList } from '../../../../queries/reading-list.ts'
import { numberIn } from '../../parts/figures.tsx'
import { EssayTag } from '../../parts/tag.tsx'
import { UnitPicker } from '../../parts/unit-picker.tsx'
import { readingListPath, withQuery } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { essayPath, listQuery } from './paths.ts'
import type { ReadEssaysWords } from './words.ts'

interface Props {
  readonly data: ReadingList
  readonly language: Language
  readonly words: ReadEssaysWords
  readonly shared: SharedWords
}

const here = (
  { campaign, unit, topic, state }: ReadingList,
  changed: Readonly<Record<string, string | undefined>>,
): string =>
  withQuery(readingListPath(campaign.code), {
    ...listQuery({ unit: unit.code, state }),
    topic: topic.code,
    ...changed,
  })

const Filters = ({ data, language, words }: Props) => (
  <>
    <nav aria-label={words.byTopic}>
      <ul class="chips">
        {data.campaign.topics.map(({ code }, i) => (
          <li key={code}>
            <a
              href={here(data, { topic: code })}
              aria-current={code === data.topic.code ? 'true' : undefined}
            >
              {words.topic(i + 1)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <nav aria-label={words.byState}>
      <ul class="chips">
        {READING_STATES.map(state => (
          <li key={state}>
            <a
              href={here(data, listQuery({ unit: data.unit.code, state }))}
              aria-current={state === data.state ? 'true' : undefined}
            >
              {words.states[state]} <span class="n">{numberIn(data.counts[state], language)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </>
)

const Table = ({ data, words, shared }: Props) => {
  const { campaign, unit, topic, state, items } = data
  return (
    <div class="table-wrap">
      <table class="units">
        <caption class="hidden">{topic.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col" class="desk">
              {shared.unit}
            </th>
            <th scope="col" class="desk">
              {words.receivedAt}
            </th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ enrolment, head, unitName, isUnread }) => (
            <tr key={enrolment.id}>
              <th scope="row">
                <a
                  class="touch"
                  href={essayPath(campaign.code, enrolment.id, topic.code, { unit: unit.code, state })}
                >
                  {isUnread ? <strong>{enrolment.person.name}</strong> : enrolment.person.name}
                </a>
                <div class="phone quiet small">{unitName}</div>
              </th>
              <td class="desk">{unitName}</td>
              <td class="desk">
                <time datetime={head.submittedAt.toISOString()}>
                  {formatDate(head.submittedAt)} {formatTime(head.submittedAt)}
                </time>
              </td>
              <td>
                <div class="row">
                  <EssayTag state={head.state} words={shared} />
                  {isUnread ? <span class="tag blue">{words.unread}</span> : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Essays of a unit on one topic, and which of them one has not read. */
export const ReadingListPage = (props: Props) => {
  const { data, words, shared } = props
  const { campaign, unit, topic, items, next } = data
  return (
    <>
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>{unit.name}</p>
      </div>
      <UnitPicker
        choice={data}
        action={readingListPath(campaign.code)}
        keep={{ ...listQuery({ state: data.state }), topic: topic.code }}
        words={shared}
      />
      <Filters {...props} />
      <section class="stack" aria-labelledby="topic-title">
        <h2 id="topic-title" class="entry">
          {topic.title}
        </h2>
        {items.length === 0 ? <p class="quiet">{words.empty[data.state]}</p> : <Table {...props} />}
        {next === null ? null : (
          <p class="row actions no-print">
            <a class="button second" href={here(data, { after: next })}>
              {words.more}
            </a>
          </p>
        )}
      </section>
    </>
  )
}
