import { formatDateTime } from '../domain/time.ts'
import { peopleTable } from './by-person.ts'
import { topicsTable } from './by-topic.ts'
import { unitsTable } from './by-unit.ts'
import type { Entry, ReportSubject } from './entries.ts'
import type { ReportDocument } from './model.ts'
import { notSubmittedTable } from './not-submitted.ts'
import type { ReportUnit } from './units.ts'

/** The report of a unit at a cut-off: the same people give the same document, whoever asks and whenever. */
export const reportDocument = (
  { campaign, unit, cutoff }: Omit<ReportSubject, 'subtree'>,
  units: Iterable<ReportUnit>,
  entries: readonly Entry[],
): ReportDocument => ({
  title: 'BÁO CÁO NỘP BÀI THU HOẠCH',
  lines: [
    `Đơn vị: ${unit.name}`,
    `Đợt học tập: ${campaign.name}`,
    `Số liệu tính đến ${formatDateTime(cutoff)}`,
  ],
  cutoff,
  tables: [
    unitsTable(unit.code, units, entries),
    peopleTable(campaign, entries),
    notSubmittedTable(entries),
    topicsTable(campaign, entries),
  ],
})
