import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../../domain/problems.ts'
import { InputField } from '../../parts/fields.tsx'
import { problemAt } from '../../parts/form.tsx'
import type { Language } from '../../words.ts'
import type { TypedCampaign } from './form.ts'
import type { CampaignWords } from './words.ts'

export interface FormProps {
  readonly typed: TypedCampaign
  readonly problems: readonly Problem[]
  /** The code is chosen once. */
  readonly isNew: boolean
  readonly language: Language
  readonly words: CampaignWords
}

/** Fields of one line. */
type LineField =
  | ('code' | 'name' | 'opensAt' | 'dueAt' | 'closesAt' | 'graceSeconds' | 'maxMegabytes')
  | ('daysBefore' | 'everyDaysAfter' | 'lastCallDays' | 'hour' | 'quietFrom' | 'quietTo')

export const Line = ({
  name,
  hint,
  type = 'text',
  typed,
  problems,
  language,
  words,
}: FormProps & {
  readonly name: LineField
  readonly hint?: string
  readonly type?: 'text' | 'number' | 'datetime-local'
}) => (
  <InputField
    name={name}
    label={words[name]}
    {...(hint === undefined ? {} : { hint })}
    type={type}
    value={typed[name]}
    problems={problems}
    language={language}
  />
)

/** Any of a few. */
export const Boxes = ({
  name,
  options,
  hint,
  isList = false,
  typed,
  problems,
  language,
  words,
}: FormProps & {
  readonly name: 'types' | 'weekdays' | 'digestDays' | 'off' | 'reportTimes' | 'reportFormats'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly hint?: string
  /** One below the other. */
  readonly isList?: boolean
}) => {
  const problem = problemAt(problems, name, language)
  return (
    <fieldset class={problem === undefined ? undefined : 'field wrong'} id={name}>
      <legend>{words[name]}</legend>
      {hint === undefined ? null : <span class="hint">{hint}</span>}
      {problem === undefined ? null : <span class="wrong-text">{problem}</span>}
      <div class={isList ? undefined : 'row'}>
        {options.map(({ value, label }) => (
          <label key={value} class="choice">
            <input type="checkbox" name={name} value={value} checked={typed[name].includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export const Section = ({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
}) => (
  <section class="stack" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
