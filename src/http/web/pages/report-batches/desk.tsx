import type { Problem } from '../../../../domain/problems.ts'
import type { ReportBatch } from '../../../../domain/report-batch.ts'
import type { ReportBatchDesk } from '../../../../queries/report-batch-desk.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import { provincesPath, reportBatchesPath, reportsPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { type TypedWanted, WantedFields } from '../reports/form.tsx'
import type { ReportsWords } from '../reports/words.ts'
import { summaryOf } from './summary.ts'
import type { ReportBatchesWords } from './words.ts'

interface Props {
  readonly data: ReportBatchDesk
  readonly typed: TypedWanted
  readonly problems: readonly Problem[]
  /** Of this form: however often it is sent, one batch is made. */
  readonly idempotencyKey: string
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: ReportBatchesWords
  /** Of the form that one unit's report is asked for with: the same questions. */
  readonly formWords: ReportsWords
  readonly shared: SharedWords
}

const AskForm = (props: Props) => {
  const { data, idempotencyKey, csrf, language, words, formWords } = props
  const { campaign, units } = data
  return (
    <Form action={reportBatchesPath(campaign.code)} csrf={csrf}>
      <input type="hidden" name="key" value={idempotencyKey} />
      <WantedFields {...props} campaign={campaign} words={formWords} />
      <p class="quiet">{words.essays}</p>
      <div class="row actions">
        <button type="submit" class="button">
          {words.submit(numberIn(units, language))}
        </button>
      </div>
    </Form>
  )
}

const Earlier = ({
  batches,
  language,
  words,
  formWords,
}: Pick<Props, 'language' | 'words' | 'formWords'> & { readonly batches: readonly ReportBatch[] }) => (
  <Table caption={words.earlier} heads={[words.cutoff, words.progress]}>
    {batches.map(batch => (
      <tr key={batch.id}>
        <th scope="row">
          <a href={reportBatchesPath(batch.campaign, batch.id)}>
            <span class="hidden">{words.see}: </span>
            <Moment at={batch.cutoff} />
          </a>
          {batch.occasion === null ? null : (
            <div class="quiet small">{formWords.occasions[batch.occasion]}</div>
          )}
        </th>
        <td>{summaryOf(batch, words, language)}</td>
      </tr>
    ))}
  </Table>
)

/** Asking for the reports of all units at once, and the times it was done. */
export const BatchDesk = (props: Props) => {
  const { data, problems, language, words, formWords, shared } = props
  const { campaign, units, batches } = data
  return (
    <>
      <Back href={provincesPath(campaign.code)} label={shared.tabs.provinces} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.title}</h1>
      <section class="stack measure no-print">
        <p>{units === 0 ? words.nobody : words.lead(numberIn(units, language))}</p>
        <p>
          <a href={reportsPath(campaign.code)}>{words.nation}</a>
        </p>
        {units === 0 ? null : <AskForm {...props} />}
      </section>
      <section class="stack" aria-labelledby="earlier-title">
        <h2 id="earlier-title">{words.earlier}</h2>
        {batches.length === 0 ? (
          <p class="quiet">{words.noneYet}</p>
        ) : (
          <Earlier {...{ batches, language, words, formWords }} />
        )}
      </section>
    </>
  )
}
