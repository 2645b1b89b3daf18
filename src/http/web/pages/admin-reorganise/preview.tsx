import type { ReorganisationOutcome } from '../../../../commands/reorganise.ts'
import { formatDate } from '../../../../domain/time.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import type { Language } from '../../words.ts'
import type { ReorganiseWords } from './words.ts'

export const peopleOf = ({ successors }: ReorganisationOutcome): number =>
  successors.reduce((sum, { people }) => sum + people, 0)

const linesOf = (
  { ended, successors, moved, extensions, accounts }: ReorganisationOutcome,
  language: Language,
  words: ReorganiseWords,
): readonly string[] => {
  const number = (n: number): string => numberIn(n, language)
  return [
    ...ended.map(({ name, validTo }) => words.ends(name, formatDate(new Date(`${validTo}T12:00:00+07:00`)))),
    ...successors.map(({ unit, people }) => words.goes(number(people), unit.name)),
    ...(moved.length === 0 ? [] : [words.below(number(moved.length))]),
    ...(extensions.length === 0 ? [] : [words.extensions(number(extensions.length))]),
    ...(accounts.length === 0
      ? []
      : [words.accounts(number(accounts.length), accounts.map(({ name }) => name).join(', '))]),
    words.recounted,
  ]
}

/** What will happen, to how many; the form travels along and is sent again by the button. */
export const ReorganisePreview = ({
  title,
  outcome,
  button,
  action,
  entries,
  csrf,
  language,
  words,
}: {
  readonly title: string
  readonly outcome: ReorganisationOutcome
  readonly button: string
  readonly action: string
  readonly entries: readonly (readonly [string, string])[]
  readonly csrf: string
  readonly language: Language
  readonly words: ReorganiseWords
}) => (
  <>
    <h1>{title}</h1>
    <ul class="lines">
      {linesOf(outcome, language, words).map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <Form action={action} csrf={csrf}>
      {entries.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <div class="row actions">
        <button type="submit" class="button danger" name="step" value="confirm">
          {button}
        </button>
        <button type="submit" class="button second" name="step" value="edit">
          {words.edit}
        </button>
      </div>
    </Form>
  </>
)
