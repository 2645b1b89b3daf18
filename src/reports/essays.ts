import type { PastVersion } from '../domain/as-of.ts'
import type { Campaign } from '../domain/campaign.ts'
import { isReceived } from '../domain/essay.ts'
import { essayEntryNames } from '../domain/naming.ts'
import type { Entry } from './entries.ts'

/** One receipt of the report. Receipts of one file share its place in the ZIP. */
export interface ReportEssay {
  /** The person's number in the table by person. */
  readonly number: number
  readonly person: string
  readonly unit: string
  readonly version: PastVersion
  /** Path in the ZIP; null: it came on paper, there is no file. */
  readonly entry: string | null
}

/**
 * The essays that count at the cut-off, in the order of the table by person, then of the topics. A file that ticks
 * several topics lies in the ZIP once, named after all of them.
 */
export const reportEssays = (
  { topics }: Pick<Campaign, 'topics'>,
  entries: readonly Entry[],
): ReportEssay[] => {
  const nameOf = essayEntryNames()
  return entries.flatMap(({ enrolment: { person }, unit, standing }, index) => {
    const received = topics.flatMap(({ code }) => {
      const head = standing.heads[code]
      const version = standing.versions[code]
      return version !== undefined && head !== undefined && isReceived(head.state) ? [version] : []
    })
    const names = new Map<string, string>()
    return received.map(version => {
      const { file } = version
      const receipt = { number: index + 1, person: person.name, unit: unit.label, version }
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
