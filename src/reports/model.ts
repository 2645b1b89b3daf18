/**
 * The document every format is made from. A table knows what its columns hold, never how a format draws it; dates
 * are moments, which formats show in Asia/Ho_Chi_Minh.
 */
export interface ReportDocument {
  readonly title: string
  /** Below the title: unit, campaign, cut-off. */
  readonly lines: readonly string[]
  readonly cutoff: Date
  readonly tables: readonly Table[]
}

export interface Table {
  readonly title: string
  /** How to read it, in one sentence; null where it needs none. */
  readonly note: string | null
  readonly columns: readonly Column[]
  /** Can be read more than once. */
  readonly rows: Iterable<Row>
  /** The last line; null where nothing can be added up. */
  readonly totals: Row | null
}

export interface Column {
  readonly key: string
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly type: 'text' | 'integer' | 'percent' | 'date'
}

/** By the column's key; a column that is not there is empty. */
export type Row = Readonly<Record<string, Cell>>

export type Cell = string | number | Date | MarkedDate | null

/** A date with a word behind it, as in `20/12/2018 (muộn)`: still a date to sort and filter by. */
export interface MarkedDate {
  readonly date: Date
  readonly mark: string
}
