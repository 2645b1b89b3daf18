import { z } from 'zod'
import type { Problem } from '../../../domain/problems.ts'
import { line } from '../../../wire/campaign.ts'
import type { Language } from '../words.ts'
import { TextField } from './fields.tsx'

/** Why something is done about somebody: each page says in its own words where that is kept. */
interface ReasonWords {
  readonly reason: string
  readonly reasonHint: string
  readonly reasonNeeded: string
}

/** What was typed there → a reason. */
export const reasonOf = ({ reasonNeeded }: Pick<ReasonWords, 'reasonNeeded'>) =>
  z.string().trim().min(1, reasonNeeded).pipe(line(500))

export const ReasonField = ({
  typed,
  problems,
  language,
  words,
}: {
  readonly typed: { readonly reason: string }
  readonly problems: readonly Problem[]
  readonly language: Language
  readonly words: Omit<ReasonWords, 'reasonNeeded'>
}) => (
  <TextField
    name="reason"
    label={words.reason}
    hint={words.reasonHint}
    value={typed.reason}
    problems={problems}
    language={language}
  />
)
