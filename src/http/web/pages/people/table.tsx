import type { Campaign } from '../../../../domain/campaign.ts'
import { owedTopics } from '../../../../domain/completion.ts'
import type { ListedEnrolment } from '../../../../domain/enrolment.ts'
import type { People } from '../../../../queries/people.ts'
import { type IconName, IconSheet, SheetIcon } from '../../parts/icon.tsx'
import { personPath } from '../../paths.ts'
import type { PeopleWords } from './words.ts'

interface Props {
  readonly data: People
  /** Number of the first row. */
  readonly start: number
  /** Ticked already. */
  readonly chosen: ReadonlySet<string>
  readonly caption: string
  readonly foot: string
  readonly words: PeopleWords
}

const ICONS = {
  nothing: ['bad', 'circle'],
  partial: ['soon', 'clock-fill'],
  complete: ['good', 'check-circle-fill'],
  exempt: ['', 'slash-circle'],
} as const satisfies Record<ListedEnrolment['tally']['state'], readonly [string, IconName]>

/** "1, 3, 5"; where some of the topics are enough, how many of which; nothing where it is all of them, as the state says. */
export const owedIn = (campaign: Campaign, { heads, tally }: ListedEnrolment, words: PeopleWords): string => {
  const owed = owedTopics(campaign, heads, tally.state === 'exempt')
  const numbers = campaign.topics.flatMap(({ code }, index) => (owed.includes(code) ? [index + 1] : []))
  if (numbers.length === tally.expected && tally.state === 'nothing') return ''
  const list = numbers.join(', ')
  return numbers.length > tally.missing ? words.anyOf(tally.missing, list) : list
}

const State = ({
  tally,
  words,
}: {
  readonly tally: ListedEnrolment['tally']
  readonly words: PeopleWords
}) => {
  const [tone, icon] = ICONS[tally.state]
  const word = tally.state === 'partial' ? words.partial(tally.submitted, tally.expected) : words[tally.state]
  return (
    <>
      <span class={`tag ${tone}`}>
        <SheetIcon name={icon} />
        {word}
      </span>
      {tally.isLate ? <span class="tag soon">{words.late}</span> : null}
    </>
  )
}

const Contact = ({
  person: { phone, email },
  words,
}: {
  readonly person: ListedEnrolment['person']
  readonly words: PeopleWords
}) => (
  <td class="desk">
    {phone === null ? null : <a href={`tel:${phone}`}>{phone}</a>}
    {email === null ? (
      <span class="quiet small">{words.noAddress}</span>
    ) : (
      <span class="small break">{email}</span>
    )}
  </td>
)

/** A part of its own, so that a row is thrown away as soon as it is written: 400 kept at once are what collecting costs. */
const PersonRow = ({
  campaign,
  enrolment,
  unitName,
  number,
  isChosen,
  words,
}: {
  readonly campaign: Campaign
  readonly enrolment: ListedEnrolment
  readonly unitName: string
  readonly number: number
  readonly isChosen: boolean
  readonly words: PeopleWords
}) => {
  const { id, person, posts, tally } = enrolment
  const owed = owedIn(campaign, enrolment, words)
  return (
    <tr>
      <td class="pick no-print">
        <label>
          <input
            type="checkbox"
            name="id"
            value={id}
            checked={isChosen}
            aria-label={words.pick(person.name)}
          />
        </label>
      </td>
      <td class="n desk">{number}</td>
      <th scope="row">
        <a href={personPath(campaign.code, id)}>{person.name}</a>
        <span class="small">{[...posts, unitName].join(' · ')}</span>
      </th>
      <td>
        <State tally={tally} words={words} />
        {owed === '' ? null : <span class="small">{words.owed(owed)}</span>}
      </td>
      <Contact person={person} words={words} />
    </tr>
  )
}

/** One person a row, and the row's first words lead to his page. */
export const PeopleTable = ({
  data: { campaign, items, units },
  start,
  chosen,
  caption,
  foot,
  words,
}: Props) => (
  <div class="table-wrap">
    <IconSheet names={['circle', 'clock-fill', 'check-circle-fill', 'slash-circle']} />
    <table class="people">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <td class="pick no-print">
            <label hidden>
              <input type="checkbox" id="pick-page" aria-label={words.pickPage} />
            </label>
          </td>
          <th scope="col" class="n desk">
            {words.column.number}
          </th>
          <th scope="col">{words.column.name}</th>
          <th scope="col">{words.column.state}</th>
          <th scope="col" class="desk">
            {words.column.contact}
          </th>
        </tr>
      </thead>
      <tfoot class="print-foot">
        <tr>
          <td colSpan={5}>{foot}</td>
        </tr>
      </tfoot>
      <tbody>
        {items.map((enrolment, index) => (
          <PersonRow
            key={enrolment.id}
            campaign={campaign}
            enrolment={enrolment}
            unitName={units.get(enrolment.unit) ?? enrolment.unit}
            number={start + index}
            isChosen={chosen.has(enrolment.id)}
            words={words}
          />
        ))}
      </tbody>
    </table>
  </div>
)
