import { type Totals, totalsOf } from '../domain/progress.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Entry } from './entries.ts'
import type { Column, Row, Table } from './model.ts'
import type { ReportUnit } from './units.ts'

/** What one line of the tables by unit is about. */
export interface Branch {
  readonly code: UnitCode
  readonly name: string
  readonly totals: Totals
}

export const totalsOfEntries = (entries: readonly Entry[]): Totals =>
  totalsOf(entries.map(entry => entry.standing.tally))

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
 * One for the people directly in the unit, if there are any, and one for each unit directly below it, but for those
 * that did not exist and have nobody.
 */
export const branchesOf = (
  root: UnitCode,
  units: Iterable<ReportUnit>,
  entries: readonly Entry[],
): readonly Branch[] => {
  const branches = byBranch(entries)
  const isShown = ({ code, branch, exists }: ReportUnit): boolean =>
    branch === code && (branches.has(code) || (code !== root && exists))
  return [...units].filter(isShown).map(({ code, label }) => ({
    code,
    name: code === root ? `${label} (trực thuộc)` : label,
    totals: totalsOfEntries(branches.get(code) ?? []),
  }))
}

const line = (number: number | null, unit: string, totals: Totals): Row => ({ number, unit, ...totals })

export const unitColumns: readonly Column[] = [
  { key: 'number', title: 'STT', width: 6, type: 'integer', keep: 4 },
  { key: 'unit', title: 'Đơn vị', width: 44, type: 'text' },
  { key: 'people', title: 'Tổng số', width: 10, type: 'integer', total: 'sum' },
  { key: 'exempt', title: 'Miễn', width: 10, type: 'integer', total: 'sum' },
  { key: 'expected', title: 'Phải nộp', width: 10, type: 'integer', total: 'sum' },
  { key: 'submitted', title: 'Đã nộp', width: 10, type: 'integer', total: 'sum' },
  { key: 'onTime', title: 'Đúng hạn', width: 10, type: 'integer', total: 'sum' },
  { key: 'late', title: 'Nộp muộn', width: 10, type: 'integer', total: 'sum' },
  { key: 'missing', title: 'Chưa nộp', width: 10, type: 'integer', total: 'sum', alarm: 'above-zero' },
  {
    key: 'percent',
    title: 'Tỷ lệ %',
    width: 10,
    type: 'percent',
    total: { part: 'submitted', whole: 'expected' },
  },
]

export const unitsTable = (branches: readonly Branch[], totals: Totals): Table => ({
  title: 'Theo đơn vị',
  appendix: { number: 'I', title: 'Kết quả nộp bài thu hoạch theo đơn vị' },
  note: 'Cột “Tổng số” và “Miễn” tính theo người; các cột sau tính theo bài thu hoạch.',
  columns: unitColumns,
  rows: branches.map((branch, index) => line(index + 1, branch.name, branch.totals)),
  totals: line(null, 'Cộng', totals),
})

/** Rows the paper's own table has at most; beyond it stand those who owe most. */
const MOST_ROWS = 20
const BEHIND_ROWS = 10
const SHORT = new Set(['number', 'unit', 'expected', 'submitted', 'missing', 'percent'])

/** For the body of the paper: what matters of the table by unit, of those that owe something. */
export const unitsInShort = (branches: readonly Branch[], totals: Totals): Table => {
  const owing = branches.filter(branch => branch.totals.expected > 0)
  const isLong = owing.length > MOST_ROWS
  const shown = isLong
    ? [...owing].sort((a, b) => b.totals.missing - a.totals.missing).slice(0, BEHIND_ROWS)
    : owing
  return {
    title: 'Kết quả theo đơn vị',
    note: isLong ? `${BEHIND_ROWS} đơn vị còn thiếu nhiều bài nhất; tất cả đơn vị ở Phụ lục I.` : null,
    columns: unitColumns.filter(({ key }) => SHORT.has(key)),
    rows: shown.map((branch, index) => line(index + 1, branch.name, branch.totals)),
    totals: line(null, isLong ? 'Cộng tất cả đơn vị' : 'Cộng', totals),
  }
}
