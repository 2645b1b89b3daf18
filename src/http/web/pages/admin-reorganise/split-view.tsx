import type { Problem } from '../../../../domain/problems.ts'
import type { SplitDesk } from '../../../../queries/split-desk.ts'
import { adminPath } from '../../admin.ts'
import { Back } from '../../parts/back.tsx'
import { DayField } from '../../parts/fields.tsx'
import { Form, ProblemSummary, problemAt } from '../../parts/form.tsx'
import { Table } from '../../parts/table.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { childField, personField, type TypedSplit } from './split-form.ts'
import type { ReorganiseWords } from './words.ts'

interface Props {
  readonly desk: SplitDesk
  readonly typed: TypedSplit
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly language: Language
  readonly words: ReorganiseWords
  readonly shared: SharedWords
}

/** Boxes for names. */
const BOXES = 4

/** First: what the parts are called. */
export const SplitNames = ({ desk: { unit }, typed, problems, csrf, language, words, shared }: Props) => {
  const problem = problemAt(problems, 'part', language)
  return (
    <>
      <Back href={adminPath('units', unit.code)} label={unit.name} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.splitTitle(unit.name)}</h1>
      <p>{words.splitLead}</p>
      <Form action={adminPath('units', unit.code, 'tach')} csrf={csrf}>
        <fieldset class={problem === undefined ? 'field' : 'field wrong'}>
          <legend>{words.parts}</legend>
          <span class="hint">{words.partsHint}</span>
          {problem === undefined ? null : <span class="wrong-text">{problem}</span>}
          {Array.from({ length: BOXES }, (_, index) => (
            <input
              key={index}
              type="text"
              id={index === 0 ? 'part' : `part-${index}`}
              name="part"
              value={typed.parts[index] ?? ''}
              aria-label={words.part(String(index + 1))}
            />
          ))}
        </fieldset>
        <DayField
          name="lastDay"
          label={words.lastDay}
          hint={words.lastDayHint}
          value={typed.lastDay}
          problems={problems}
          language={language}
        />
        <div class="row actions">
          <button type="submit" class="button">
            {words.choose}
          </button>
        </div>
      </Form>
    </>
  )
}

interface Row {
  readonly field: string
  readonly name: string
  readonly part: number
}

const Choices = ({
  title,
  head,
  rows,
  parts,
  words,
}: {
  readonly title: string
  readonly head: string
  readonly rows: readonly Row[]
  readonly parts: readonly string[]
  readonly words: ReorganiseWords
}) => (
  <Table caption={title} heads={[head, words.goesTo]} look="units">
    {rows.map(({ field, name, part }) => (
      <tr key={field}>
        <th scope="row">{name}</th>
        <td>
          <select name={field} aria-label={words.goesToOf(name)}>
            {parts.map((label, index) => (
              <option key={label} value={String(index)} selected={index === part}>
                {label}
              </option>
            ))}
          </select>
        </td>
      </tr>
    ))}
  </Table>
)

/** Then: who and what goes where. */
export const SplitAssign = ({
  desk: { unit, people, children },
  typed,
  problems,
  csrf,
  language,
  words,
  shared,
}: Props) => {
  const { parts } = typed
  return (
    <>
      <Back href={adminPath('units', unit.code, 'tach')} label={words.splitTitle(unit.name)} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.assignTitle(unit.name)}</h1>
      <p>{words.assignLead(parts[0] ?? '')}</p>
      <Form action={adminPath('units', unit.code, 'tach')} csrf={csrf}>
        {parts.map(name => (
          <input key={name} type="hidden" name="part" value={name} />
        ))}
        <input type="hidden" name="lastDay" value={typed.lastDay} />
        {children.length === 0 ? null : (
          <section class="stack" aria-labelledby="children-title">
            <h2 id="children-title">{words.children}</h2>
            <Choices
              title={words.children}
              head={words.unit}
              rows={children.map(({ code, name }) => ({
                field: childField(code),
                name,
                part: typed.children[code] ?? 0,
              }))}
              {...{ parts, words }}
            />
          </section>
        )}
        <section class="stack" aria-labelledby="people-title">
          <h2 id="people-title">{words.people}</h2>
          {people.length === 0 ? (
            <p class="quiet">{words.noPeople}</p>
          ) : (
            <Choices
              title={words.people}
              head={words.name}
              rows={people.map(({ id, name }) => ({
                field: personField(id),
                name,
                part: typed.people[id] ?? 0,
              }))}
              {...{ parts, words }}
            />
          )}
        </section>
        <div class="row actions">
          <button type="submit" class="button" name="step" value="preview">
            {words.preview}
          </button>
        </div>
      </Form>
    </>
  )
}
