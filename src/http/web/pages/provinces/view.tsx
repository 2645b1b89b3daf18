import type { Totals } from '../../../../domain/progress.ts'
import type { ProvinceReports, ProvinceRow } from '../../../../queries/province-reports.ts'
import { Bar } from '../../parts/bar.tsx'
import { numberIn, percentIn, sizeIn } from '../../parts/figures.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Moment, momentIn } from '../../parts/moment.tsx'
import { bundlePath, readingListPath, reportBatchesPath, unitPath, withQuery } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { ReportFiles } from '../reports/files.tsx'
import type { ProvincesWords } from './words.ts'

interface Props {
  readonly data: ProvinceReports
  /** He may have the reports of all of them compiled. */
  readonly mayCompile: boolean
  readonly language: Language
  readonly words: ProvincesWords
  readonly shared: SharedWords
}

const Report = ({ row: { unit, report }, language, words }: Props & { readonly row: ProvinceRow }) =>
  report === null ? (
    <span class="quiet">{words.noReport}</span>
  ) : (
    <>
      <div class="quiet small">
        {words.cutoff} <Moment at={report.cutoff} />
      </div>
      <ReportFiles report={report} unit={unit.name} language={language} />
    </>
  )

const Numbers = ({ totals, language }: { readonly totals: Totals; readonly language: Language }) => (
  <>
    <td class="n desk">{numberIn(totals.expected, language)}</td>
    <td class="n desk">{numberIn(totals.submitted, language)}</td>
    <td class="n desk">{numberIn(totals.missing, language)}</td>
    <td class="n share">
      {totals.expected === 0 ? '–' : percentIn(totals.percent, language)}
      <Bar totals={totals} />
    </td>
  </>
)

const Table = (props: Props) => {
  const { data, language, words } = props
  const { campaign, rows, totals } = data
  return (
    <div class="table-wrap">
      <table class="units">
        <caption class="hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" class="n desk">
              {words.expected}
            </th>
            <th scope="col" class="n desk">
              {words.submitted}
            </th>
            <th scope="col" class="n desk">
              {words.missing}
            </th>
            <th scope="col" class="n">
              {words.percent}
            </th>
            <th scope="col" class="desk">
              {words.report}
            </th>
            <th scope="col" class="desk no-print">
              <span class="hidden">{words.read}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const { unit } = row
            const read = (
              <a
                class="touch"
                href={withQuery(readingListPath(campaign.code), { unit: unit.code })}
                aria-label={`${words.read} ${words.readOf(unit.name)}`}
              >
                {words.read}
              </a>
            )
            return (
              <tr key={unit.code}>
                <th scope="row">
                  <a class="touch" href={unitPath(campaign.code, unit.code)}>
                    {unit.name}
                  </a>
                  <div class="phone">
                    <Report {...props} row={row} />
                    <div class="no-print">{read}</div>
                  </div>
                </th>
                <Numbers totals={row.totals} language={language} />
                <td class="desk">
                  <Report {...props} row={row} />
                </td>
                <td class="desk no-print">{read}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.sum}</th>
            <Numbers totals={totals} language={language} />
            <td class="desk" />
            <td class="desk no-print" />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** What a trainer reaches: how far each unit is, what was compiled there, and the way to the essays. */
export const Provinces = (props: Props) => {
  const { data, mayCompile, language, words, shared } = props
  const { campaign, rows, asOf } = data
  const files = rows.flatMap(({ report }) => report?.files ?? [])
  const done = rows.filter(({ report }) => report !== null).length
  return (
    <>
      <div class="stack-close">
        <h1>{words.title}</h1>
        {asOf === null ? null : <p class="quiet small">{words.asOf(momentIn(asOf, shared))}</p>}
      </div>
      {rows.length === 0 ? (
        <p class="quiet">{words.empty}</p>
      ) : (
        <>
          <div class="row actions">
            <p>
              {files.length === 0
                ? words.none(mayCompile)
                : words.lead(numberIn(done, language), numberIn(rows.length, language))}
            </p>
            {files.length === 0 ? null : (
              <a class="button" href={bundlePath(campaign.code)} download>
                <Icon name="download" />
                {words.all(
                  numberIn(files.length, language),
                  sizeIn(
                    files.reduce((sum, { size }) => sum + size, 0),
                    language,
                  ),
                )}
              </a>
            )}
            {mayCompile ? (
              <a class="button second" href={reportBatchesPath(campaign.code)}>
                {words.compileAll}
              </a>
            ) : null}
          </div>
          <Table {...props} />
        </>
      )}
    </>
  )
}
