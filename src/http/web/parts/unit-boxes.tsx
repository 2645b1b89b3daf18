import type { Problem } from '../../../domain/problems.ts'
import type { Unit } from '../../../domain/unit.ts'
import type { Language } from '../words.ts'
import { problemAt } from './form.tsx'

/** Boxes left empty for more. */
const SPARE = 2

/** Several units, a box each, by name or code; the browser offers those to choose from while one types. */
export const UnitBoxes = ({
  name,
  label,
  hint,
  another,
  typed,
  choices,
  problems,
  language,
}: {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly another: (n: string) => string
  readonly typed: readonly string[]
  /** Offered under the list `unit-names`; absent where another field of the page has brought it. */
  readonly choices?: readonly Unit[]
  readonly problems: readonly Problem[]
  readonly language: Language
}) => {
  const problem = problemAt(problems, name, language)
  const rows = [...typed.filter(text => text !== ''), ...Array.from({ length: SPARE }, () => '')]
  return (
    <fieldset class={problem === undefined ? 'field' : 'field wrong'}>
      <legend>{label}</legend>
      <span class="hint" id={`${name}-hint`}>
        {hint}
      </span>
      {problem === undefined ? null : (
        <span class="wrong-text" id={`${name}-problem`}>
          {problem}
        </span>
      )}
      {rows.map((text, index) => (
        <input
          key={index}
          type="text"
          id={index === 0 ? name : `${name}-${index}`}
          name={name}
          value={text}
          list="unit-names"
          aria-label={`${label}, ${another(String(index + 1))}`}
          aria-describedby={`${name}-hint`}
        />
      ))}
      {choices === undefined ? null : (
        <datalist id="unit-names">
          {choices.map(({ code, name }) => (
            <option key={code} value={`${name} (${code})`} />
          ))}
        </datalist>
      )}
    </fieldset>
  )
}
