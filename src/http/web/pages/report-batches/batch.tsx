import { isUnderWay } from '../../../../domain/report.ts'
import type { OneReportBatch } from '../../../../queries/report-batch-desk.ts'
import type { BatchedReport } from '../../../../queries/report-batches.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn, percentIn, sizeIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Live } from '../../parts/live.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import { ReportTag } from '../../parts/tag.tsx'
import { reportBatchesPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { reportPath } from '../reports/paths.ts'
import type { ReportsWords } from '../reports/words.ts'
import { batchZipPath, cancelBatchPath } from './paths.ts'
import { summaryOf } from './summary.ts'
import type { ReportBatchesWords } from './words.ts'

interface Props {
  readonly data: OneReportBatch
  readonly csrf: string
  readonly language: Language
  readonly words: ReportBatchesWords
  readonly reportWords: ReportsWords
  readonly shared: SharedWords
}

const UnderWay = ({ data: { batch }, csrf, words }: Props) => (
  <>
    <p class="quiet">{words.leave}</p>
    <div class="row actions">
      <a class="button second" href={reportBatchesPath(batch.campaign, batch.id)}>
        {words.reload}
      </a>
      <Form action={cancelBatchPath(batch.campaign, batch.id)} csrf={csrf}>
        <button type="submit" class="button danger">
          {words.cancel}
        </button>
      </Form>
    </div>
  </>
)

const Zip = ({ data: { batch, reports }, language, words }: Props) => {
  const sizes = reports.flatMap(({ report }) => report.files.map(({ size }) => size))
  if (sizes.length === 0) return null
  return (
    <p class="no-print">
      <a class="button" href={batchZipPath(batch.campaign, batch.id)} download>
        <Icon name="download" />
        {words.all(
          numberIn(batch.states.done, language),
          numberIn(reports.length, language),
          sizeIn(
            sizes.reduce((sum, size) => sum + size, 0),
            language,
          ),
        )}
      </a>
    </p>
  )
}

const Row = ({ one: { report, unit }, reportWords }: Props & { readonly one: BatchedReport }) => (
  <tr>
    <th scope="row">
      <a class="touch" href={reportPath(report.campaign, report.id)}>
        {unit.name}
      </a>
    </th>
    <td>
      <ReportTag state={report.state} word={reportWords.states[report.state]} />
    </td>
  </tr>
)

/** How far it is, and each report; renews itself until all are over. */
export const BatchProgress = (props: Props) => {
  const { data, language, words } = props
  const { batch, reports } = data
  const percent = percentIn(Math.floor(batch.progress * 1000) / 10, language)
  return (
    <Live
      isLive={reports.some(({ report }) => isUnderWay(report))}
      path={reportBatchesPath(batch.campaign, batch.id)}
    >
      <progress value={batch.progress} max={1} aria-label={words.progress}>
        {percent}
      </progress>
      <p role="status">{summaryOf(batch, words, language)}.</p>
      {batch.finishedAt === null ? <UnderWay {...props} /> : null}
      <Zip {...props} />
      <Table caption={words.table} heads={[words.unit, words.state]}>
        {reports.map(one => (
          <Row key={one.report.id} {...props} one={one} />
        ))}
      </Table>
    </Live>
  )
}

export const OneBatch = (props: Props) => {
  const { data, words, reportWords, shared } = props
  const { batch, by } = data
  return (
    <>
      <Back href={reportBatchesPath(batch.campaign)} label={words.title} />
      <h1>{words.of(momentIn(batch.cutoff, shared))}</h1>
      <dl class="facts">
        <dt>{words.askedBy}</dt>
        <dd>
          {words.by(
            batch.occasion === null ? by : reportWords.occasions[batch.occasion],
            momentIn(batch.requestedAt, shared),
          )}
        </dd>
        <dt>{words.formats}</dt>
        <dd>{batch.formats.map(format => reportWords.format[format][0]).join('; ')}</dd>
      </dl>
      <BatchProgress {...props} />
    </>
  )
}
