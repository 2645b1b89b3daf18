import { z } from 'zod'
import { line } from '../../../../../wire/campaign.ts'
import { TextField } from '../../../parts/fields.tsx'
import type { BodyProps } from '../form-page.tsx'
import type { FormWords } from '../form-words.ts'

/** As typed. */
export const typedText = z.string().max(5000).default('')

export const reasonOf = ({ reasonNeeded }: FormWords) =>
  z.string().trim().min(1, reasonNeeded).pipe(line(500))

export const ReasonField = ({ typed, problems, language, words }: BodyProps<{ readonly reason: string }>) => (
  <TextField
    name="reason"
    label={words.reason}
    hint={words.reasonHint}
    value={typed.reason}
    problems={problems}
    language={language}
  />
)
