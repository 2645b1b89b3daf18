import type { Readable } from 'node:stream'
import { reportFileName } from '../domain/naming.ts'
import type { ReportFile, ReportFormat } from '../domain/report.ts'
import { hanoiDay } from '../domain/time.ts'
import type { Ports } from '../ports/index.ts'
import type { ReportEssay } from '../reports/essays.ts'
import type { SignedDocument } from '../reports/model.ts'

/** What a report's files are made from. */
export interface ReportContents {
  readonly unit: string
  readonly document: SignedDocument
  /** Of each ZIP. */
  readonly parts: readonly (readonly ReportEssay[])[]
  readonly newerThan: Date | null
}

/** One file to be written. */
interface Output {
  readonly format: ReportFormat
  readonly part: number
  readonly name: string
  readonly open: () => Readable
}

/** Share of the progress when everybody is read, and when what holds tables is written. */
export const READ = 0.1
const TABLES = 0.3

type Writers = Pick<Ports, 'reportWriters' | 'reportFiles'>

const outputsOf = (
  { reportWriters, reportFiles }: Writers,
  format: ReportFormat,
  { unit, document, parts, newerThan }: ReportContents,
  written: readonly ReportFile[],
  onProgress: (done: number) => void,
): readonly Output[] => {
  const { cutoff, tables } = document
  const whole = (open: () => Readable): readonly Output[] => [
    { format, part: 1, name: reportFileName(unit, cutoff, format), open },
  ]
  if (format === 'csv')
    return tables.map((table, index) => ({
      format,
      part: index + 1,
      name: reportFileName(unit, cutoff, format, table.title),
      open: () => reportWriters.csv(table),
    }))
  if (format !== 'zip') return whole(() => reportWriters[format](document))
  const enclosures = written.map(({ name, fileId }) => ({
    entry: name,
    open: () => reportFiles.open(fileId),
  }))
  let before = 0
  return parts.map((essays, index) => {
    const start = before
    before += essays.length
    const labels = [
      ...(newerThan === null ? [] : [`bài nộp sau ${hanoiDay(newerThan)}`]),
      ...(parts.length === 1 ? [] : [`phần ${index + 1}`]),
    ]
    return {
      format,
      part: index + 1,
      name: reportFileName(unit, cutoff, format, labels.join(' - ')),
      open: () =>
        reportWriters.zip({
          document,
          essays,
          enclosures: index === 0 ? enclosures : [],
          newerThan,
          onProgress: done => {
            onProgress(start + done)
          },
        }),
    }
  })
}

/** Writes the formats one after the other; `write` stores one file, `setProgress` takes 0–1. */
export const writeReportFiles = async (
  ports: Writers,
  formats: readonly ReportFormat[],
  contents: ReportContents,
  write: (name: string, open: () => Readable) => Promise<Pick<ReportFile, 'fileId' | 'size' | 'sha256'>>,
  setProgress: (progress: number) => void,
): Promise<readonly ReportFile[]> => {
  const files: ReportFile[] = []
  const length = contents.parts.reduce((sum, essays) => sum + essays.length, 0)
  const onProgress = (done: number): void => {
    setProgress(TABLES + ((1 - TABLES) * done) / length)
  }
  for (const [index, format] of formats.entries()) {
    for (const { open, ...output } of outputsOf(ports, format, contents, files, onProgress))
      files.push({ ...output, ...(await write(output.name, open)) })
    if (format !== 'zip') setProgress(READ + ((TABLES - READ) * (index + 1)) / formats.length)
  }
  return files
}
