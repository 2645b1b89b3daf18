import type { PaperRules } from './paper-rules.ts'

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

/** With the paper that an office signs; some of the tables are its appendices. */
export interface SignedDocument extends ReportDocument {
  readonly paper: Paper
}

export interface Table {
  readonly title: string
  /** Absent: it is no appendix of a paper. */
  readonly appendix?: Appendix
  /** Too wide for a page that stands. */
  readonly isLandscape?: boolean
  /** How to read it, in one sentence; null where it needs none. */
  readonly note: string | null
  readonly columns: readonly Column[]
  /** Can be read more than once. */
  readonly rows: Iterable<Row>
  /** The last line; null where nothing can be added up. */
  readonly totals: Row | null
}

/** Which of a paper's appendices a table is, `I`, `II`, …, and what it is called there in full. */
export interface Appendix {
  readonly number: string
  readonly title: string
}

export interface Column {
  readonly key: string
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly type: 'text' | 'integer' | 'percent' | 'date'
  /** Characters that a page is to hold on one line, if it can. */
  readonly keep?: number
  /** How the last line comes from the rows above it: their sum, or one sum as a percentage of another. */
  readonly total?: 'sum' | { readonly part: string; readonly whole: string }
  /** Which cells say that something is missing: numbers above zero, or these texts. */
  readonly alarm?: 'above-zero' | readonly string[]
}

/** By the column's key; a column that is not there is empty. */
export type Row = Readonly<Record<string, Cell>>

export type Cell = string | number | Date | MarkedDate | null

/** A date with a word behind it, as in `20/12/2018 (muộn)`: still a date to sort and filter by. */
export interface MarkedDate {
  readonly date: Date
  readonly mark: string
}

/** What came on the days of a campaign, each day of the span once. */
export interface DaysChart {
  readonly title: string
  readonly onTimeLabel: string
  readonly lateLabel: string
  readonly dueLabel: string
  /** `isDue`: the due date falls on it. `label` is empty where a label would crowd its neighbours. */
  readonly days: readonly {
    readonly label: string
    readonly onTime: number
    readonly late: number
    readonly isDue: boolean
  }[]
}

export type Block =
  | { readonly kind: 'basis'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** The last words: never on another page than the signature. */
  | { readonly kind: 'closing'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: DaysChart }
  /** Left for the writer: only where the paper can still be written in, heading included. */
  | { readonly kind: 'open'; readonly heading: string; readonly prompt: string }

/** The administrative paper: text as it is to stand there, capitals included. */
export interface Paper {
  readonly rules: PaperRules
  readonly parentBody: string | null
  readonly issuingBody: string
  readonly number: string
  readonly placeAndDate: string
  readonly title: string
  readonly summary: string
  readonly addressees: readonly string[]
  readonly blocks: readonly Block[]
  readonly titles: readonly string[]
  readonly signer: string | null
  /** With their dashes and signs. */
  readonly recipients: readonly string[]
  /** Beneath the title of every appendix. */
  readonly attachedTo: string
}
