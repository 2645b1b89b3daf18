import type { Report } from '../../../../domain/report.ts'
import { REPORT_FORMATS } from '../../../../domain/report-format.ts'
import { numberIn, sizeIn } from '../../parts/figures.tsx'
import { formatName } from '../../parts/format-name.ts'
import type { Language } from '../../words.ts'
import { reportFilePath, reportPath } from './paths.ts'
import { WORDS } from './words.ts'

/** A link for each format: the file, or where several of one format are told apart by their names. */
export const ReportFiles = ({
  report,
  unit,
  language,
}: {
  readonly report: Report
  readonly unit: string
  readonly language: Language
}) => {
  const words = WORDS[language]
  return (
    <>
      {REPORT_FORMATS.map(format => {
        const files = report.files.filter(file => file.format === format)
        const [file] = files
        if (file === undefined) return null
        const told = <span class="hidden"> {words.filesOf(unit)}</span>
        return files.length === 1 ? (
          <a key={format} class="touch" href={reportFilePath(report.campaign, report.id, file)} download>
            <span>
              {formatName(format, language)} <span class="quiet small">{sizeIn(file.size, language)}</span>
              {told}
            </span>
          </a>
        ) : (
          <a key={format} class="touch" href={reportPath(report.campaign, report.id)}>
            <span>
              {formatName(format, language)}{' '}
              <span class="quiet small">{words.several(numberIn(files.length, language))}</span>
              {told}
            </span>
          </a>
        )
      })}
    </>
  )
}
