import type { Campaign } from '../domain/campaign.ts'
import { owedTopics } from '../domain/completion.ts'
import type { ListedEnrolment } from '../domain/enrolment.ts'
import { formatDateTime } from '../domain/time.ts'
import { peopleTable } from './by-person.ts'
import type { Entry } from './entries.ts'
import type { ReportDocument, Row } from './model.ts'

/** Somebody as he stands now, in the terms of the reports. */
export const presentEntry = (
  campaign: Campaign,
  { id, person, posts, enrolledAt, unit, exemption, heads, tally }: ListedEnrolment,
  unitName: string,
): Entry => ({
  enrolment: { id, person, posts, enrolledAt },
  unit: { code: unit, label: unitName, order: 0, branch: unit, exists: true },
  standing: {
    unit,
    exemptFor: exemption?.reason ?? null,
    versions: {},
    heads,
    tally,
    owed: owedTopics(campaign, heads, exemption !== null),
  },
})

/** A list of people as it was on the page: the columns of the report's table by person, and how to reach each. */
export const peopleListDocument = (
  campaign: Campaign,
  unitName: string | null,
  entries: readonly Entry[],
  now: Date,
): ReportDocument => {
  const { appendix: _appendix, ...table } = peopleTable(campaign, entries)
  return {
    title: 'DANH SÁCH CÁN BỘ NỘP BÀI THU HOẠCH',
    lines: [
      ...(unitName === null ? [] : [`Đơn vị: ${unitName}`]),
      `Đợt học tập: ${campaign.name}`,
      `${entries.length} người, số liệu lúc ${formatDateTime(now)}`,
    ],
    cutoff: now,
    tables: [
      {
        ...table,
        title: 'Danh sách',
        columns: [
          ...table.columns,
          { key: 'phone', title: 'Điện thoại', width: 16, type: 'text' },
          { key: 'email', title: 'Thư điện tử', width: 30, type: 'text' },
        ],
        rows: {
          *[Symbol.iterator](): Generator<Row> {
            let index = 0
            for (const row of table.rows) {
              const person = entries[index]?.enrolment.person
              yield { ...row, phone: person?.phone ?? null, email: person?.email ?? null }
              index += 1
            }
          },
        },
      },
    ],
  }
}
