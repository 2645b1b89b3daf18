import type { Problem } from '../../../../domain/problems.ts'
import type { Unit } from '../../../../domain/unit.ts'
import { InputField } from '../../parts/fields.tsx'
import { problemAt } from '../../parts/form.tsx'
import { UnitBoxes } from '../../parts/unit-boxes.tsx'
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
      {(['staffUnits', 'trainerUnits'] as const).map(name => (
        <UnitBoxes
          key={name}
          name={name}
          label={words[name]}
          hint={words.unitsHint}
          another={words.another}
          typed={typed[name]}
          {...(name === 'staffUnits' ? { choices: provinces } : {})}
          problems={problems}
          language={language}
        />
      ))}
    </>
  )
}
