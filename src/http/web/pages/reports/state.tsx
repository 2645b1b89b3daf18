import { sentence } from '../../../../domain/problems.ts'
import { isUnderWay } from '../../../../domain/report.ts'
import type { ReportView } from '../../../../queries/report-desk.ts'
import { percentIn, sizeIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Live } from '../../parts/live.tsx'
import { ReportTag } from '../../parts/tag.tsx'
import type { Language } from '../../words.ts'
import { cancelReportPath, repeatReportPath, reportFilePath, reportPath } from './paths.ts'
import type { ReportsWords } from './words.ts'

interface Props {
  readonly view: ReportView
  readonly csrf: string
  readonly language: Language
  readonly words: ReportsWords
}

const UnderWay = ({ view: { report, mayCompile }, csrf, language, words }: Props) => {
  const percent = percentIn(Math.floor(report.progress * 1000) / 10, language)
  return (
    <>
      <progress value={report.progress} max={1} aria-label={words.states.running}>
        {percent}
      </progress>
      <p role="status">{report.state === 'queued' ? words.queued : words.progress(percent)}</p>
      <p class="quiet">{words.leave}</p>
      <div class="row actions">
        <a class="button second" href={reportPath(report.campaign, report.id)}>
          {words.reload}
        </a>
        {mayCompile ? (
          <Form action={cancelReportPath(report.campaign, report.id)} csrf={csrf}>
            <button type="submit" class="button danger">
              {words.cancel}
            </button>
          </Form>
        ) : null}
      </div>
    </>
  )
}

const Files = ({ view: { report }, language, words }: Props) => (
  <div class="table-wrap">
    <table>
      <caption class="hidden">{words.files}</caption>
      <thead>
        <tr>
          <th scope="col">{words.file}</th>
          <th scope="col" class="no-print">
            <span class="hidden">{words.download}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {report.files.map(({ format, part, name, size, sha256 }) => (
          <tr key={name}>
            <th scope="row">
              <div class="name">{name}</div>
              <div class="quiet small">
                {words.format[format][0]}, {sizeIn(size, language)}
              </div>
              <div class="quiet small desk">
                {words.sha}: <code>{sha256}</code>
              </div>
            </th>
            <td class="nowrap no-print">
              <a class="touch" href={reportFilePath(report.campaign, report.id, { format, part })} download>
                <Icon name="download" />
                {words.download}
                <span class="hidden"> {words.downloadOf(name)}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Ended = ({ view: { report, mayCompile }, csrf, language, words }: Props) => (
  <>
    {report.state === 'cancelled' ? (
      <p class="note">{words.cancelledNote}</p>
    ) : (
      <div class="note bad" role="status">
        <p>
          <strong>{words.failed}</strong>
        </p>
        {report.failure === null ? null : <p>{sentence(report.failure, language)}</p>}
      </div>
    )}
    {mayCompile ? (
      <Form action={repeatReportPath(report.campaign, report.id)} csrf={csrf}>
        <p class="quiet">{words.againHint}</p>
        <div class="row actions">
          <button type="submit" class="button">
            {words.again}
          </button>
        </div>
      </Form>
    ) : null}
  </>
)

/** How far a report is, and what came of it; renews itself until then. */
export const ReportProgress = (props: Props) => {
  const { report } = props.view
  return (
    <Live isLive={isUnderWay(report)} path={reportPath(report.campaign, report.id)}>
      <p>
        <ReportTag state={report.state} word={props.words.states[report.state]} />
      </p>
      {isUnderWay(report) ? (
        <UnderWay {...props} />
      ) : report.state === 'done' ? (
        <Files {...props} />
      ) : (
        <Ended {...props} />
      )}
    </Live>
  )
}
