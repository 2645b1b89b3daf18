import { ROLES, type Role } from '../../../../domain/permission.ts'
import type { Account } from '../../../../ports/accounts.ts'
import type { AccountList } from '../../../../queries/accounts.ts'
import { adminPath } from '../../admin.ts'
import { NextPage } from '../../parts/next-page.tsx'
import { grantIn } from '../../parts/role-names.ts'
import { SearchForm } from '../../parts/search-form.tsx'
import { Table } from '../../parts/table.tsx'
import { ActiveTag } from '../../parts/tag.tsx'
import { withQuery } from '../../paths.ts'
import type { SharedWords } from '../../words.ts'
import type { AccountsWords } from './words.ts'

export type AccountChip = Role | 'disabled'
export const CHIPS: readonly AccountChip[] = ['admin', ...ROLES.filter(role => role !== 'admin'), 'disabled']

interface Props {
  readonly data: AccountList
  readonly q: string
  readonly show: AccountChip | undefined
  readonly isFirstPage: boolean
  readonly words: AccountsWords
  readonly shared: SharedWords
}

const LIST = adminPath('accounts')

const Chips = ({ q, show, words, shared }: Props) => (
  <nav aria-label={words.filter} class="no-print">
    <ul class="chips">
      {[undefined, ...CHIPS].map(chip => (
        <li key={chip ?? ''}>
          <a href={withQuery(LIST, { q, show: chip })} aria-current={chip === show ? 'true' : undefined}>
            {chip === undefined ? words.all : chip === 'disabled' ? words.disabled : shared.roles[chip]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const mayDo = (account: Account, { data, words, shared }: Props): readonly string[] => {
  const lines = [
    ...account.grants.map(grant => grantIn(grant, data.units, shared)),
    ...(account.cadre === null ? [] : [shared.roles.cadre]),
  ]
  return lines.length === 0 ? [words.none] : lines
}

const Rows = (props: Props) => {
  const { data, words, shared } = props
  return (
    <Table caption={words.caption} heads={[words.name, [words.may, 'desk'], [words.state, 'desk']]}>
      {data.accounts.map(account => {
        const may = mayDo(account, props).map(text => <div key={text}>{text}</div>)
        return (
          <tr key={account.id}>
            <th scope="row">
              <a href={adminPath('accounts', account.id)}>{account.name}</a>
              <br />
              <span class="quiet small break">{account.login}</span>
              <div class="phone">
                {may}
                {account.disabled ? <ActiveTag isActive={false} words={shared} /> : null}
              </div>
            </th>
            <td class="desk">{may}</td>
            <td class="desk">
              <ActiveTag isActive={!account.disabled} words={shared} />
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

export const Accounts = (props: Props) => {
  const { data, q, show, isFirstPage, words, shared } = props
  return (
    <>
      <div class="row spread">
        <h1>{words.title}</h1>
        <a class="button no-print" href={adminPath('accounts', 'moi')}>
          {words.invite}
        </a>
      </div>
      <SearchForm action={LIST} value={q} label={words.search} button={words.find} keep={{ show }} />
      <Chips {...props} />
      {data.accounts.length === 0 ? <p>{words.empty}</p> : <Rows {...props} />}
      <NextPage
        next={data.nextCursor && withQuery(LIST, { q, show, cursor: data.nextCursor })}
        first={isFirstPage ? null : withQuery(LIST, { q, show })}
        words={shared}
      />
    </>
  )
}
