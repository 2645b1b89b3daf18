import type { Problem } from '../../../domain/problems.ts'
import { hanoiDay } from '../../../domain/time.ts'
import type { Language } from '../words.ts'
import { Field, problemAt } from './form.tsx'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly problems: readonly Problem[]
  readonly language: Language
}

/** A calendar day. */
export const DayField = ({
  name,
  label,
  hint,
  value,
  min,
  problems,
  language,
}: FieldProps & { readonly min?: Date }) => (
  <Field name={name} label={label} hint={hint} problem={problemAt(problems, name, language)}>
    <input
      type="date"
      id={name}
      name={name}
      value={value}
      min={min && hanoiDay(min)}
      aria-describedby={`${name}-hint`}
    />
  </Field>
)

/** A few sentences, or lines. */
export const TextField = ({
  name,
  label,
  hint,
  value,
  rows = 3,
  problems,
  language,
}: FieldProps & { readonly rows?: number }) => (
  <Field name={name} label={label} hint={hint} problem={problemAt(problems, name, language)}>
    <textarea id={name} name={name} class="short" rows={rows} aria-describedby={`${name}-hint`}>
      {value}
    </textarea>
  </Field>
)

/** One line, a number or a moment, typed. */
export const InputField = ({
  name,
  label,
  hint,
  value,
  problems,
  language,
  type = 'text',
  ...more
}: Omit<FieldProps, 'hint'> & {
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'datetime-local' | 'date' | 'search'
  readonly list?: string
  readonly inputmode?: 'numeric'
  readonly autocomplete?: 'off' | 'email' | 'tel'
  readonly max?: string
}) => (
  <Field
    name={name}
    label={label}
    {...(hint === undefined ? {} : { hint })}
    problem={problemAt(problems, name, language)}
  >
    <input
      type={type}
      id={name}
      name={name}
      value={value}
      aria-describedby={hint === undefined ? undefined : `${name}-hint`}
      {...more}
    />
  </Field>
)
