import type { Problem } from '../../../../domain/problems.ts'
import { Field, Form, ProblemSummary, problemAt } from '../../parts/form.tsx'
import type { Language, SharedWords } from '../../words.ts'
import type { SignInWords } from './words.ts'

interface SignInProps {
  readonly words: SignInWords
  readonly shared: SharedWords
  readonly language: Language
  readonly problems: readonly Problem[]
  /** Kept when something was wrong. */
  readonly login: string
  readonly code?: string
  /** Path to go to afterwards. */
  readonly next: string
}

export const SignIn = ({ words, shared, language, problems, login, code, next }: SignInProps) => (
  <>
    <ProblemSummary problems={problems} language={language} words={shared} />
    <div class="stack-close">
      <h1>{words.title}</h1>
      <p class="quiet">{words.lead}</p>
    </div>
    <Form action="/dang-nhap" csrf="">
      <input type="hidden" name="next" value={next} />
      <Field name="login" label={words.login}>
        <input
          type="text"
          id="login"
          name="login"
          value={login}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
        />
      </Field>
      <Field name="password" label={words.password}>
        <input type="password" id="password" name="password" autocomplete="current-password" />
      </Field>
      <div class="row actions">
        <button type="submit" class="button">
          {shared.signIn}
        </button>
      </div>
      <section class="note stack" aria-labelledby="link-title">
        <div class="stack-close">
          <h2 id="link-title">{words.linkTitle}</h2>
          <p>{words.linkHint}</p>
        </div>
        <div class="row actions">
          <button type="submit" class="button second" formaction="/dang-nhap/lien-ket">
            {words.linkSend}
          </button>
        </div>
      </section>
    </Form>
    <section class="stack-close" aria-labelledby="slip-title">
      <h2 id="slip-title">{words.slipTitle}</h2>
      <Form action="/dang-nhap/phieu" csrf="">
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          problem={problemAt(problems, 'code', language)}
        >
          <input
            type="text"
            id="code"
            name="code"
            value={code}
            placeholder="7K3M-9QWX-2P4R-HTVC"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby="code-hint"
          />
        </Field>
        <div class="row actions">
          <button type="submit" class="button second">
            {words.codeSend}
          </button>
        </div>
      </Form>
    </section>
    <p class="no-print">
      <a class="touch" href="/giay-xac-nhan">
        {words.check}
      </a>
    </p>
  </>
)

export const LinkSent = ({ words, login }: { readonly words: SignInWords; readonly login: string }) => (
  <>
    <h1>{words.sentTitle}</h1>
    <p>{words.sent(login)}</p>
    <p class="quiet">{words.notArrived}</p>
  </>
)

export const OpenLink = ({ words, token }: { readonly words: SignInWords; readonly token: string }) => (
  <>
    <h1>{words.openTitle}</h1>
    <p>{words.openLead}</p>
    <Form action={`/dang-nhap/${token}`} csrf="">
      <div class="row actions">
        <button type="submit" class="button" autofocus>
          {words.open}
        </button>
      </div>
    </Form>
  </>
)
