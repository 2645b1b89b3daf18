import type { Extension } from '../domain/deadline.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Entry } from './entries.ts'
import type { Row, Table } from './model.ts'
import { rowsOf } from './rows.ts'
import type { ReportUnit } from './units.ts'

/** An extension that held at the cut-off; of one person or of one unit, anywhere in the campaign. */
export interface PastExtension extends Extension {
  readonly id: string
  readonly enrolment: EnrolmentId | null
  readonly unit: UnitCode | null
  readonly reason: string
  readonly grantedAt: Date
}

interface Beneficiary {
  readonly name: string
  readonly unit: string
  /** Units before people, each in the order of the report. */
  readonly order: number
}

/** Of a unit above the report's own everybody in the report has the benefit. */
const ALL: Beneficiary = { name: 'Toàn đơn vị', unit: '', order: -1 }

const beneficiaries = (
  path: readonly UnitCode[],
  units: ReadonlyMap<UnitCode, ReportUnit>,
  entries: readonly Entry[],
) => {
  const people = new Map(
    entries.map(({ enrolment, unit }, index) => [
      enrolment.id,
      { name: enrolment.person.name, unit: unit.label, order: units.size + index },
    ]),
  )
  return ({ enrolment, unit }: PastExtension): Beneficiary | null => {
    if (enrolment !== null) return people.get(enrolment) ?? null
    if (unit === null) return null
    const found = units.get(unit)
    if (found !== undefined) return { name: 'Cả đơn vị', unit: found.label, order: found.order }
    return path.includes(unit) ? ALL : null
  }
}

/**
 * Who was given more time, until when and why. What is of no use to anybody in the report is left out. `path` is that
 * of the report's unit.
 */
export const extendedTable = (
  path: readonly UnitCode[],
  units: ReadonlyMap<UnitCode, ReportUnit>,
  entries: readonly Entry[],
  extensions: readonly PastExtension[],
): Table => {
  const whose = beneficiaries(path, units, entries)
  const lines = extensions
    .flatMap(extension => {
      const who = whose(extension)
      return who === null ? [] : [{ extension, who }]
    })
    .sort(
      (a, b) =>
        a.who.order - b.who.order ||
        a.extension.grantedAt.getTime() - b.extension.grantedAt.getTime() ||
        (a.extension.id < b.extension.id ? -1 : 1),
    )
  return {
    title: 'Gia hạn',
    appendix: { number: 'V', title: 'Danh sách gia hạn nộp bài thu hoạch' },
    note: 'Khi có nhiều lần gia hạn, hạn muộn nhất được áp dụng.',
    columns: [
      { key: 'number', title: 'STT', width: 6, type: 'integer', keep: 4 },
      { key: 'name', title: 'Người được gia hạn', width: 26, type: 'text' },
      { key: 'unit', title: 'Đơn vị', width: 36, type: 'text' },
      { key: 'dueAt', title: 'Hạn mới', width: 12, type: 'date' },
      { key: 'grantedAt', title: 'Ngày gia hạn', width: 12, type: 'date' },
      { key: 'reason', title: 'Lý do', width: 40, type: 'text' },
    ],
    rows: rowsOf(
      lines,
      ({ extension, who }, index): Row => ({
        number: index + 1,
        name: who.name,
        unit: who.unit,
        dueAt: extension.dueAt,
        grantedAt: extension.grantedAt,
        reason: extension.reason,
      }),
    ),
    totals: null,
  }
}
