import type { Person } from '../cadre.ts'
import { problem } from '../problems.ts'
import type { Unit } from '../unit.ts'
import { fold } from '../vietnamese.ts'
import { peopleIndex, renewed } from './identity.ts'
import type { Line, Note, RosterRow } from './sheet.ts'

/** One person of a file: all the rows that are he, with all his posts. */
export interface Entry {
  readonly person: Person
  /** In the order of the rows; he is enrolled in the first. */
  readonly units: readonly Unit[]
  readonly posts: readonly string[]
  readonly venue: string | null
  readonly rows: readonly RosterRow[]
}

export interface RosterFile {
  readonly entries: readonly Entry[]
  readonly rejected: readonly Note[]
  readonly warnings: readonly Note[]
  /** Who stands in a rejected row. He is not absent. */
  readonly rejectedPeople: readonly Person[]
}

const both = (texts: readonly string[], more: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return [...texts, ...more].filter(text => !seen.has(fold(text)) && seen.add(fold(text)))
}

/** What the first says holds; the second fills in what it does not say. */
export const joinEntries = (first: Entry, second: Entry): Entry => ({
  person: renewed(second.person, first.person),
  units: [...new Set([...first.units, ...second.units])],
  posts: both(first.posts, second.posts),
  venue: first.venue ?? second.venue,
  rows: [...first.rows, ...second.rows],
})

const joinedByMail = (row: RosterRow, entry: Entry): Note[] =>
  row.person.email !== null &&
  row.person.email === entry.person.email &&
  fold(row.person.name) !== fold(entry.person.name)
    ? [
        {
          sheet: row.sheet,
          row: row.row,
          column: null,
          problem: problem('joined-by-email', { name: entry.person.name, email: row.person.email }),
        },
      ]
    : []

/**
 * The lines of a file → its people. Where neither a row nor its section nor its sheet names a unit, the unit of the
 * import is meant, if it has none below it or the file names none anywhere; else nobody can tell which.
 */
export const gatherEntries = function* (
  lines: readonly Line[],
  unit: Unit,
  isLeaf: boolean,
): Generator<undefined, RosterFile> {
  const namesUnits = lines.some(line =>
    line.kind === 'person' ? line.row.unit !== null : line.note.problem.code === 'unit-not-known',
  )
  const entries: Entry[] = []
  const index = peopleIndex<number>()
  const rejected: Note[] = []
  const warnings: Note[] = []
  const rejectedPeople: Person[] = []
  for (const line of lines) {
    yield
    if (line.kind === 'rejected') {
      rejected.push(line.note)
      if (line.person !== null) rejectedPeople.push(line.person)
      continue
    }
    const { row } = line
    const own = row.unit ?? (isLeaf || !namesUnits ? unit : null)
    if (own === null) {
      rejected.push({ sheet: row.sheet, row: row.row, column: null, problem: problem('row-without-unit') })
      rejectedPeople.push(row.person)
      continue
    }
    warnings.push(...line.warnings)
    const entry = { person: row.person, units: [own], posts: row.posts, venue: row.venue, rows: [row] }
    const identity = { person: row.person, units: [own.code] }
    const at = index.find(identity)
    const same = at === null ? undefined : entries[at]
    if (at === null || same === undefined) {
      index.add(identity, entries.length)
      entries.push(entry)
    } else {
      warnings.push(...joinedByMail(row, same))
      const joined = joinEntries(same, entry)
      entries[at] = joined
      index.add({ person: joined.person, units: [own.code] }, at)
    }
  }
  return { entries, rejected, warnings, rejectedPeople }
}
