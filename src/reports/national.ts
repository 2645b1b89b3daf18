import { addTotals } from '../domain/count.ts'
import { type Totals, totalsOf } from '../domain/progress.ts'
import { rankByShare } from '../domain/ranking.ts'
import type { UnitCode } from '../domain/unit.ts'
import { GROUP_NAMES, groupOf, UNIT_GROUPS } from '../domain/unit-group.ts'
import { type Branch, unitColumns } from './by-unit.ts'
import type { Column, Table } from './model.ts'

/** What is counted, without number and name. */
const counted = unitColumns.filter(({ type, key }) => type !== 'text' && key !== 'number')

const groupColumn = (width: number): Column => ({ key: 'group', title: 'Khối', width, type: 'text' })

/** The units directly under the Confederation beside each other, in the nation and among their like. */
export const rankingTable = (root: UnitCode, branches: readonly Branch[], totals: Totals): Table => {
  const units = branches.filter(({ code }) => code !== root)
  const own = branches.filter(({ code }) => code === root)
  const inGroup = new Map(
    UNIT_GROUPS.flatMap(group =>
      rankByShare(
        units.filter(unit => groupOf(unit) === group),
        unit => unit.totals,
      ).map(({ rank, item }) => [item.code, rank] as const),
    ),
  )
  const ranked = [...rankByShare(units, unit => unit.totals), ...own.map(item => ({ rank: null, item }))]
  return {
    title: 'Xếp hạng',
    appendix: { number: 'II', title: 'Xếp hạng kết quả nộp bài thu hoạch' },
    isLandscape: true,
    note: 'Xếp theo tỷ lệ bài đã nộp trên bài phải nộp, so sánh chính xác, không làm tròn; bằng nhau thì đồng hạng và hạng kế tiếp để trống. Đơn vị không phải nộp bài thì không xếp hạng.',
    columns: [
      { key: 'rank', title: 'Hạng', width: 8, type: 'integer' },
      { key: 'rankInGroup', title: 'Hạng trong khối', width: 10, type: 'integer' },
      { key: 'unit', title: 'Đơn vị', width: 40, type: 'text' },
      groupColumn(28),
      ...counted,
    ],
    rows: ranked.map(({ rank, item }) => ({
      rank,
      rankInGroup: inGroup.get(item.code) ?? null,
      unit: item.name,
      group: item.code === root ? null : GROUP_NAMES[groupOf(item)],
      ...item.totals,
      percent: item.totals.expected === 0 ? null : item.totals.percent,
    })),
    totals: { rank: null, unit: 'Cộng', ...totals },
  }
}

const isDone = ({ totals: { expected, missing } }: Branch): boolean => expected > 0 && missing === 0

/** `units` are those of the members that are counted as such. */
const groupLine = (group: string, members: readonly Branch[], units = members) => ({
  group,
  units: units.length,
  done: units.filter(isDone).length,
  ...members.map(member => member.totals).reduce(addTotals, totalsOf([])),
})

/** Provinces, sector unions and corporation unions, each as one; a line for the Confederation's own people, if there are any. */
export const groupsTable = (root: UnitCode, branches: readonly Branch[], totals: Totals): Table => {
  const units = branches.filter(({ code }) => code !== root)
  const lines = [
    ...UNIT_GROUPS.map(group =>
      groupLine(
        GROUP_NAMES[group],
        units.filter(unit => groupOf(unit) === group),
      ),
    ).filter(group => group.units > 0),
    ...branches.filter(({ code }) => code === root).map(own => groupLine(own.name, [own], [])),
  ]
  return {
    title: 'Theo khối',
    note: 'Đơn vị nộp đủ là đơn vị có bài phải nộp và không còn thiếu bài nào.',
    columns: [
      { key: 'number', title: 'STT', width: 6, type: 'integer', keep: 4 },
      groupColumn(44),
      { key: 'units', title: 'Số đơn vị', width: 10, type: 'integer', total: 'sum' },
      { key: 'done', title: 'Đơn vị nộp đủ', width: 12, type: 'integer', total: 'sum' },
      ...counted,
    ],
    rows: lines.map((row, index) => ({ number: index + 1, ...row })),
    totals: {
      number: null,
      group: 'Cộng',
      units: lines.reduce((sum, row) => sum + row.units, 0),
      done: lines.reduce((sum, row) => sum + row.done, 0),
      ...totals,
    },
  }
}

/** For the body of the paper: what matters of it. */
export const groupsInShort = (table: Table): Table => {
  const shown = new Set(['number', 'group', 'units', 'expected', 'submitted', 'missing', 'percent'])
  return {
    ...table,
    title: 'Kết quả theo khối',
    note: null,
    columns: table.columns.filter(({ key }) => shown.has(key)),
  }
}
