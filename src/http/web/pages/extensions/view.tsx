import { requestState } from '../../../../domain/extension-request.ts'
import { formatDate } from '../../../../domain/time.ts'
import type { ExtensionDesk, GrantedView } from '../../../../queries/extension-desk.ts'
import { Due, Moment, momentIn } from '../../parts/moment.tsx'
import { RequestTag } from '../../parts/tag.tsx'
import { UnitPicker } from '../../parts/unit-picker.tsx'
import { extensionsPath, personPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { grantPath, revokePath } from './paths.ts'
import { Waiting } from './waiting.tsx'
import type { ExtensionsWords } from './words.ts'

interface Props {
  readonly data: ExtensionDesk
  readonly now: Date
  readonly language: Language
  readonly words: ExtensionsWords
  readonly shared: SharedWords
}

/** Whom an extension is for, in words. */
export const whomOf = ({ extension, enrolment, unit }: GrantedView, words: ExtensionsWords): string =>
  extension.unit !== null ? unit : (enrolment?.person.name ?? words.moved)

const Whom = ({
  granted,
  data,
  words,
}: Pick<Props, 'data' | 'words'> & { readonly granted: GrantedView }) => {
  const { extension, enrolment, unit } = granted
  if (extension.unit !== null)
    return (
      <>
        {unit}
        <div class="quiet small">{words.wholeUnit}</div>
      </>
    )
  if (enrolment === null) return <>{words.moved}</>
  return (
    <>
      <a href={personPath(data.campaign.code, enrolment.id)}>{enrolment.person.name}</a>
      <div class="quiet small">{unit}</div>
    </>
  )
}

const Granted = ({ data, now, words, shared }: Props) => (
  <div class="table-wrap">
    <table>
      <caption class="hidden">{words.granted}</caption>
      <thead>
        <tr>
          <th scope="col">{words.forWhom}</th>
          <th scope="col">{words.newDue}</th>
          <th scope="col" class="desk">
            {words.reason}
          </th>
          <th scope="col" class="desk">
            {words.grantedBy}
          </th>
          <th scope="col" class="no-print">
            <span class="hidden">{words.revoke}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.granted.map(granted => {
          const { extension, by } = granted
          return (
            <tr key={extension.id}>
              <th scope="row" class="who">
                <Whom granted={granted} data={data} words={words} />
              </th>
              <td>
                <Moment at={extension.dueAt} />
                {extension.dueAt < now ? <div class="quiet small">{words.over}</div> : null}
                {extension.closesAt === null ? null : (
                  <div class="quiet small">{words.lateUntil(momentIn(extension.closesAt, shared))}</div>
                )}
              </td>
              <td class="desk">{extension.reason}</td>
              <td class="desk quiet">{words.by(by, formatDate(extension.grantedAt))}</td>
              <td class="no-print">
                <a class="touch" href={revokePath(data.campaign.code, extension.id)}>
                  {words.revoke}
                  <span class="hidden"> {words.revokeOf(whomOf(granted, words))}</span>
                </a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)

const Answered = ({ data, words, shared }: Props) => (
  <div class="table-wrap">
    <table>
      <caption class="hidden">{words.answered}</caption>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col" class="desk">
            {words.reason}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.answered.map(({ request, enrolment, unit }) => (
          <tr key={request.id}>
            <th scope="row" class="who">
              <a href={personPath(data.campaign.code, enrolment.id)}>{enrolment.person.name}</a>
              <div class="quiet small">{unit}</div>
            </th>
            <td>
              <RequestTag state={requestState(request)} words={shared} />
              {request.answer?.dueAt == null ? null : (
                <div class="small">{words.grantedUntil(momentIn(request.answer.dueAt, shared))}</div>
              )}
              {request.answer?.note == null ? null : <div class="small">{request.answer.note}</div>}
            </td>
            <td class="desk">{request.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Requests that wait, extensions in force, and what was answered lately. */
export const Extensions = (props: Props) => {
  const { data, now, words, shared } = props
  const { campaign, unit, granted, answered } = data
  return (
    <>
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>
          {words.due}: <Due at={campaign.dueAt} now={now} words={shared} />
        </p>
      </div>
      <UnitPicker choice={data} action={extensionsPath(campaign.code)} words={shared} />
      <section class="stack" aria-labelledby="waiting-title">
        <h2 id="waiting-title">{words.waiting}</h2>
        <Waiting {...props} />
      </section>
      <section class="stack" aria-labelledby="granted-title">
        <h2 id="granted-title">{words.granted}</h2>
        {granted.length === 0 ? <p class="quiet">{words.noneGranted}</p> : <Granted {...props} />}
        <div class="row actions">
          <a class="button second" href={grantPath(campaign.code, unit.code)}>
            {words.grantToUnit(unit.name)}
          </a>
        </div>
      </section>
      {answered.length === 0 ? null : (
        <section class="stack" aria-labelledby="answered-title">
          <h2 id="answered-title">{words.answered}</h2>
          <Answered {...props} />
        </section>
      )}
      <p class="print-only small">{words.printed(unit.name, momentIn(now, shared))}</p>
    </>
  )
}
