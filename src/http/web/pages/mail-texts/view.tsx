import type { MailTextPreview } from '../../../../commands/preview-mail-text.ts'
import { REMINDER_KINDS, type ReminderKind } from '../../../../domain/mail-kind.ts'
import { MAIL_LANGUAGES } from '../../../../domain/mail-text.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { adminPath } from '../../admin.ts'
import { Back } from '../../parts/back.tsx'
import { InputField, TextField } from '../../parts/fields.tsx'
import { Field, Form, ProblemSummary } from '../../parts/form.tsx'
import { MAIL_WORDS } from '../../parts/mail-words.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { MailTextsWords } from './words.ts'

export interface Typed {
  readonly subject: string
  readonly opening: string
  readonly closing: string
}

interface Props {
  readonly data: MailTextPreview
  readonly kind: ReminderKind
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly language: Language
  readonly words: MailTextsWords
  readonly shared: SharedWords
}

export const mailTextsPath = (campaign: string): string => adminPath('campaigns', campaign, 'thu')

/** Which text is shown: a form of its own, so that it works without a script. */
const Which = ({ data, kind, language, words }: Props) => (
  <form method="get" action={mailTextsPath(data.campaign.code)} class="stack" aria-label={words.which}>
    <div class="row">
      <Field name="kind" label={words.kind}>
        <select id="kind" name="kind">
          {REMINDER_KINDS.map(one => (
            <option key={one} value={one} selected={one === kind}>
              {MAIL_WORDS[language].kind[one]}
            </option>
          ))}
        </select>
      </Field>
      <Field name="mailLanguage" label={words.mailLanguage}>
        <select id="mailLanguage" name="mailLanguage">
          {MAIL_LANGUAGES.map(one => (
            <option key={one} value={one} selected={one === data.language}>
              {words.languages[one]}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" class="button second">
        {words.show}
      </button>
    </div>
  </form>
)

/** The sample, or why there is none: what htmx gets while somebody types. */
export const Sample = ({ data: { letter }, problems, language, words, shared }: Omit<Props, 'typed'>) => (
  <section id="sample" class="stack" aria-labelledby="sample-title" aria-live="polite">
    <h2 id="sample-title">{words.preview}</h2>
    {problems.length > 0 ? (
      <ProblemSummary problems={problems} language={language} words={shared} />
    ) : (
      <>
        <p class="quiet">{words.previewLead}</p>
        <div class="letter">
          <p>
            <strong>{letter.subject}</strong>
          </p>
          <pre>{letter.text}</pre>
        </div>
      </>
    )}
  </section>
)

export const MailTextsPage = (props: Props) => {
  const { data, kind, typed, problems, csrf, language, words, shared } = props
  const path = mailTextsPath(data.campaign.code)
  const usual = (part: string): string => (part === '' ? words.nothing : words.usual(part))
  const { subject, opening, closing } = data.usual
  return (
    <>
      <Back href={adminPath('campaigns', data.campaign.code)} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Which {...props} />
      <Form
        action={path}
        csrf={csrf}
        data={{
          'data-hx-post': path,
          'data-hx-trigger': 'input delay:300ms',
          'data-hx-target': '#sample',
          'data-hx-swap': 'outerHTML',
          'data-hx-sync': 'this:replace',
          'data-hx-vals': '{"step":"look"}',
        }}
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="mailLanguage" value={data.language} />
        <p class="quiet">{words.fields}</p>
        <InputField
          {...{ name: 'subject', label: words.subject, hint: usual(subject), value: typed.subject }}
          {...{ problems, language }}
        />
        <TextField
          {...{ name: 'opening', label: words.opening, value: typed.opening }}
          hint={`${words.paragraphs} ${usual(opening)}`}
          {...{ problems, language }}
        />
        <TextField
          {...{ name: 'closing', label: words.closing, value: typed.closing }}
          hint={`${words.paragraphs} ${usual(closing)}`}
          {...{ problems, language }}
        />
        <div class="row actions">
          <button type="submit" class="button">
            {words.save}
          </button>
          <button type="submit" class="button second" name="step" value="look">
            {words.look}
          </button>
        </div>
      </Form>
      <Sample {...props} problems={[]} />
    </>
  )
}
