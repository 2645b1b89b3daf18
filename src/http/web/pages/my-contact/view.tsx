import type { Person } from '../../../../domain/cadre.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { Back } from '../../parts/back.tsx'
import { InputField } from '../../parts/fields.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import type { Language, SharedWords } from '../../words.ts'
import type { MyContactWords } from './words.ts'

export const MY_CONTACT_PATH = '/thong-tin-cua-toi'

interface Props {
  readonly person: Pick<Person, 'email'>
  /** What stands in the fields. */
  readonly typed: { readonly email: string; readonly phone: string }
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly language: Language
  readonly words: MyContactWords
  readonly shared: SharedWords
}

export const MyContact = ({ person, typed, problems, csrf, language, words, shared }: Props) => (
  <>
    <Back href="/" label={words.back} />
    <ProblemSummary problems={problems} language={language} words={shared} />
    <div class="stack-close">
      <h1>{words.title}</h1>
      <p class="quiet">{words.lead}</p>
    </div>
    <section class="stack-close" aria-labelledby="email-title">
      <h2 id="email-title">{words.email}</h2>
      <p>{person.email === null ? words.none : words.present(person.email)}</p>
      <Form action={`${MY_CONTACT_PATH}/thu-dien-tu`} csrf={csrf}>
        <InputField
          name="email"
          type="email"
          label={words.emailNew}
          hint={words.emailHint}
          value={typed.email}
          autocomplete="email"
          problems={problems}
          language={language}
        />
        <div class="row actions">
          <button type="submit" class="button">
            {words.emailSend}
          </button>
        </div>
      </Form>
    </section>
    <section class="stack-close" aria-labelledby="phone-title">
      <h2 id="phone-title">{words.phone}</h2>
      <Form action={`${MY_CONTACT_PATH}/dien-thoai`} csrf={csrf}>
        <InputField
          name="phone"
          type="tel"
          label={words.phoneNumber}
          hint={words.phoneHint}
          value={typed.phone}
          autocomplete="tel"
          problems={problems}
          language={language}
        />
        <div class="row actions">
          <button type="submit" class="button">
            {words.phoneSave}
          </button>
        </div>
      </Form>
    </section>
  </>
)

export const ConfirmEmail = ({
  token,
  words,
}: {
  readonly token: string
  readonly words: MyContactWords
}) => (
  <>
    <h1>{words.confirmTitle}</h1>
    <p>{words.confirmLead}</p>
    <Form action={`/xac-nhan-thu/${token}`} csrf="">
      <div class="row actions">
        <button type="submit" class="button" autofocus>
          {words.confirm}
        </button>
      </div>
    </Form>
  </>
)

export const EmailConfirmed = ({
  email,
  words,
}: {
  readonly email: string
  readonly words: MyContactWords
}) => (
  <>
    <h1>{words.confirmed}</h1>
    <p class="note good">{words.confirmedLead(email)}</p>
    <p>
      <a href="/">{words.back}</a>
    </p>
  </>
)
