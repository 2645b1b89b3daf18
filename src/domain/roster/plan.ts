import type { CadreId, Person } from '../cadre.ts'
import type { Enrolment } from '../enrolment.ts'
import { problem } from '../problems.ts'
import { isSame } from '../same.ts'
import type { UnitCode } from '../unit.ts'
import { type Entry, joinEntries, type RosterFile } from './entries.ts'
import { peopleIndex, renewed } from './identity.ts'
import type { Note } from './sheet.ts'

/** Where somebody stands in a campaign: as much of an enrolment as a roster can change. */
export type Standing = Pick<Enrolment, 'id' | 'cadre' | 'person' | 'unit' | 'path' | 'posts' | 'venue'>

/** Somebody the system knows. */
export interface Known {
  readonly cadre: CadreId
  readonly person: Person
  /** In the campaign of the import; null: not in it. */
  readonly standing: Standing | null
  /** Units he stands in or stood in, in this campaign or another. */
  readonly units: readonly UnitCode[]
  /** In the reach of whoever imports. Of others nothing is shown, copied or changed. */
  readonly isVisible: boolean
}

export type Step =
  | { readonly kind: 'create'; readonly entry: Entry; readonly known: Known | null }
  | { readonly kind: 'update' | 'move' | 'keep'; readonly entry: Entry; readonly standing: Standing }

export interface Plan {
  readonly steps: readonly Step[]
  readonly rejected: readonly Note[]
  /** What the file says and is not taken. */
  readonly warnings: readonly Note[]
  /** Cadres who stand somewhere in the file. */
  readonly present: ReadonlySet<CadreId>
}

type Changeable = Pick<Enrolment, 'person' | 'unit' | 'path' | 'posts' | 'venue'>

/**
 * What an entry makes of a standing. What the file does not say stays. Somebody who stands under another unit than
 * before has moved, unless the file also holds him where he was.
 */
export const changeStanding = ({ person, units, posts, venue }: Entry, old: Changeable): Changeable => {
  const unit = units.find(({ code }) => code === old.unit) ?? units[0]
  return {
    person: renewed(old.person, person),
    unit: unit?.code ?? old.unit,
    path: unit?.path ?? old.path,
    posts: posts.length > 0 ? posts : old.posts,
    venue: venue ?? old.venue,
  }
}

const stepFor = (entry: Entry, standing: Standing): Step => {
  const { person, unit, posts, venue } = changeStanding(entry, standing)
  const isUnchanged =
    isSame(person, standing.person) && isSame(posts, standing.posts) && venue === standing.venue
  return { kind: unit !== standing.unit ? 'move' : isUnchanged ? 'keep' : 'update', entry, standing }
}

const elsewhere = ({ rows }: Entry): readonly Note[] =>
  rows.map(({ sheet, row }) => ({ sheet, row, column: null, problem: problem('enrolled-elsewhere') }))

/** The address of the file, where he has one that he confirmed himself. */
const addressKept = (entry: Entry, { person: known, standing }: Known): readonly Note[] => {
  const { email, ownEmail } = standing?.person ?? known
  const said = entry.rows.find(({ person }) => person.email !== null && person.email !== email)
  return ownEmail === undefined || email === null || said === undefined
    ? []
    : [
        {
          sheet: said.sheet,
          row: said.row,
          column: null,
          problem: problem('own-address-kept', { email, value: said.person.email ?? '' }),
        },
      ]
}

/** A file's people against those who are known → what the import does, and to whom. */
export const planImport = function* (file: RosterFile, known: readonly Known[]): Generator<undefined, Plan> {
  const visible = peopleIndex<Known>()
  const hidden = peopleIndex<Known>()
  for (const somebody of known) {
    yield
    const index = somebody.isVisible ? visible : hidden
    index.add(somebody, somebody)
  }
  const rejected: Note[] = []
  const created: Entry[] = []
  const matched = new Map<Known, Entry>()
  for (const entry of file.entries) {
    yield
    const units = entry.units.map(({ code }) => code)
    const same = visible.find({ person: entry.person, units }) ?? hidden.findKnown(entry.person)
    const before = same && matched.get(same)
    if (same === null) created.push(entry)
    else if (!same.isVisible && same.standing !== null) rejected.push(...elsewhere(entry))
    else matched.set(same, before ? joinEntries(before, entry) : entry)
  }
  const steps: Step[] = created.map(entry => ({ kind: 'create', entry, known: null }))
  const warnings: Note[] = []
  for (const [somebody, entry] of matched) {
    yield
    if (somebody.isVisible) warnings.push(...addressKept(entry, somebody))
    steps.push(
      somebody.standing === null
        ? { kind: 'create', entry, known: somebody }
        : stepFor(entry, somebody.standing),
    )
  }
  const present = new Set([...matched.keys()].map(({ cadre }) => cadre))
  for (const person of file.rejectedPeople) {
    const same = visible.findKnown(person) ?? visible.find({ person, units: [] })
    if (same !== null) present.add(same.cadre)
  }
  return { steps, rejected, warnings, present }
}
