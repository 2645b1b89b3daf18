import type { Report } from '../domain/report.ts'
import type { Unit } from '../domain/unit.ts'
import type { Row, Table } from './model.ts'

export interface BundledReport {
  readonly unit: Pick<Unit, 'code' | 'name'>
  /** null: there is none to be taken. */
  readonly report: Report | null
}

/** What lies in a ZIP of reports, and whose does not. `entryOf` names a file's place in it. */
export const bundleTable = (
  bundled: readonly BundledReport[],
  entryOf: (unit: BundledReport['unit'], file: string) => string,
): Table => ({
  title: 'Danh mục',
  note: null,
  columns: [
    { key: 'unit', title: 'Đơn vị', width: 44, type: 'text' },
    { key: 'cutoff', title: 'Số liệu đến ngày', width: 16, type: 'date' },
    { key: 'entry', title: 'Tệp', width: 80, type: 'text' },
    { key: 'size', title: 'Dung lượng', width: 12, type: 'integer' },
    { key: 'sha256', title: 'SHA-256', width: 66, type: 'text' },
    { key: 'note', title: 'Ghi chú', width: 30, type: 'text' },
  ],
  rows: bundled.flatMap(({ unit, report }): readonly Row[] =>
    report === null
      ? [{ unit: unit.name, note: 'Chưa có báo cáo' }]
      : report.files.map(({ name, size, sha256 }) => ({
          unit: unit.name,
          cutoff: report.cutoff,
          entry: entryOf(unit, name),
          size,
          sha256,
        })),
  ),
  totals: null,
})
