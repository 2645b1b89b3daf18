import type { Readable } from 'node:stream'
import type { EssayFile } from '../domain/essay.ts'
import { readingFile } from '../domain/photos.ts'
import type { EssayFiles } from '../ports/essay-files.ts'
import type { EssayArchive } from '../ports/report-files.ts'
import type { ReportEssay } from '../reports/essays.ts'
import { type ManifestLine, manifestCsv, manifestJson, manifestLine, type Outcome } from './manifest.ts'
import { begun, DAMAGED, isLost, MISSING } from './stored-file.ts'
import { blocks, zipEntries } from './zip-entries.ts'

type Zip = ReturnType<typeof zipEntries>

/** Types that deflate makes smaller; the others are compressed in themselves. */
const COMPRESSIBLE: ReadonlySet<EssayFile['type']> = new Set(['doc', 'rtf', 'txt'])

/** A line of `SHA256SUMS` as `sha256sum -c` reads it. */
const sumLine = (sha256: string, entry: string): string => `${sha256}  ${entry}\n`

const addEssay = async (zip: Zip, files: Pick<EssayFiles, 'open'>, essay: ReportEssay): Promise<Outcome> => {
  const { receivedAt, file: handedIn } = essay.version
  if (handedIn === null || essay.entry === null) return { entry: null, problem: null }
  const file = readingFile(essay.version)
  const parts = file && (await begun(files.open(file.id)))
  if (file === null || parts === null) return { entry: null, problem: MISSING }
  const options = { mtime: receivedAt, compress: COMPRESSIBLE.has(file.type) }
  const { sha256, broken } = await zip.add(essay.entry, parts, options)
  if (broken !== null && !isLost(broken)) throw broken
  return { entry: essay.entry, problem: broken !== null || sha256 !== file.sha256 ? DAMAGED : null }
}

const fill = async (zip: Zip, files: Pick<EssayFiles, 'open'>, archive: EssayArchive): Promise<void> => {
  const { document, essays, enclosures, onProgress } = archive
  const lines: ManifestLine[] = []
  const sums: string[] = []
  const generated = { mtime: document.cutoff, compress: true }
  const outcomes = new Map<string, Outcome>()

  for (const { entry, open } of enclosures) {
    const { sha256, broken } = await zip.add(entry, open(), { ...generated, compress: false })
    if (broken !== null) throw broken
    sums.push(sumLine(sha256, entry))
  }
  for (const [index, essay] of essays.entries()) {
    const known = essay.entry === null ? undefined : outcomes.get(essay.entry)
    const outcome = known ?? (await addEssay(zip, files, essay))
    if (essay.entry !== null) outcomes.set(essay.entry, outcome)
    // The hash that was kept, not the one just computed: a damaged file is to fail the check.
    const file = readingFile(essay.version)
    if (known === undefined && outcome.entry !== null && file !== null)
      sums.push(sumLine(file.sha256, outcome.entry))
    lines.push(manifestLine(essay, outcome))
    onProgress(index + 1)
  }
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
