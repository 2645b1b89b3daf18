import type { Letterhead } from '../domain/letterhead.ts'
import { formatDateTime } from '../domain/time.ts'
import type { UnitCode } from '../domain/unit.ts'
import { isNation } from '../domain/unit-group.ts'
import { peopleTable } from './by-person.ts'
import { topicsTable } from './by-topic.ts'
import { branchesOf, totalsOfEntries, unitsInShort, unitsTable } from './by-unit.ts'
import type { Entry, ReportSubject } from './entries.ts'
import { exemptTable } from './exempt.ts'
import { extendedTable, type PastExtension } from './extended.ts'
import type { SignedDocument, Table } from './model.ts'
import { groupsInShort, groupsTable, rankingTable } from './national.ts'
import { notSubmittedTable } from './not-submitted.ts'
import { reportPaper } from './paper.ts'
import type { ReportUnit } from './units.ts'

/** What a report is made from. The numbers depend on the first four alone. */
export interface ReportInput {
  readonly subject: Omit<ReportSubject, 'subtree'>
  readonly units: ReadonlyMap<UnitCode, ReportUnit>
  readonly entries: readonly Entry[]
  readonly extensions: readonly PastExtension[]
  readonly letterhead: Letterhead
  /** Of the paper. */
  readonly date: Date
}

/** Nobody signs a thousand pages of names: of the nation's people the sheets tell, the paper does not. */
const offPaper = ({ appendix: _appendix, ...table }: Table): Table => table

/** The report of a unit at a cut-off: the same people give the same document, whoever asks and whenever. */
export const reportDocument = ({
  subject,
  units,
  entries,
  extensions,
  letterhead,
  date,
}: ReportInput): SignedDocument => {
  const { campaign, unit, cutoff } = subject
  const branches = branchesOf(unit.code, units.values(), entries)
  const totals = totalsOfEntries(entries)
  const byTopic = topicsTable(campaign, entries)
  const byGroup = isNation(unit) ? groupsTable(unit.code, branches, totals) : null
  const people = [
    peopleTable(campaign, entries),
    notSubmittedTable(entries),
    exemptTable(entries),
    extendedTable(unit.path, units, entries, extensions),
  ]
  return {
    title: 'BÁO CÁO NỘP BÀI THU HOẠCH',
    lines: [
      `Đơn vị: ${unit.name}`,
      `Đợt học tập: ${campaign.name}`,
      `Số liệu tính đến ${formatDateTime(cutoff)}`,
    ],
    cutoff,
    tables: [
      unitsTable(branches, totals),
      ...(byGroup === null
        ? people
        : [rankingTable(unit.code, branches, totals), byGroup, ...people.map(offPaper)]),
      byTopic,
    ],
    paper: reportPaper(
      {
        subject,
        letterhead,
        entries,
        branches,
        byGroup: byGroup && groupsInShort(byGroup),
        byUnit: unitsInShort(branches, totals),
        byTopic,
      },
      date,
    ),
  }
}
