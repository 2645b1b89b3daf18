import { isUnderWay, type ReportDigest } from '../../../../domain/report.ts'
import { hasScheduledReports, nextReportMoment } from '../../../../domain/report-moment.ts'
import type { ReportDesk, ReportView } from '../../../../queries/report-desk.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn, percentIn } from '../../parts/figures.tsx'
import { ProblemSummary } from '../../parts/form.tsx'
import { Live } from '../../parts/live.tsx'
import { Moment, momentIn } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import { ReportTag } from '../../parts/tag.tsx'
import { UnitPicker } from '../../parts/unit-picker.tsx'
import { letterheadPath, reportChangesPath, reportsPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { ReportFiles } from './files.tsx'
import { CompileForm } from './form.tsx'
import { reportPath } from './paths.ts'
import { ReportProgress } from './state.tsx'
import type { ReportsWords } from './words.ts'

interface ListProps {
  readonly data: ReportDesk
  readonly language: Language
  readonly words: ReportsWords
}

const Row = ({ view, language, words }: Omit<ListProps, 'data'> & { readonly view: ReportView }) => {
  const { report, unit, by } = view
  return (
    <tr>
      <th scope="row">
        <a href={reportPath(report.campaign, report.id)}>
          <span class="hidden">{words.see}: </span>
          {unit}
        </a>
        <div class="quiet small">
          {words.cutoffAt} <Moment at={report.cutoff} />
        </div>
      </th>
      <td>
        <ReportTag state={report.state} word={words.states[report.state]} />
        {report.state === 'running' ? (
          <span class="small"> {percentIn(Math.floor(report.progress * 1000) / 10, language)}</span>
        ) : null}
        <div class="phone small">
          <ReportFiles report={report} unit={unit} language={language} />
        </div>
      </td>
      <td class="desk">
        <ReportFiles report={report} unit={unit} language={language} />
      </td>
      <td class="desk quiet">
        {report.occasion === null ? by : words.occasions[report.occasion]}
        <div class="small">
          <Moment at={report.requestedAt} />
        </div>
      </td>
    </tr>
  )
}

/** Renews itself while one of them is under way. */
export const ReportList = ({ data: { campaign, unit, reports }, language, words }: ListProps) => (
  <Live
    isLive={reports.some(({ report }) => isUnderWay(report))}
    path={reportsPath(campaign.code, unit.code)}
  >
    <Table
      caption={words.earlier}
      heads={[words.unit, words.state, [words.files, 'desk'], [words.askedBy, 'desk']]}
    >
      {reports.map(view => (
        <Row key={view.report.id} view={view} language={language} words={words} />
      ))}
    </Table>
  </Live>
)

/** Compiling, for those who may, and all that was compiled. */
export const Reports = (
  props: ListProps & Omit<Parameters<typeof CompileForm>[0], 'data'> & { readonly shared: SharedWords },
) => {
  const { data, problems, now, language, words, shared } = props
  const { campaign, unit, reports, mayCompile, maySign } = data
  const next = hasScheduledReports(unit) ? nextReportMoment(campaign, now) : undefined
  return (
    <>
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.title}</h1>
      <UnitPicker choice={data} action={reportsPath(campaign.code)} words={shared} />
      {mayCompile ? (
        <section class="stack measure no-print" aria-labelledby="compile-title">
          <h2 id="compile-title">{words.compile(unit.name)}</h2>
          {data.below.length === 0 ? null : <p class="quiet">{words.compileHint}</p>}
          {maySign ? (
            <p>
              <a href={letterheadPath(campaign.code, unit.code)}>{words.letterhead}</a>
            </p>
          ) : null}
          <CompileForm {...props} />
        </section>
      ) : null}
      <section class="stack" aria-labelledby="earlier-title">
        <h2 id="earlier-title">{words.earlier}</h2>
        {next === undefined ? null : <p class="quiet">{words.next(momentIn(next.at, shared))}</p>}
        {reports.length > 0 ? (
          <>
            {reports.filter(({ report }) => report.unit === unit.code && report.digest !== null).length >
            1 ? (
              <p class="no-print">
                <a href={reportChangesPath(campaign.code, unit.code)}>{words.compare}</a>
              </p>
            ) : null}
            <ReportList {...props} />
          </>
        ) : (
          <p class="quiet">{mayCompile ? words.noneYet : words.noneForTrainer}</p>
        )}
      </section>
      <p class="print-only small">{words.printed(unit.name, momentIn(now, shared))}</p>
    </>
  )
}

/** What it remembers of its numbers: two reports with the same fingerprint have the same ones. */
const Digest = ({
  digest,
  language,
  words,
}: Pick<ListProps, 'language' | 'words'> & { readonly digest: ReportDigest | null }) =>
  digest === null ? null : (
    <>
      <dt>{words.counts}</dt>
      <dd>
        {words.countsOf(
          numberIn(digest.totals.people, language),
          numberIn(digest.totals.submitted, language),
          numberIn(digest.totals.expected, language),
          percentIn(digest.totals.percent, language),
        )}
      </dd>
      <dt>{words.rows}</dt>
      <dd>
        <code class="small">{digest.rowsSha256}</code>
      </dd>
    </>
  )

export const OneReport = ({
  view,
  csrf,
  language,
  words,
  shared,
}: {
  readonly view: ReportView
  readonly csrf: string
  readonly language: Language
  readonly words: ReportsWords
  readonly shared: SharedWords
}) => {
  const { report, unit, by } = view
  return (
    <>
      <Back href={reportsPath(report.campaign)} label={words.back} />
      <h1>{words.of(unit)}</h1>
      <dl class="facts">
        <dt>{words.cutoffAt}</dt>
        <dd>{momentIn(report.cutoff, shared)}</dd>
        <dt>{words.askedBy}</dt>
        <dd>
          {words.by(
            report.occasion === null ? by : words.occasions[report.occasion],
            momentIn(report.requestedAt, shared),
          )}
        </dd>
        {report.state === 'done' ? null : (
          <>
            <dt>{words.formats}</dt>
            <dd>{report.formats.map(format => words.format[format][0]).join('; ')}</dd>
          </>
        )}
        <Digest digest={report.digest} language={language} words={words} />
      </dl>
      <ReportProgress view={view} csrf={csrf} language={language} words={words} />
    </>
  )
}
