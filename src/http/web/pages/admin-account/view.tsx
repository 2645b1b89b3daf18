import { mayDisable } from '../../../../domain/account-rules.ts'
import type { Problem } from '../../../../domain/problems.ts'
import type { Unit } from '../../../../domain/unit.ts'
import type { AccountView } from '../../../../queries/accounts.ts'
import { adminPath } from '../../admin.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { Moment } from '../../parts/moment.tsx'
import { ActiveTag } from '../../parts/tag.tsx'
import { withQuery } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { TypedAccount } from './form.ts'
import { GrantsFields } from './grants-fields.tsx'
import type { AccountWords } from './words.ts'

interface Props {
  readonly data: AccountView
  /** Who is looking. */
  readonly me: string
  readonly typed: TypedAccount
  readonly problems: readonly Problem[]
  readonly provinces: readonly Unit[]
  readonly csrf: string
  readonly language: Language
  readonly words: AccountWords
  readonly shared: SharedWords
}

const Facts = ({ data: { account, mail, sessions }, language, words, shared }: Props) => (
  <dl class="facts">
    <dt>{words.loginFact}</dt>
    <dd>{account.login}</dd>
    <dt>{words.state}</dt>
    <dd>
      <ActiveTag isActive={!account.disabled} words={shared} />
    </dd>
    <dt>{words.mail}</dt>
    <dd>{mail ?? words.noMail}</dd>
    <dt>{words.password}</dt>
    <dd>{account.passwordHash === null ? words.noPassword : words.hasPassword}</dd>
    <dt>{words.sessions}</dt>
    <dd>{words.sessionCount(numberIn(sessions, language))}</dd>
    <dt>{words.cadre}</dt>
    <dd>{account.cadre === null ? words.no : words.yes}</dd>
  </dl>
)

const Tokens = ({ data: { account, tokens }, csrf, words }: Props) => (
  <section class="stack" aria-labelledby="tokens-title">
    <h2 id="tokens-title">{words.tokens}</h2>
    {tokens.length === 0 ? (
      <p class="quiet">{words.noTokens}</p>
    ) : (
      <div class="table-wrap">
        <table>
          <caption class="hidden">{words.tokens}</caption>
          <thead>
            <tr>
              <th scope="col">{words.token}</th>
              <th scope="col" class="desk">
                {words.createdAt}
              </th>
              <th scope="col">{words.lastUsedAt}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {tokens.map(({ id, name, createdAt, lastUsedAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td class="desk">
                  <Moment at={createdAt} />
                </td>
                <td>{lastUsedAt === null ? words.never : <Moment at={lastUsedAt} />}</td>
                <td class="tick">
                  <Form action={adminPath('accounts', account.id, 'ma', id)} csrf={csrf}>
                    <button type="submit" class="link-button touch" aria-label={words.revokeOf(name)}>
                      {words.revoke}
                    </button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
)

/** What can be done to the account beside its grants: a page each that says what it does. */
const Acts = ({ data: { account, mail, sessions, tokens }, me, words }: Props) => {
  const acts = [
    ...(mail === null || account.disabled ? [] : (['mat-khau'] as const)),
    ...(sessions === 0 ? [] : (['phien'] as const)),
    ...(tokens.length === 0 ? [] : (['thu-hoi'] as const)),
    ...(account.disabled ? (['mo'] as const) : mayDisable(me, account) ? (['khoa'] as const) : []),
  ]
  return (
    <section class="stack" aria-labelledby="access-title">
      <h2 id="access-title">{words.access}</h2>
      <div class="row actions">
        {acts.map(act => (
          <a
            key={act}
            class={act === 'khoa' ? 'button danger' : 'button second'}
            href={adminPath('accounts', account.id, act)}
          >
            {words.act[act].link}
          </a>
        ))}
      </div>
    </section>
  )
}

export const AccountPage = (props: Props) => {
  const { data, problems, csrf, language, words, shared } = props
  const { account } = data
  return (
    <>
      <Back href={adminPath('accounts')} label={words.list} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{account.name}</h1>
      <Facts {...props} />
      <p>
        <a class="touch" href={withQuery(adminPath('audit'), { who: account.id })}>
          {words.history}
        </a>
        <a class="touch" href={withQuery(adminPath('audit'), { target: `account:${account.id}` })}>
          {words.aboutHim}
        </a>
      </p>
      <section class="stack" aria-labelledby="grants-title">
        <h2 id="grants-title">{words.nameAndGrants}</h2>
        <Form action={adminPath('accounts', account.id)} csrf={csrf}>
          <GrantsFields {...props} />
          <div class="row actions">
            <button type="submit" class="button">
              {words.save}
            </button>
          </div>
        </Form>
      </section>
      <Acts {...props} />
      <Tokens {...props} />
    </>
  )
}
