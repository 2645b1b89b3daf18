import type { Readable } from 'node:stream'
import type { EssayFile } from '../domain/essay.ts'
import { readingFile } from '../domain/photos.ts'
import type { EssayFiles } from '../ports/essay-files.ts'
import type { EssayArchive } from '../ports/report-files.ts'
import type { ReportEssay } from '../reports/essays.ts'
import { ahead } from './ahead.ts'
import { manifestCsv, manifestJson, manifestLine, type Outcome } from './manifest.ts'
import { begun, DAMAGED, isLost, MISSING } from './stored-file.ts'
import { blocks, zipEntries } from './zip-entries.ts'

type Zip = ReturnType<typeof zipEntries>

/** Types that deflate makes smaller; the others are compressed in themselves. */
const COMPRESSIBLE: ReadonlySet<EssayFile['type']> = new Set(['doc', 'rtf', 'txt'])

/** A line of `SHA256SUMS` as `sha256sum -c` reads it. */
const sumLine = (sha256: string, entry: string): string => `${sha256}  ${entry}\n`

/** Files that are opened while one is written: the store works meanwhile. The beginning of each waits in memory. */
const AHEAD = 3

interface Opened {
  readonly source: Readable
  /** null: there is nothing to read. */
  readonly parts: AsyncIterable<Buffer> | null
}

interface ToAdd {
  readonly entry: string
  readonly file: EssayFile
  readonly receivedAt: Date
}

const addFile = async (
  zip: Zip,
  { entry, file, receivedAt }: ToAdd,
  parts: Opened['parts'],
): Promise<Outcome> => {
  if (parts === null) return { entry: null, problem: MISSING }
  const { sha256, broken } = await zip.add(entry, parts, {
    mtime: receivedAt,
    compress: COMPRESSIBLE.has(file.type),
  })
  if (broken !== null && !isLost(broken)) throw broken
  return { entry, problem: broken !== null || sha256 !== file.sha256 ? DAMAGED : null }
}

/** Every file once, in the order of the essays: those of several topics share one. */
const filesOf = (essays: readonly ReportEssay[]): Iterable<ToAdd> => {
  const files = new Map<string, ToAdd>()
  for (const { entry, version } of essays) {
    const file = readingFile(version)
    if (entry !== null && file !== null && !files.has(entry))
      files.set(entry, { entry, file, receivedAt: version.receivedAt })
  }
  return files.values()
}

const outcomeOf = ({ entry, version }: ReportEssay, outcomes: ReadonlyMap<string, Outcome>): Outcome =>
  version.file === null || entry === null
    ? { entry: null, problem: null }
    : (outcomes.get(entry) ?? { entry: null, problem: MISSING })

const fill = async (zip: Zip, files: Pick<EssayFiles, 'open'>, archive: EssayArchive): Promise<void> => {
  const { document, essays, enclosures, onProgress } = archive
  const sums: string[] = []
  const generated = { mtime: document.cutoff, compress: true }
  const outcomes = new Map<string, Outcome>()

  for (const { entry, open } of enclosures) {
    const { sha256, broken } = await zip.add(entry, open(), { ...generated, compress: false })
    if (broken !== null) throw broken
    sums.push(sumLine(sha256, entry))
  }
  const opened = ahead(
    filesOf(essays),
    AHEAD,
    async ({ file }): Promise<Opened> => {
      const source = files.open(file.id)
      return { source, parts: await begun(source) }
    },
    ({ source }) => {
      source.destroy()
    },
  )
  for await (const [file, { parts }] of opened) {
    const outcome = await addFile(zip, file, parts)
    outcomes.set(file.entry, outcome)
    // The hash that was kept, not the one just computed: a damaged file is to fail the check.
    if (outcome.entry !== null) sums.push(sumLine(file.file.sha256, outcome.entry))
    onProgress(outcomes.size)
  }
  const lines = essays.map(essay => manifestLine(essay, outcomeOf(essay, outcomes)))
  onProgress(essays.length)
  for (const [entry, parts] of [
    ['manifest.csv', manifestCsv(lines)],
    ['manifest.json', manifestJson(archive, lines)],
  ] as const) {
    const { sha256 } = await zip.add(entry, blocks(parts), generated)
    sums.push(sumLine(sha256, entry))
  }
  await zip.add('SHA256SUMS', blocks(sums), generated)
  zip.end()
}

/**
 * The ZIP of a report: essays by unit, what is enclosed, and last, since only then it is known what became of each
 * file, the manifest (CSV and JSON) and `SHA256SUMS`. One file is read at a time. A file that is missing or damaged is
 * named in the manifest with the reason.
 */
export const writeZip =
  (files: Pick<EssayFiles, 'open'>) =>
  (archive: EssayArchive): Readable => {
    const zip = zipEntries()
    fill(zip, files, archive).catch((error: unknown) => {
      zip.out.destroy(error instanceof Error ? error : new Error(String(error)))
    })
    return zip.out
  }
