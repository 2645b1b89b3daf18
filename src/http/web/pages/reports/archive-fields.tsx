import { z } from 'zod'
import { NAME_PATTERNS, USUAL_NAMES } from '../../../../domain/archive-naming.ts'
import type { Problem } from '../../../../domain/problems.ts'
import type { ArchiveChoice } from '../../../../domain/report.ts'
import { Field, problemAt } from '../../parts/form.tsx'
import type { Language } from '../../words.ts'
import type { ReportsWords } from './words.ts'

const MB = 1024 * 1024
/** What a mail, a CD, a FAT stick takes. */
const SPLITS = ['', '25', '700', '4000'] as const

/** As typed. */
export const archiveFields = {
  newerThan: z.string().max(40).default(''),
  names: z.enum(NAME_PATTERNS).default(USUAL_NAMES),
  split: z.enum(SPLITS).default(''),
}
export type TypedArchive = z.output<z.ZodObject<typeof archiveFields>>

export const USUAL_ARCHIVE: TypedArchive = { newerThan: '', names: USUAL_NAMES, split: '' }

/** A moment is typed in Hanoi's time; what is no moment is told at its field by the caller. */
export const archiveOf = ({ newerThan, names, split }: TypedArchive): ArchiveChoice => ({
  newerThan: newerThan === '' ? null : new Date(`${newerThan}:00+07:00`),
  names,
  splitBytes: split === '' ? null : Number(split) * MB,
})

/** How the ZIP is made: rarely needed, so folded away. */
export const ArchiveFields = ({
  typed,
  problems,
  language,
  words,
}: {
  readonly typed: TypedArchive
  readonly problems: readonly Problem[]
  readonly language: Language
  readonly words: ReportsWords
}) => (
  <details open={problemAt(problems, 'newerThan', language) !== undefined || undefined}>
    <summary>{words.archive}</summary>
    <div class="stack">
      <Field
        name="newerThan"
        label={words.newerThan}
        hint={words.newerThanHint}
        problem={problemAt(problems, 'newerThan', language)}
      >
        <input
          type="datetime-local"
          id="newerThan"
          name="newerThan"
          value={typed.newerThan}
          aria-describedby="newerThan-hint"
        />
      </Field>
      <Field name="names" label={words.names}>
        <select id="names" name="names">
          {NAME_PATTERNS.map(pattern => (
            <option key={pattern} value={pattern} selected={typed.names === pattern}>
              {words.pattern[pattern]}
            </option>
          ))}
        </select>
      </Field>
      <Field name="split" label={words.split}>
        <select id="split" name="split">
          {SPLITS.map(size => (
            <option key={size} value={size} selected={typed.split === size}>
              {size === '' ? words.splitNot : words.splitAt(size)}
            </option>
          ))}
        </select>
      </Field>
    </div>
  </details>
)
