import type { UnitsToShow } from '../../../../queries/unit-choice.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Due, momentIn } from '../../parts/moment.tsx'
import { peoplePath, rosterPath } from '../../paths.ts'
import { BulkNote } from '../selection/bulk.tsx'
import { Chips } from './chips.tsx'
import { fieldsOf, listPath } from './filter.ts'
import { Picking } from './picking.tsx'
import type { ListProps } from './props.ts'
import { PeopleTable } from './table.tsx'

/** "còn thiếu bài", of whomever the filter shows. */
const whoAre = ({ data: { campaign }, filter: { state, topic }, words }: ListProps): string => {
  const number = campaign.topics.findIndex(({ code }) => code === topic) + 1
  if (topic === undefined) return words.are[state]
  if (state === 'missing' || state === 'all') return words.owe(number)
  return words.and(state === 'no-address' ? words.withoutAddress : words.are[state], words.owe(number))
}

/** "38 người còn thiếu bài khớp với “tham”"; of nobody, why. */
const told = (props: ListProps): string => {
  const { data, filter, language, words } = props
  const { state, topic, q } = filter
  if (data.total === 0 && q === undefined)
    return state === 'missing' && topic === undefined ? words.allDone : words.nobodyWho(whoAre(props))
  if (data.total === 0) return words.noMatch(data.counts.people === 0 ? '' : whoAre(props), q ?? '')
  const whom = words.matches(numberIn(data.total, language), whoAre(props))
  return q === undefined ? whom : `${whom} ${words.matching(q)}`
}

/** Where a filter shows nobody: the ways on. */
const NoHit = ({ data: { campaign, counts }, filter, language, words }: ListProps) => {
  const everybody = listPath(campaign.code, { ...filter, topic: undefined, state: 'all' })
  return (
    <div class="row actions">
      {counts.people === 0 ? null : (
        <a class="button second" href={everybody}>
          {filter.q === undefined ? words.seeAll : words.seeMatches(numberIn(counts.people, language))}
        </a>
      )}
      {filter.q === undefined ? null : (
        <a class="button second" href={listPath(campaign.code, { ...filter, q: undefined })}>
          {words.clearSearch}
        </a>
      )}
    </div>
  )
}

const Empty = ({ data: { campaign }, mayImport, words }: ListProps) => (
  <div class="stack">
    <p>{words.nobody}</p>
    {mayImport ? (
      <div class="row actions">
        <a class="button" href={rosterPath(campaign.code)}>
          {words.importRoster}
        </a>
      </div>
    ) : null}
  </div>
)

const Pages = ({ data: { campaign, items, total }, filter, skipped, next, language, words }: ListProps) => {
  if (skipped === 0 && next === null) return null
  const to = skipped + items.length
  const first = listPath(campaign.code, filter)
  const following = next === null ? null : listPath(campaign.code, filter, { cursor: next, n: String(to) })
  return (
    <nav class="row no-print" aria-label={words.pages} hx-swap="innerHTML show:#main:top">
      <span class="quiet">
        {words.shown(numberIn(skipped + 1, language), numberIn(to, language), numberIn(total, language))}
      </span>
      {skipped === 0 ? null : (
        <a class="touch" href={first} hx-get={first}>
          {words.first}
        </a>
      )}
      {following === null ? null : (
        <a class="button second" href={following} hx-get={following}>
          {words.next}
        </a>
      )}
    </nav>
  )
}

/** What changes while somebody searches and filters. */
const List = (props: ListProps) => {
  const { data, filter, skipped, chosen, unitName, now, language, words, shared } = props
  const { campaign, counts, items } = data
  const { q: _q, ...rest } = fieldsOf(filter)
  return (
    <>
      {Object.entries(rest).map(([name, value]) =>
        value === undefined ? null : (
          <input key={name} type="hidden" name={name} value={value} form="search" />
        ),
      )}
      <Chips campaign={campaign} filter={filter} counts={counts} language={language} words={words} />
      {items.length === 0 ? (
        <NoHit {...props} />
      ) : (
        <Picking {...props}>
          <PeopleTable
            data={data}
            start={skipped + 1}
            chosen={chosen}
            caption={told(props)}
            foot={words.printed(unitName, momentIn(now, shared))}
            words={words}
          />
        </Picking>
      )}
      <Pages {...props} />
    </>
  )
}

const UnitLinks = ({
  units,
  props: { data, filter },
}: {
  readonly units: UnitsToShow['below']
  readonly props: ListProps
}) => (
  <>
    {units.map(({ code, name }) => (
      <li key={code}>
        <a class="touch" href={listPath(data.campaign.code, { ...filter, unit: code })}>
          {name}
        </a>
      </li>
    ))}
  </>
)

/** In place: the list; how many match, where screen readers listen; and the ways to other units with the same filter. */
export const ListPiece = (props: ListProps) => (
  <>
    <List {...props} />
    <p id="matches" hx-swap-oob="innerHTML">
      {told(props)}
    </p>
    <ol id="units-above" hx-swap-oob="innerHTML">
      <UnitLinks units={props.choices.above} props={props} />
    </ol>
    <ul id="units-below" hx-swap-oob="innerHTML">
      <UnitLinks units={props.choices.below} props={props} />
    </ul>
  </>
)

const Units = (props: ListProps) => {
  const { data, choices, unitName, now, words, shared } = props
  const { above, below } = choices
  return (
    <>
      {above.length === 0 ? null : (
        <nav class="crumbs no-print" aria-label={words.above}>
          <ol id="units-above">
            <UnitLinks units={above} props={props} />
          </ol>
        </nav>
      )}
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>
          <strong>{unitName}</strong>
        </p>
        <p>
          {words.due}: <Due at={data.campaign.dueAt} now={now} words={shared} />
        </p>
      </div>
      {below.length === 0 ? null : (
        <details class="no-print">
          <summary>{words.below(below.length)}</summary>
          <nav aria-label={words.unitNav}>
            <ul id="units-below" class="unit-list plain">
              <UnitLinks units={below} props={props} />
            </ul>
          </nav>
        </details>
      )}
    </>
  )
}

const Search = ({ data: { campaign }, filter, words }: ListProps) => (
  <form id="search" class="search no-print" role="search" method="get" action={peoplePath(campaign.code)}>
    <label for="q">{words.search}</label>
    <span class="hint" id="q-hint">
      {words.searchHint}
    </span>
    <div class="row">
      <input
        type="search"
        id="q"
        name="q"
        value={filter.q}
        maxLength={100}
        autocomplete="off"
        autofocus
        aria-describedby="q-hint"
        hx-get={peoplePath(campaign.code)}
        hx-trigger="input changed delay:200ms"
        hx-include="closest form"
        hx-target="#people"
        hx-replace-url="true"
        hx-sync="this:replace"
      />
      <button type="submit" class="button second">
        {words.find}
      </button>
    </div>
  </form>
)

/** Who has not submitted, and everybody else of a unit. */
export const PeoplePage = (props: ListProps) => {
  const { data, filter } = props
  const isEmpty = data.counts.people === 0 && filter.q === undefined
  return (
    <>
      {props.bulk === null ? null : <BulkNote {...props} bulk={props.bulk} />}
      <Units {...props} />
      {isEmpty ? (
        <Empty {...props} />
      ) : (
        <>
          <Search {...props} />
          <p id="matches" role="status">
            {told(props)}
          </p>
          <div id="people" class="stack" hx-target="#people" hx-replace-url="true">
            <List {...props} />
          </div>
        </>
      )}
    </>
  )
}
