import { type Problem, problem } from '../domain/problems.ts'

/** Of a table that is read. There may be some more rows than people: titles, heads, sections, signatures. */
export const MAX_ROWS = 51_000
export const MAX_COLUMNS = 60
export const MAX_CELL = 2000
export const MAX_STRINGS = 1_000_000
/** Cells that merged areas may fill, over a sheet. */
export const MAX_FILLED = 1_000_000

export const tooManyRows = problem('roster-too-large', { limit: '50.000 dòng' })
export const inflatesTooMuch = problem('roster-too-large', { limit: '100 MB sau khi giải nén' })
export const notReadable = (reason: string) => problem('roster-not-readable', { reason })

/** Ends the reading of a file from deep inside its streams; `refusalIn` finds it again. */
export const stop = (refusal: Problem): Error => Object.assign(new Error(refusal.code), { refusal })

export const refusalIn = (error: unknown): Problem | null =>
  error instanceof Error && 'refusal' in error ? (error.refusal as Problem) : null
