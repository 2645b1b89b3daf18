import { owedTopics } from '../../../../domain/completion.ts'
import { capitalised } from '../../../../domain/vietnamese.ts'
import type { Call, CallList } from '../../../../queries/call-list.ts'
import type { UnitChoice } from '../../../../queries/unit-choice.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { topicsIn } from '../../parts/topics.tsx'
import { UnitPicker } from '../../parts/unit-picker.tsx'
import { peoplePath, personPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { callListPath } from '../selection/paths.ts'
import type { CallListWords } from './words.ts'

interface Props {
  readonly data: CallList
  readonly choice: UnitChoice
  readonly now: Date
  readonly language: Language
  readonly words: CallListWords
  readonly shared: SharedWords
}

const Row = ({ call, props }: { readonly call: Call; readonly props: Props }) => {
  const {
    data: { campaign },
    words,
    shared,
  } = props
  const { enrolment, unitName, failure } = call
  const { id, person, posts, heads } = enrolment
  const owed = topicsIn(campaign, owedTopics(campaign, heads, false), shared)
  const why = failure === null ? words.noAddress : words.failed(person.email ?? '')
  return (
    <tr>
      <th scope="row">
        <a href={personPath(campaign.code, id)}>{person.name}</a>
        <span class="small">{[...posts, unitName].join(' · ')}</span>
        <div class="phone small">
          {words.owed}: {owed}. {failure === null ? null : why}
        </div>
      </th>
      <td>
        {person.phone === null ? (
          <span class="quiet small">{words.noPhone}</span>
        ) : (
          <a
            class="touch"
            href={`tel:${person.phone}`}
            aria-label={`${words.call(person.name)}: ${person.phone}`}
          >
            <Icon name="telephone-fill" /> {person.phone}
          </a>
        )}
      </td>
      <td class="desk">{capitalised(owed)}</td>
      <td class="desk">
        {why}
        {failure?.detail == null ? null : <span class="small quiet">{failure.detail}</span>}
      </td>
    </tr>
  )
}

const Table = (props: Props) => {
  const { data, choice, now, words, shared } = props
  return (
    <div class="table-wrap">
      <table class="people">
        <caption class="hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.phone}</th>
            <th scope="col" class="desk">
              {words.owed}
            </th>
            <th scope="col" class="desk">
              {words.why}
            </th>
          </tr>
        </thead>
        <tfoot class="print-foot">
          <tr>
            <td colSpan={4}>{words.printed(choice.unit.name, momentIn(now, shared))}</td>
          </tr>
        </tfoot>
        <tbody>
          {data.calls.map(call => (
            <Row key={call.enrolment.id} call={call} props={props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whom mail does not reach, with their phones. */
export const CallListPage = (props: Props) => {
  const { data, choice, language, words, shared } = props
  const { campaign, calls, isCut } = data
  return (
    <>
      <Back href={peoplePath(campaign.code, { unit: choice.unit.code })} label={words.back} />
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>
          <strong>{choice.unit.name}</strong>
        </p>
        <p class="quiet">{words.lead}</p>
      </div>
      <UnitPicker choice={choice} action={callListPath(campaign.code)} words={shared} />
      {calls.length === 0 ? (
        <div class="stack">
          <p>{words.nobody}</p>
          <div class="row actions">
            <a class="button second" href={peoplePath(campaign.code, { unit: choice.unit.code })}>
              {words.seeList}
            </a>
          </div>
        </div>
      ) : (
        <>
          <div class="row actions">
            <p>{words.count(numberIn(calls.length, language))}</p>
            <button type="button" class="button second" data-print>
              <Icon name="printer" /> {words.print}
            </button>
          </div>
          {isCut ? <p class="note soon">{words.cut}</p> : null}
          <Table {...props} />
        </>
      )}
    </>
  )
}
