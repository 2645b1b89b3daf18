import type { Readable } from 'node:stream'
import { reportFileName } from '../domain/naming.ts'
import type { ReportFile } from '../domain/report.ts'
import type { ReportFormat } from '../domain/report-format.ts'
import { hanoiDay } from '../domain/time.ts'
import type { Ports } from '../ports/index.ts'
import type { ReportEssay } from '../reports/essays.ts'
import type { SignedDocument } from '../reports/model.ts'
import type { VolumeEssay } from '../reports/volume.ts'

/** What a report's files are made from. */
export interface ReportContents {
  readonly unit: string
  readonly document: SignedDocument
  /** Of each ZIP. */
  readonly parts: readonly (readonly ReportEssay[])[]
  readonly newerThan: Date | null
  /** Of the bound volume; empty where none is asked for. */
  readonly volume: readonly VolumeEssay[]
  readonly splitBytes: number | null
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

/** What of the contents is one essay after the other, told how many are in. */
type OnProgress = (done: number) => void

const zipOutputs = (
  { reportWriters, reportFiles }: Writers,
  { unit, document, parts, newerThan }: ReportContents,
  written: readonly ReportFile[],
  onProgress: OnProgress,
): readonly Output[] => {
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
      format: 'zip',
      part: index + 1,
      name: reportFileName(unit, document.cutoff, 'zip', labels.join(' - ')),
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

/** How many there are is known when the last is written: each is to be written before the next is asked for. */
function* volumeOutputs(
  { reportWriters }: Writers,
  { unit, document, volume, splitBytes }: ReportContents,
  onProgress: OnProgress,
): Generator<Output> {
  const parts = reportWriters.volume({ document, essays: volume, partBytes: splitBytes, onProgress })
  for (let part = 1; !parts.isDone(); part += 1) {
    const label = splitBytes === null ? '' : `phần ${part}`
    const name = reportFileName(unit, document.cutoff, 'pdf', label, 'Kỷ yếu bài thu hoạch')
    yield { format: 'volume', part, name, open: () => parts.next() }
  }
}

const outputsOf = (
  writers: Writers,
  format: ReportFormat,
  contents: ReportContents,
  written: readonly ReportFile[],
  onProgress: OnProgress,
): Iterable<Output> => {
  const { unit, document } = contents
  const { cutoff, tables } = document
  if (format === 'zip') return zipOutputs(writers, contents, written, onProgress)
  if (format === 'volume') return volumeOutputs(writers, contents, onProgress)
  if (format === 'csv')
    return tables.map((table, index) => ({
      format,
      part: index + 1,
      name: reportFileName(unit, cutoff, format, table.title),
      open: () => writers.reportWriters.csv(table),
    }))
  const open = () => writers.reportWriters[format](document)
  return [{ format, part: 1, name: reportFileName(unit, cutoff, format), open }]
}

/** How many essays a format goes through, one after the other. */
const essaysIn = (format: ReportFormat, { parts, volume }: ReportContents): number => {
  if (format === 'zip') return parts.reduce((sum, essays) => sum + essays.length, 0)
  return format === 'volume' ? volume.length : 0
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
  const length = formats.reduce((sum, format) => sum + essaysIn(format, contents), 0)
  let before = 0
  for (const [index, format] of formats.entries()) {
    const start = before
    const onProgress = (done: number): void => {
      setProgress(TABLES + ((1 - TABLES) * (start + done)) / length)
    }
    for (const { open, ...output } of outputsOf(ports, format, contents, files, onProgress))
      files.push({ ...output, ...(await write(output.name, open)) })
    before += essaysIn(format, contents)
    if (format !== 'zip' && format !== 'volume')
      setProgress(READ + ((TABLES - READ) * (index + 1)) / formats.length)
  }
  return files
}
