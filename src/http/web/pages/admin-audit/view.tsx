import { AUDITED_ACTIONS, actionName } from '../../../../domain/audited.ts'
import { HOUSE } from '../../../../domain/permission.ts'
import type { AuditPage } from '../../../../queries/audit.ts'
import { adminPath } from '../../admin.ts'
import { Moment } from '../../parts/moment.tsx'
import { NextPage } from '../../parts/next-page.tsx'
import { Table } from '../../parts/table.tsx'
import { withQuery } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { AuditWords } from './words.ts'

/** As it stands in the address. */
export interface AuditFilterTyped {
  readonly who: string
  readonly action: string
  readonly unit: string
  readonly target: string
  readonly since: string
  readonly until: string
}

interface Props {
  readonly data: AuditPage
  readonly typed: AuditFilterTyped
  /** null: this was the last page. */
  readonly nextCursor: string | null
  readonly isFirstPage: boolean
  readonly csvPath: string
  readonly language: Language
  readonly words: AuditWords
  readonly shared: SharedWords
}

const LOG = adminPath('audit')

const Filter = ({ typed, language, words }: Props) => (
  <form method="get" action={LOG} class="filters no-print">
    {(['who', 'unit', 'target'] as const).map(name => (
      <div key={name} class="field">
        <label for={name}>{words[name]}</label>
        <input type="text" id={name} name={name} value={typed[name]} />
      </div>
    ))}
    <div class="field">
      <label for="action">{words.action}</label>
      <select id="action" name="action">
        <option value="">{words.anything}</option>
        {AUDITED_ACTIONS.map(action => (
          <option key={action} value={action} selected={action === typed.action}>
            {actionName(action, language)}
          </option>
        ))}
      </select>
    </div>
    {(['since', 'until'] as const).map(name => (
      <div key={name} class="field">
        <label for={name}>{words[name]}</label>
        <input type="date" id={name} name={name} value={typed[name]} />
      </div>
    ))}
    <div class="row">
      <button type="submit" class="button second">
        {words.filter}
      </button>
      <a class="touch" href={LOG}>
        {words.clear}
      </a>
    </div>
  </form>
)

/** "enrolment:6b09…": what it is in words, and which. */
const Target = ({ target, words }: { readonly target: string; readonly words: AuditWords }) => {
  const kinds: Readonly<Record<string, string>> = words.kinds
  const [kind = '', id] = target.split(/:(.*)/s)
  return (
    <>
      {kinds[kind] ?? kind} {id === undefined ? null : <code class="small">{id}</code>}
    </>
  )
}

const nameOf = ({ id, name }: { readonly id: string; readonly name: string }, words: AuditWords): string => {
  if (id === HOUSE.id) return words.house
  return name === '' ? id : name
}

const Entries = ({ data: { entries }, language, words }: Props) => (
  <Table caption={words.title} heads={[words.at, words.person, words.action, [words.target, 'desk']]}>
    {entries.map(({ id, at, actor, action, target, details }) => (
      <tr key={id}>
        <td>
          <Moment at={at} />
        </td>
        <td>
          <a href={withQuery(LOG, { who: actor.id })}>{nameOf(actor, words)}</a>
        </td>
        <td>
          {actionName(action, language)}
          {details === undefined || Object.keys(details).length === 0 ? null : (
            <details>
              <summary>{words.details}</summary>
              <code>{JSON.stringify(details)}</code>
            </details>
          )}
        </td>
        <td class="desk">
          <a href={withQuery(LOG, { target })}>
            <Target target={target} words={words} />
          </a>
        </td>
      </tr>
    ))}
  </Table>
)

export const Audit = (props: Props) => {
  const { data, typed, nextCursor, isFirstPage, csvPath, words, shared } = props
  return (
    <>
      <h1>{words.title}</h1>
      <Filter {...props} />
      {data.entries.length === 0 ? <p>{words.empty}</p> : <Entries {...props} />}
      <NextPage
        next={nextCursor === null ? null : withQuery(LOG, { ...typed, cursor: nextCursor })}
        first={isFirstPage ? null : withQuery(LOG, { ...typed })}
        words={shared}
      />
      {data.entries.length === 0 ? null : (
        <p class="no-print">
          <a class="touch" href={csvPath} download>
            {words.csv}
          </a>
        </p>
      )}
    </>
  )
}
