import { type Problem, sentence } from '../../../../domain/problems.ts'
import type { Language, SharedWords } from '../../words.ts'

const known = ({ code }: Problem, words: SharedWords) =>
  code === 'not-found' || code === 'forbidden' ? words.problem[code] : null

export const problemTitle = (problem: Problem, words: SharedWords): string =>
  known(problem, words)?.title ?? words.problemTitle

/** What went wrong in the product's words, its code for whoever is asked for help, and where to go on. */
export const ProblemPage = ({
  problems,
  language,
  words,
}: {
  readonly problems: readonly [Problem, ...Problem[]]
  readonly language: Language
  readonly words: SharedWords
}) => {
  const [first] = problems
  const next = known(first, words)?.next
  return (
    <>
      <h1>{problemTitle(first, words)}</h1>
      <ul class="plain stack">
        {problems.map(problem => (
          <li key={`${problem.code}${problem.at}`}>
            <p>{sentence(problem, language)}</p>
          </li>
        ))}
      </ul>
      {next === undefined ? null : <p>{next}</p>}
      <p class="quiet small">
        {words.problemCode}: <code>{first.code}</code>
      </p>
      <div class="row actions">
        <a class="button" href="/">
          {words.home}
        </a>
      </div>
    </>
  )
}
