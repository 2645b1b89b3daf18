import type { CampaignPreview } from '../../../../commands/preview-campaign-change.ts'
import type { Campaign } from '../../../../domain/campaign.ts'
import type { CampaignField } from '../../../../domain/campaign-change.ts'
import { formatDate } from '../../../../domain/time.ts'
import { adminPath } from '../../admin.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn, sizeIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { entriesOf, type TypedCampaign } from './form.ts'
import { reportLines, scheduleLines } from './schedule-lines.ts'
import type { CampaignWords } from './words.ts'

interface Props {
  readonly preview: CampaignPreview
  readonly typed: TypedCampaign
  readonly csrf: string
  readonly language: Language
  readonly words: CampaignWords
  readonly shared: SharedWords
}

/** What a field says, in a line or a few; of a schedule what differs. */
const valueOf = (
  campaign: Campaign,
  other: Campaign,
  field: CampaignField,
  { language, words, shared }: Pick<Props, 'language' | 'words' | 'shared'>,
): readonly string[] => {
  const { topics, requiredTopics, fileRules, reminders, reports, questions } = campaign
  if (field === 'topics') return topics.map(({ code, title }) => `${code}. ${title}`)
  if (field === 'questions') return questions
  if (field === 'requiredTopics')
    return [requiredTopics === 'all' ? words.allTopics : words.atLeast(String(requiredTopics))]
  if (field === 'fileRules')
    return [sizeIn(fileRules.maxBytes, language), fileRules.types.join(', ').toUpperCase()]
  if (field === 'reminders') {
    const same = new Set(scheduleLines(other.reminders, { language, words }))
    return scheduleLines(reminders, { language, words }).filter(line => !same.has(line))
  }
  if (field === 'reports') {
    const same = new Set(reportLines(other.reports, { language, words }))
    return reportLines(reports, { language, words }).filter(line => !same.has(line))
  }
  const value = campaign[field]
  return [value instanceof Date ? momentIn(value, shared) : String(value)]
}

const Fields = (props: Props) => {
  const { preview, words } = props
  return (
    <Table caption={words.fields} heads={[words.field, words.before, words.after]}>
      {preview.fields.map(field => (
        <tr key={field}>
          <th scope="row">{words.names[field]}</th>
          {[[preview.before, preview.after] as const, [preview.after, preview.before] as const].map(
            ([campaign, other], index) => (
              <td key={index}>
                {valueOf(campaign, other, field, props).map(line => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            ),
          )}
        </tr>
      ))}
    </Table>
  )
}

const days = (times: readonly Date[]): string => times.map(formatDate).join(', ')

/** Everything that follows from the change, a sentence each. */
const consequences = ({ preview, language, words }: Props): readonly string[] => {
  const { before, after, reminders, reports, stillLate, completeBefore, completeAfter } = preview
  const number = (n: number): string => numberIn(n, language)
  return [
    ...(after.dueAt > before.dueAt && stillLate > 0 ? [words.stillLate(number(stillLate))] : []),
    ...(after.dueAt < before.dueAt ? [words.earlier] : []),
    ...(completeBefore === completeAfter
      ? []
      : [words.complete(number(completeBefore), number(completeAfter))]),
    ...(reminders.dropped.length > 0
      ? [words.dropped(number(reminders.dropped.length), days(reminders.dropped))]
      : []),
    ...(reminders.added.length > 0
      ? [words.added(number(reminders.added.length), days(reminders.added))]
      : []),
    ...(reports.dropped.length > 0
      ? [words.reportsDropped(number(reports.dropped.length), days(reports.dropped))]
      : []),
    ...(reports.added.length > 0
      ? [words.reportsAdded(number(reports.added.length), days(reports.added))]
      : []),
    ...(preview.needlessExtensions > 0 ? [words.extensions(number(preview.needlessExtensions))] : []),
    ...(preview.needlessRequests > 0 ? [words.requests(number(preview.needlessRequests))] : []),
  ]
}

/** What the change moves, and the button that repeats it; the form travels along. */
export const PreviewPage = (props: Props) => {
  const { preview, typed, csrf, words } = props
  const { before, fields } = preview
  const lines = consequences(props)
  return (
    <>
      <Back href={adminPath('campaigns', before.code)} label={before.name} />
      <h1>{words.confirmTitle}</h1>
      {fields.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <Fields {...props} />
          <section class="stack" aria-labelledby="moves-title">
            <h2 id="moves-title">{words.moves}</h2>
            {lines.length === 0 ? (
              <p>{words.moves0}</p>
            ) : (
              <ul class="lines">
                {lines.map(line => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
      <Form action={adminPath('campaigns', before.code)} csrf={csrf}>
        {entriesOf(typed).map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <div class="row actions">
          {fields.length === 0 ? null : (
            <button type="submit" class="button" name="step" value="confirm">
              {words.confirm}
            </button>
          )}
          <button type="submit" class="button second" name="step" value="edit">
            {words.edit}
          </button>
        </div>
      </Form>
    </>
  )
}
