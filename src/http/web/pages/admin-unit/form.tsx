import { z } from 'zod'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import type { Unit } from '../../../../domain/unit.ts'
import { clean } from '../../../../domain/vietnamese.ts'
import { unitCode } from '../../../../wire/campaign.ts'
import { day } from '../../../../wire/unit.ts'
import { DayField, InputField, TextField } from '../../parts/fields.tsx'
import type { Language } from '../../words.ts'
import type { UnitWords } from './words.ts'

/** As typed: what is wrong with it is told in the form. */
export const unitForm = z.object({
  name: z.string().max(1000).default(''),
  code: z.string().max(200).default(''),
  aliases: z.string().max(10_000).default(''),
  validFrom: z.string().max(40).default(''),
  validTo: z.string().max(40).default(''),
})
export type TypedUnit = z.output<typeof unitForm>

export const NO_UNIT: TypedUnit = { name: '', code: '', aliases: '', validFrom: '', validTo: '' }

export const typedOf = ({ name, code, aliases, validFrom, validTo }: Unit): TypedUnit => ({
  name,
  code,
  aliases: aliases.join('\n'),
  validFrom: validFrom ?? '',
  validTo: validTo ?? '',
})

/** What the form says; its name is judged by the command. */
export const readUnit = (typed: TypedUnit, words: UnitWords) => {
  const problems: Problem[] = []
  const wrong = (at: string, reason: string) => problems.push(problem('input-not-valid', { reason }, at))
  const dayOf = (at: 'validFrom' | 'validTo'): string | null => {
    const text = typed[at].trim()
    if (text !== '' && !day.safeParse(text).success) wrong(at, words.dayWrong)
    return text === '' ? null : text
  }
  const code = typed.code.trim()
  if (code !== '' && !unitCode.safeParse(code).success) wrong('code', words.codeWrong)
  const read = {
    name: typed.name,
    ...(code === '' ? {} : { code }),
    aliases: typed.aliases
      .split('\n')
      .map(clean)
      .filter(alias => alias !== ''),
    validFrom: dayOf('validFrom'),
    validTo: dayOf('validTo'),
  }
  const [first, ...more] = problems
  const result: Result<typeof read> = first === undefined ? ok(read) : refuse(first, ...more)
  return result
}

export const UnitFields = ({
  typed,
  problems,
  isNew,
  language,
  words,
}: {
  readonly typed: TypedUnit
  readonly problems: readonly Problem[]
  readonly isNew: boolean
  readonly language: Language
  readonly words: UnitWords
}) => {
  const common = { problems, language }
  return (
    <>
      <InputField
        {...common}
        name="name"
        label={words.name}
        {...(isNew ? {} : { hint: words.nameHint })}
        value={typed.name}
      />
      {isNew ? (
        <InputField {...common} name="code" label={words.code} hint={words.codeHint} value={typed.code} />
      ) : null}
      <TextField
        {...common}
        name="aliases"
        label={words.aliases}
        hint={words.aliasesHint}
        value={typed.aliases}
      />
      <DayField
        {...common}
        name="validFrom"
        label={words.validFrom}
        hint={words.dayHint}
        value={typed.validFrom}
      />
      <DayField {...common} name="validTo" label={words.validTo} hint={words.dayHint} value={typed.validTo} />
    </>
  )
}
