import type { Problem } from '../../../../domain/problems.ts'
import { Field, Form, ProblemSummary, problemAt } from '../../parts/form.tsx'
import type { Language, SharedWords } from '../../words.ts'
import type { ChoosePasswordWords } from './words.ts'

export const ChoosePassword = ({
  token,
  problems,
  language,
  words,
  shared,
}: {
  readonly token: string
  readonly problems: readonly Problem[]
  readonly language: Language
  readonly words: ChoosePasswordWords
  readonly shared: SharedWords
}) => (
  <>
    <ProblemSummary problems={problems} language={language} words={shared} />
    <h1>{words.title}</h1>
    <p>{words.lead}</p>
    <Form action={`/dang-nhap/mat-khau/${token}`} csrf="">
      <Field
        name="password"
        label={words.password}
        hint={words.hint}
        problem={problemAt(problems, 'password', language)}
      >
        <input
          type="password"
          id="password"
          name="password"
          autocomplete="new-password"
          aria-describedby="password-hint"
        />
      </Field>
      <div class="row actions">
        <button type="submit" class="button">
          {words.enter}
        </button>
      </div>
    </Form>
  </>
)
