import type { EssayArchive } from '../ports/report-files.ts'
import type { ReportEssay } from '../reports/essays.ts'
import { csvLines } from './csv-writer.ts'

/** What became of an essay's file on its way into the ZIP. */
export interface Outcome {
  /** null: it is not in the ZIP, as nothing is that came on paper. */
  readonly entry: string | null
  /** null: its bytes are those of the receipt. */
  readonly problem: string | null
}

/** One line for each receipt, its fields named as in `manifest.json`. */
export const manifestLine = ({ number, person, unit, version }: ReportEssay, outcome: Outcome) => ({
  number,
  person,
  unit,
  topic: version.topic,
  version: version.number,
  name: version.file?.name ?? 'Bản giấy',
  paper: version.paper !== null,
  note: version.paper?.note ?? null,
  size: version.file?.size ?? null,
  receivedAt: version.receivedAt.toISOString(),
  late: version.late,
  onBehalf: version.onBehalf,
  sha256: version.file?.sha256 ?? null,
  /** Of photos: the hash of the PDF that was bound of them and lies in the ZIP; `sha256` is that of the photos. */
  boundSha256: version.bound?.sha256 ?? null,
  receipt: version.receipt,
  ...outcome,
})

export type ManifestLine = ReturnType<typeof manifestLine>

const COLUMNS = [
  'number',
  'person',
  'unit',
  'topic',
  'version',
  'name',
  'paper',
  'note',
  'size',
  'receivedAt',
  'late',
  'onBehalf',
  'sha256',
  'boundSha256',
  'receipt',
  'entry',
  'problem',
] as const satisfies readonly (keyof ManifestLine)[]

export function* manifestCsv(lines: readonly ManifestLine[]): Generator<string> {
  const rows = function* () {
    for (const line of lines) yield COLUMNS.map(column => line[column])
  }
  yield* csvLines(COLUMNS, rows())
}

/** The same as JSON, written line by line: a country's worth of essays does not fit into one string. */
export function* manifestJson(
  { document, newerThan }: Pick<EssayArchive, 'document' | 'newerThan'>,
  lines: readonly ManifestLine[],
): Generator<string> {
  const head = {
    title: document.title,
    lines: document.lines,
    cutoff: document.cutoff.toISOString(),
    newerThan: newerThan?.toISOString() ?? null,
  }
  yield `${JSON.stringify(head).slice(0, -1)},"essays":[`
  let separator = '\n'
  for (const line of lines) {
    yield separator + JSON.stringify(line)
    separator = ',\n'
  }
  yield '\n]}\n'
}
