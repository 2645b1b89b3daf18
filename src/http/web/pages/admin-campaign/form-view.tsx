import { FILE_TYPES } from '../../../../domain/campaign.ts'
import { TextField } from '../../parts/fields.tsx'
import { Field, problemAt } from '../../parts/form.tsx'
import { Boxes, type FormProps, Line, Section } from './form-parts.tsx'
import { ReminderFields } from './reminder-fields.tsx'
import { ReportFields } from './report-fields.tsx'

/** Lines left empty for more topics. */
const SPARE = 2

const Topics = ({ typed, problems, language, words }: FormProps) => {
  const count = typed.topicCode.filter((code, i) => code !== '' || (typed.topicTitle[i] ?? '') !== '').length
  const rows = Array.from({ length: Math.max(typed.topicCode.length, count + SPARE) }, (_, row) => row)
  const general = problemAt(problems, 'topics', language)
  return (
    <fieldset class="stack-close" id="topics">
      <legend>{words.topics}</legend>
      <span class="hint">{words.topicsHint}</span>
      {general === undefined ? null : <span class="wrong-text">{general}</span>}
      {rows.map(row => {
        const id = `topicCode-${row}`
        const problem = problemAt(problems, id, language)
        return (
          <div key={id} class={problem === undefined ? 'pair' : 'pair field wrong'}>
            {problem === undefined ? null : <span class="wrong-text">{problem}</span>}
            <input
              type="text"
              id={id}
              name="topicCode"
              value={typed.topicCode[row] ?? ''}
              aria-label={words.topicCode(String(row + 1))}
            />
            <input
              type="text"
              name="topicTitle"
              value={typed.topicTitle[row] ?? ''}
              aria-label={words.topicTitle(String(row + 1))}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

const Required = ({ typed, problems, language, words }: FormProps) => (
  <Field
    name="requiredTopics"
    label={words.requiredTopics}
    problem={problemAt(problems, 'requiredTopics', language)}
  >
    <select id="requiredTopics" name="requiredTopics">
      <option value="all" selected={typed.requiredTopics === 'all'}>
        {words.allTopics}
      </option>
      {Array.from({ length: typed.topicCode.length + SPARE }, (_, index) => String(index + 1)).map(n => (
        <option key={n} value={n} selected={typed.requiredTopics === n}>
          {words.atLeast(n)}
        </option>
      ))}
    </select>
  </Field>
)

/** Everything that a campaign is. */
export const CampaignFields = (props: FormProps) => {
  const { typed, problems, isNew, language, words } = props
  return (
    <>
      <Line {...props} name="name" />
      {isNew ? (
        <Line {...props} name="code" hint={words.codeHint} />
      ) : (
        <>
          <input type="hidden" name="code" value={typed.code} />
          <input type="hidden" name="seen" value={typed.seen} />
        </>
      )}
      <Section id="dates-title" title={words.dates}>
        <Line {...props} name="opensAt" type="datetime-local" />
        <Line {...props} name="dueAt" type="datetime-local" />
        <Line {...props} name="closesAt" type="datetime-local" hint={words.closesHint} />
        <Line {...props} name="graceSeconds" type="number" hint={words.graceHint} />
      </Section>
      <Section id="write-title" title={words.whatToWrite}>
        <Topics {...props} />
        <Required {...props} />
        <TextField
          name="questions"
          label={words.questions}
          hint={words.questionsHint}
          value={typed.questions}
          rows={5}
          problems={problems}
          language={language}
        />
      </Section>
      <Section id="files-title" title={words.files}>
        <Line {...props} name="maxMegabytes" type="number" />
        <Boxes
          {...props}
          name="types"
          options={FILE_TYPES.map(type => ({ value: type, label: type.toUpperCase() }))}
        />
      </Section>
      <Section id="reminders-title" title={words.reminders}>
        <ReminderFields {...props} />
      </Section>
      <Section id="reports-title" title={words.reports}>
        <ReportFields {...props} />
      </Section>
    </>
  )
}
