import type { Readable } from 'node:stream'
import type { Result } from '../domain/result.ts'
import type { Sheet } from '../domain/roster/cells.ts'
import type { Unit } from '../domain/unit.ts'

export interface TableFile {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * XLSX or CSV → its visible sheets. Refuses what is damaged (`roster-not-readable`) and what is larger, inflated or
 * longer than its limits (`roster-too-large`). Lets others work in between.
 */
export interface TableReader {
  read(file: TableFile): Promise<Result<readonly Sheet[]>>
}

/** Writes the workbook that offices fill in. */
export interface RosterTemplate {
  write(units: readonly Unit[]): Promise<Buffer>
}

/** Writes a table as CSV that offices open, batch by batch as the rows come. */
export interface CsvWriter {
  write(header: readonly string[], batches: AsyncIterable<readonly (readonly string[])[]>): Readable
}
