import { type Problem, sentence } from '../../../../domain/problems.ts'
import type { Language, SharedWords } from '../../words.ts'

/** What went wrong in the product's words, its code for whoever is asked for help, and where to go on. */
export const ProblemPage = ({
  problems,
  language,
  words,
}: {
  readonly problems: readonly [Problem, ...Problem[]]
  readonly language: Language
  readonly words: SharedWords
}) => (
  <>
    <h1>{words.problemTitle}</h1>
    <ul class="plain stack">
      {problems.map(problem => (
        <li key={`${problem.code}${problem.at}`}>
          <p>{sentence(problem, language)}</p>
        </li>
      ))}
    </ul>
    <p class="quiet small">
      {words.problemCode}: <code>{problems[0].code}</code>
    </p>
    <div class="row actions">
      <a class="button" href="/">
        {words.home}
      </a>
    </div>
  </>
)
