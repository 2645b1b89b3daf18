import type { Problem } from '../../../../domain/problems.ts'
import type { Unit } from '../../../../domain/unit.ts'
import { InputField } from '../../parts/fields.tsx'
import { problemAt } from '../../parts/form.tsx'
import type { Language, SharedWords } from '../../words.ts'
import type { TypedAccount } from './form.ts'
import type { AccountWords } from './words.ts'

interface Props {
  readonly typed: TypedAccount
  readonly problems: readonly Problem[]
  /** To choose from while typing; every other unit is found by its name too. */
  readonly provinces: readonly Unit[]
  readonly language: Language
  readonly words: AccountWords
  readonly shared: SharedWords
}

/** Boxes left empty for more. */
const SPARE = 2

const Units = ({
  name,
  typed,
  problems,
  language,
  words,
}: Props & { readonly name: 'staffUnits' | 'trainerUnits' }) => {
  const problem = problemAt(problems, name, language)
  const rows = [...typed[name].filter(text => text !== ''), ...Array.from({ length: SPARE }, () => '')]
  return (
    <fieldset class={problem === undefined ? 'field' : 'field wrong'}>
      <legend>{words[name]}</legend>
      <span class="hint" id={`${name}-hint`}>
        {words.unitsHint}
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
          aria-label={`${words[name]}, ${words.another(String(index + 1))}`}
          aria-describedby={`${name}-hint`}
        />
      ))}
    </fieldset>
  )
}

/** Name, and what the account may do where. */
export const GrantsFields = (props: Props) => {
  const { typed, problems, provinces, language, words, shared } = props
  const problem = problemAt(problems, 'grants', language)
  return (
    <>
      <InputField name="name" label={words.name} value={typed.name} problems={problems} language={language} />
      <fieldset class={problem === undefined ? 'stack-close' : 'stack-close field wrong'} id="grants">
        <legend>{words.grants}</legend>
        {problem === undefined ? null : <span class="wrong-text">{problem}</span>}
        <label class="choice">
          <input type="checkbox" name="admin" value="1" checked={typed.admin !== undefined} />
          <span class="choice-words">
            {shared.roles.admin}
            <span class="hint">{words.adminHint}</span>
          </span>
        </label>
      </fieldset>
      <Units {...props} name="staffUnits" />
      <Units {...props} name="trainerUnits" />
      <datalist id="unit-names">
        {provinces.map(({ code, name }) => (
          <option key={code} value={`${name} (${code})`} />
        ))}
      </datalist>
    </>
  )
}
