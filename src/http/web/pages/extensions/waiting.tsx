import { capitalised } from '../../../../domain/vietnamese.ts'
import type { ExtensionDesk } from '../../../../queries/extension-desk.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Moment } from '../../parts/moment.tsx'
import { topicsIn } from '../../parts/topics.tsx'
import { personPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { answerPath } from './paths.ts'
import type { ExtensionsWords } from './words.ts'

/** As many as a form's address carries. */
const SHOWN = 200

interface Props {
  readonly data: ExtensionDesk
  readonly language: Language
  readonly words: ExtensionsWords
  readonly shared: SharedWords
}

/** Requests to choose from: what is chosen is answered on a page of its own. */
export const Waiting = ({ data, language, words, shared }: Props) => {
  const { campaign, unit, waiting } = data
  const rows = waiting.slice(0, SHOWN)
  if (rows.length === 0) return <p>{words.noneWaiting}</p>
  return (
    <form method="get" action={answerPath(campaign.code)} class="stack">
      <input type="hidden" name="unit" value={unit.code} />
      <div class="table-wrap">
        <table>
          <caption class="hidden">{words.waiting}</caption>
          <thead>
            <tr>
              <th scope="col" class="no-print">
                <span class="hidden">{words.choose}</span>
              </th>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.askedFor}</th>
              <th scope="col" class="desk">
                {words.reason}
              </th>
              <th scope="col" class="desk">
                {words.owes}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ request, enrolment, unit: unitName, owed, deadline }) => (
              <tr key={request.id}>
                <td class="tick no-print">
                  <label>
                    <input type="checkbox" name="r" value={request.id} />
                    <span class="hidden">{words.chooseOne(enrolment.person.name)}</span>
                  </label>
                </td>
                <th scope="row" class="who">
                  <a href={personPath(campaign.code, enrolment.id)}>{enrolment.person.name}</a>
                  <div class="quiet small">{unitName}</div>
                  <div class="small phone">
                    {request.reason}
                    <div class="quiet">
                      {words.owes}: {owed.length === 0 ? words.owesNothing : topicsIn(campaign, owed, shared)}
                    </div>
                  </div>
                </th>
                <td>
                  <Moment at={request.dueAt} />
                  <div class="quiet small">
                    {words.dueNow('')}
                    <Moment at={deadline.dueAt} />
                  </div>
                </td>
                <td class="desk">{request.reason}</td>
                <td class="desk">
                  {owed.length === 0 ? words.owesNothing : capitalised(topicsIn(campaign, owed, shared))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {waiting.length > rows.length ? (
        <p class="quiet small">{words.moreWaiting(numberIn(waiting.length - rows.length, language))}</p>
      ) : null}
      <div class="row actions">
        <button type="submit" class="button">
          {words.answerChosen}
        </button>
        {rows.length === 1 ? null : (
          <button type="submit" class="button second" name="all" value="1">
            {words.answerAll(numberIn(rows.length, language))}
          </button>
        )}
      </div>
    </form>
  )
}
