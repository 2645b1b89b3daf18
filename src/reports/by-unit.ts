import { totalsOf } from '../domain/progress.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Entry } from './entries.ts'
import type { Row, Table } from './model.ts'
import type { ReportUnit } from './units.ts'

const line = (number: number | null, unit: string, entries: readonly Entry[]): Row => ({
  number,
  unit,
  ...totalsOf(entries.map(entry => entry.standing.tally)),
})

const byBranch = (entries: readonly Entry[]): ReadonlyMap<UnitCode, readonly Entry[]> => {
  const branches = new Map<UnitCode, Entry[]>()
  for (const entry of entries) {
    const branch = branches.get(entry.unit.branch)
    if (branch === undefined) branches.set(entry.unit.branch, [entry])
    else branch.push(entry)
  }
  return branches
}

/**
 * One line for the people directly in the unit, if there are any, and one for each unit directly below it, but for
 * those that did not exist and have nobody.
 */
export const unitsTable = (root: UnitCode, units: Iterable<ReportUnit>, entries: readonly Entry[]): Table => {
  const branches = byBranch(entries)
  const isShown = ({ code, branch, exists }: ReportUnit): boolean =>
    branch === code && (branches.has(code) || (code !== root && exists))
  const lines = [...units].filter(isShown)
  return {
    title: 'Theo đơn vị',
    note: 'Cột “Tổng số” và “Miễn” tính theo người; các cột sau tính theo bài thu hoạch.',
    columns: [
      { key: 'number', title: 'STT', width: 6, type: 'integer' },
      { key: 'unit', title: 'Đơn vị', width: 44, type: 'text' },
      { key: 'people', title: 'Tổng số', width: 10, type: 'integer' },
      { key: 'exempt', title: 'Miễn', width: 10, type: 'integer' },
      { key: 'expected', title: 'Phải nộp', width: 10, type: 'integer' },
      { key: 'submitted', title: 'Đã nộp', width: 10, type: 'integer' },
      { key: 'onTime', title: 'Đúng hạn', width: 10, type: 'integer' },
      { key: 'late', title: 'Nộp muộn', width: 10, type: 'integer' },
      { key: 'missing', title: 'Chưa nộp', width: 10, type: 'integer' },
      { key: 'percent', title: 'Tỷ lệ %', width: 10, type: 'percent' },
    ],
    rows: lines.map(({ code, label }, index) =>
      line(index + 1, code === root ? `${label} (trực thuộc)` : label, branches.get(code) ?? []),
    ),
    totals: line(null, 'Cộng', entries),
  }
}
