import type { TestedMail } from '../../../../commands/test-mail.ts'
import { NOTICE_STATES, type NoticeState } from '../../../../domain/notice.ts'
import type { Problem } from '../../../../domain/problems.ts'
import type { MailsToday } from '../../../../queries/mails-today.ts'
import { adminPath } from '../../admin.ts'
import { InputField } from '../../parts/fields.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { type Head, Table } from '../../parts/table.tsx'
import type { Language, SharedWords } from '../../words.ts'
import type { MailWords } from './words.ts'

interface Props {
  readonly today: MailsToday
  readonly typed: string
  /** Of the test just made. */
  readonly outcome: TestedMail | null
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly language: Language
  readonly words: MailWords
  readonly shared: SharedWords
}

const Outcome = ({ outcome, words }: Props) =>
  outcome === null ? null : (
    <div class={outcome.isTaken ? 'note good' : 'note bad'} role="status">
      <p>{outcome.isTaken ? words.taken(outcome.to) : words.refused(outcome.to)}</p>
      <p>
        {words.answer}: <code>{outcome.answer}</code>
      </p>
    </div>
  )

/** On a phone: what went out, and what could not. */
const lookOf = (state: NoticeState): 'n' | 'n desk' =>
  state === 'sent' || state === 'failed' ? 'n' : 'n desk'
const headOf = (state: NoticeState, words: MailWords): Head => [words.states[state], lookOf(state)]

const Today = ({ today: { since, kinds }, language, words, shared }: Props) => (
  <section class="stack" aria-labelledby="today-title">
    <h2 id="today-title">{words.today}</h2>
    <p class="quiet">{words.since(momentIn(since, shared))}</p>
    {kinds.length === 0 ? (
      <p>{words.none}</p>
    ) : (
      <Table caption={words.today} heads={[words.kind, ...NOTICE_STATES.map(state => headOf(state, words))]}>
        {kinds.map(({ kind, counts }) => (
          <tr key={kind}>
            <th scope="row">{words.kinds[kind]}</th>
            {NOTICE_STATES.map(state => (
              <td key={state} class={lookOf(state)}>
                {numberIn(counts[state], language)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    )}
  </section>
)

export const MailPage = (props: Props) => {
  const { typed, problems, csrf, language, words, shared } = props
  return (
    <>
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.title}</h1>
      <Outcome {...props} />
      <section class="stack" aria-labelledby="test-title">
        <h2 id="test-title">{words.test}</h2>
        <Form action={adminPath('mail')} csrf={csrf}>
          <InputField
            name="to"
            label={words.to}
            type="email"
            value={typed}
            problems={problems}
            language={language}
          />
          <div class="row actions">
            <button type="submit" class="button">
              {words.send}
            </button>
          </div>
        </Form>
      </section>
      <Today {...props} />
    </>
  )
}
