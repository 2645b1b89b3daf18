import { essayEntryNames } from '../domain/archive-naming.ts'
import type { PastVersion } from '../domain/as-of.ts'
import type { Campaign } from '../domain/campaign.ts'
import { isReceived } from '../domain/essay.ts'
import { type ArchiveChoice, WHOLE_ARCHIVE } from '../domain/report.ts'
import type { Entry } from './entries.ts'

/** One receipt of the report. Receipts of one file share its place in the ZIP. */
export interface ReportEssay {
  /** The person's number in the table by person. */
  readonly number: number
  readonly person: string
  readonly posts: readonly string[]
  readonly unit: string
  readonly version: PastVersion
  /** Path in the ZIP; null: it came on paper, there is no file. */
  readonly entry: string | null
}

/**
 * The essays that count at the cut-off, in the order of the table by person, then of the topics. A file that ticks
 * several topics lies in the ZIP once, named after all of them. Only what came after a moment, if so chosen.
 */
export const reportEssays = (
  { topics }: Pick<Campaign, 'topics'>,
  entries: readonly Entry[],
  { newerThan, names: pattern }: Pick<ArchiveChoice, 'newerThan' | 'names'> = WHOLE_ARCHIVE,
): ReportEssay[] => {
  const nameOf = essayEntryNames(pattern)
  return entries.flatMap(({ enrolment: { person, posts }, unit, standing }, index) => {
    const received = topics.flatMap(({ code }) => {
      const head = standing.heads[code]
      const version = standing.versions[code]
      if (version === undefined || head === undefined || !isReceived(head.state)) return []
      return newerThan === null || version.receivedAt > newerThan ? [version] : []
    })
    const names = new Map<string, string>()
    return received.map(version => {
      const { file } = version
      const receipt = { number: index + 1, person: person.name, posts, unit: unit.label, version }
      if (file === null) return { ...receipt, entry: null }
      const entry =
        names.get(file.id) ??
        nameOf({
          unit: unit.label,
          number: index + 1,
          last: entries.length,
          person: person.name,
          topics: received.filter(other => other.file?.id === file.id).map(other => other.topic),
          // Photos are bound into a PDF before they are put anywhere.
          extension: file.pages === undefined ? file.type : 'pdf',
        })
      names.set(file.id, entry)
      return { ...receipt, entry }
    })
  })
}

const sizeOf = ({ version }: ReportEssay): number => version.bound?.size ?? version.file?.size ?? 0

/**
 * The essays of each of several ZIPs, none larger than so many bytes of essays unless by a single file. What shares a
 * file stays together; there is always one, though it may hold nothing.
 */
export const inParts = (
  essays: readonly ReportEssay[],
  splitBytes: number | null,
): readonly (readonly ReportEssay[])[] => {
  if (splitBytes === null) return [essays]
  const parts: ReportEssay[][] = []
  const placed = new Map<string, ReportEssay[]>()
  let part: ReportEssay[] = []
  let size = 0
  for (const essay of essays) {
    const earlier = essay.entry === null ? undefined : placed.get(essay.entry)
    if (earlier !== undefined) {
      earlier.push(essay)
      continue
    }
    if (size > 0 && size + sizeOf(essay) > splitBytes) {
      parts.push(part)
      part = []
      size = 0
    }
    part.push(essay)
    size += sizeOf(essay)
    if (essay.entry !== null) placed.set(essay.entry, part)
  }
  return [...parts, part]
}
