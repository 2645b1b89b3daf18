import { isReady, isUnclear } from '../../../../domain/gathering.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { Table } from '../../parts/table.tsx'
import { topicsIn } from '../../parts/topics.tsx'
import { gatheringPath } from '../../paths.ts'
import type { GatheringProps } from './props.ts'
import { FileCell, personIn } from './row.tsx'

interface Props extends GatheringProps {
  readonly problems: readonly Problem[]
}

const ToHandIn = (props: Props) => {
  const { data, cast, language, words, shared } = props
  return (
    <Table caption={words.reviewTitle} heads={[words.person, words.topicsHead, words.file]} look="cards">
      {data.files.filter(isReady).map(file => {
        const person = cast.people.get(file.enrolment ?? '')
        return (
          <tr key={file.id}>
            <th scope="row">{person === undefined ? words.nobody : personIn(props, person)}</th>
            <td>{topicsIn(data.campaign, file.topics, shared)}</td>
            <td>
              <FileCell file={file} language={language} words={words} />
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

/** The last look: how many essays of how many people, each of them, and what is left out. */
export const ReviewGathering = (props: Props) => {
  const { data, problems, csrf, language, words, shared } = props
  const { campaign, gathering, files, doubled, seal } = data
  const ready = files.filter(isReady)
  const people = new Set(ready.map(({ enrolment }) => enrolment)).size
  const unclear = files.filter(isUnclear).length
  const n = (value: number) => numberIn(value, language)
  const path = gatheringPath(campaign.code, gathering.id)
  return (
    <>
      <Back href={path} label={words.of(data.unit.name)} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <div class="stack-close">
        <h1>{words.reviewTitle}</h1>
        <p>{words.reviewText(n(ready.length), n(people))}</p>
      </div>
      {unclear === 0 ? null : <p class="note soon">{words.leftOut(n(unclear))}</p>}
      {doubled.size === 0 ? null : <p class="note soon">{words.doubledText(n(doubled.size))}</p>}
      {ready.length === 0 ? null : (
        <Form action={`${path}/xem-lai`} csrf={csrf}>
          <input type="hidden" name="seal" value={seal} />
          <div class="row actions">
            <button type="submit" class="button">
              {words.confirm(n(ready.length))}
            </button>
            <a class="button second" href={path}>
              {words.cancel}
            </a>
          </div>
        </Form>
      )}
      <ToHandIn {...props} />
    </>
  )
}

/** Before what was uploaded is thrown away. */
export const DiscardGathering = ({ data, csrf, language, words }: GatheringProps) => {
  const path = gatheringPath(data.campaign.code, data.gathering.id)
  return (
    <>
      <h1>{words.discardTitle}</h1>
      <p>{words.discardText(numberIn(data.files.length, language))}</p>
      <Form action={`${path}/bo`} csrf={csrf}>
        <div class="row actions">
          <button type="submit" class="button danger">
            {words.discardYes}
          </button>
          <a class="button second" href={path}>
            {words.cancel}
          </a>
        </div>
      </Form>
    </>
  )
}
