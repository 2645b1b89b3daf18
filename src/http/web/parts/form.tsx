import type { ComponentChildren } from 'preact'
import { type Problem, sentence } from '../../../domain/problems.ts'
import { capitalised } from '../../../domain/vietnamese.ts'
import type { Language, SharedWords } from '../words.ts'

/** Every form that is sent: POST, with the session's token where there is one. */
export const Form = ({
  action,
  csrf,
  children,
  upload = false,
  data = {},
}: {
  readonly action: string
  readonly csrf: string
  readonly children: ComponentChildren
  readonly upload?: boolean
  /** For the page's module. */
  readonly data?: Readonly<Record<`data-${string}`, string>>
}) => (
  <form
    method="post"
    action={action}
    class="stack"
    encType={upload ? 'multipart/form-data' : undefined}
    noValidate
    {...data}
  >
    {csrf === '' ? null : <input type="hidden" name="csrfToken" value={csrf} />}
    {children}
  </form>
)

export const Field = ({
  name,
  label,
  hint,
  problem,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly children: ComponentChildren
}) => (
  <div class={problem === undefined ? 'field' : 'field wrong'}>
    <label for={name}>{label}</label>
    {hint === undefined ? null : (
      <span class="hint" id={`${name}-hint`}>
        {hint}
      </span>
    )}
    {problem === undefined ? null : (
      <span class="wrong-text" id={`${name}-problem`}>
        {problem}
      </span>
    )}
    {children}
  </div>
)

/** In a form the field says where: of what was typed wrongly, only how. */
const told = (problem: Problem, language: Language): string => {
  const { reason } = problem.details
  if (problem.code !== 'input-not-valid' || typeof reason !== 'string') return sentence(problem, language)
  return `${capitalised(reason)}.`
}

/** The sentence that belongs at a field, if something is wrong there. */
export const problemAt = (
  problems: readonly Problem[],
  field: string,
  language: Language,
): string | undefined => {
  const found = problems.find(({ at }) => at?.split('/').pop() === field)
  return found && told(found, language)
}

/** What is wrong, at the top of the page, linked to the fields; how to mend it, not what failed. */
export const ProblemSummary = ({
  problems,
  language,
  words,
}: {
  readonly problems: readonly Problem[]
  readonly language: Language
  readonly words: SharedWords
}) =>
  problems.length === 0 ? null : (
    <div class="note bad" role="alert" tabIndex={-1}>
      <h2>{words.problemSummary}</h2>
      <ul class="plain">
        {problems.map(problem => (
          <li key={`${problem.code}${problem.at}`}>
            {problem.at === undefined ? (
              told(problem, language)
            ) : (
              <a href={`#${problem.at.split('/').pop()}`}>{told(problem, language)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
