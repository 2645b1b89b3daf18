import { personCells, personColumns } from './by-person.ts'
import type { Entry } from './entries.ts'
import type { Table } from './model.ts'
import { rowsOf } from './rows.ts'

/** Those who need not write, and why. */
export const exemptTable = (entries: readonly Entry[]): Table => ({
  title: 'Miễn viết',
  appendix: { number: 'IV', title: 'Danh sách cán bộ được miễn viết bài thu hoạch' },
  note: null,
  columns: [...personColumns, { key: 'reason', title: 'Lý do miễn', width: 40, type: 'text' }],
  rows: rowsOf(
    entries.filter(entry => entry.standing.exemptFor !== null),
    (entry, index) => ({ ...personCells(entry, index), reason: entry.standing.exemptFor }),
  ),
  totals: null,
})
