import type { EnrolmentId } from '../../../../domain/enrolment.ts'
import type { Gathered } from '../../../../domain/gathering.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { gatheringPath } from '../../paths.ts'
import type { GatheringProps } from './props.ts'
import { FileCell, personIn } from './row.tsx'

interface Props extends GatheringProps {
  readonly file: Gathered
  readonly q: string
  /** The first of those whom the search found. */
  readonly found: readonly EnrolmentId[]
  /** How many the search found in all; null: nobody searched. */
  readonly total: number | null
}

const Found = ({ found, total, language, words }: Props) => {
  const n = (value: number) => numberIn(value, language)
  if (total === null) return null
  return (
    <p role="status">
      {total === 0
        ? words.notFound
        : total > found.length
          ? words.foundMany(n(found.length), n(total))
          : words.found(n(total))}
    </p>
  )
}

/** One file: whose it is, looked for among everybody. */
export const ChooseForFile = (props: Props) => {
  const { data, file, q, cast, csrf, language, words } = props
  const { campaign, gathering } = data
  const path = gatheringPath(campaign.code, gathering.id)
  return (
    <>
      <Back href={path} label={words.of(data.unit.name)} />
      <div class="stack-close">
        <h1>{words.searchTitle}</h1>
        <FileCell file={file} language={language} words={words} />
      </div>
      <form method="get" action={`${path}/tep/${file.id}`} class="row picker" role="search">
        <label for="q">{words.searchFor}</label>
        <input type="search" id="q" name="q" value={q} autoComplete="off" />
        <button type="submit" class="button second">
          {words.search}
        </button>
      </form>
      <Found {...props} />
      <Form action={`${path}/tep/${file.id}`} csrf={csrf}>
        <fieldset class="field">
          <legend>{words.person}</legend>
          <div class="choices">
            {[...cast.people.values()].map(person => (
              <label key={person.id} class="choice">
                <input type="radio" name="who" value={person.id} checked={person.id === file.enrolment} />
                <span class="choice-words">{personIn(props, person)}</span>
              </label>
            ))}
            <label class="choice">
              <input type="radio" name="who" value="" checked={file.enrolment === null} />
              <span class="choice-words">{words.nobody}</span>
            </label>
          </div>
        </fieldset>
        <fieldset class="field">
          <legend>{words.topicsHead}</legend>
          <div class="choices topics">
            {campaign.topics.map(({ code, title }, i) => (
              <label key={code} class="choice">
                <input type="checkbox" name="topics" value={code} checked={file.topics.includes(code)} />
                <span class="choice-words">
                  <strong>{words.topic(i + 1)}</strong> <span class="quiet small">{title}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="row actions">
          <button type="submit" class="button">
            {words.save}
          </button>
        </div>
      </Form>
    </>
  )
}
