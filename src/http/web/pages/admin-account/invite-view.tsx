import type { Problem } from '../../../../domain/problems.ts'
import type { Unit } from '../../../../domain/unit.ts'
import { adminPath } from '../../admin.ts'
import { Back } from '../../parts/back.tsx'
import { InputField } from '../../parts/fields.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import type { Language, SharedWords } from '../../words.ts'
import type { TypedAccount } from './form.ts'
import { GrantsFields } from './grants-fields.tsx'
import type { AccountWords } from './words.ts'

export const Invite = (props: {
  readonly typed: TypedAccount
  readonly problems: readonly Problem[]
  readonly provinces: readonly Unit[]
  readonly csrf: string
  readonly language: Language
  readonly words: AccountWords
  readonly shared: SharedWords
}) => {
  const { typed, problems, csrf, language, words, shared } = props
  return (
    <>
      <Back href={adminPath('accounts')} label={words.list} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.inviteTitle}</h1>
      <p>{words.inviteLead}</p>
      <Form action={adminPath('accounts', 'moi')} csrf={csrf}>
        <InputField
          name="login"
          label={words.login}
          hint={words.loginHint}
          type="email"
          value={typed.login}
          problems={problems}
          language={language}
        />
        <GrantsFields {...props} />
        <div class="row actions">
          <button type="submit" class="button">
            {words.invite}
          </button>
        </div>
      </Form>
    </>
  )
}
