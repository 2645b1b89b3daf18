import type { EnrolmentId } from '../enrolment.ts'
import { fold } from '../vietnamese.ts'

/** Somebody whose essay may be among those that were collected. */
export interface Somebody {
  readonly id: EnrolmentId
  readonly name: string
  readonly unit: string
  readonly staffCode: string | null
  /** What his slip calls him, e.g. `CB-7K3M-9QWX`. */
  readonly reference: string
}

/** The people of a unit by what a file's name may call them. Their numbers are those of the unit's list, by name. */
export interface RosterIndex {
  readonly people: readonly Somebody[]
  /** By the whole name, folded, in one word. */
  readonly names: ReadonlyMap<string, readonly Somebody[]>
  /** By its last two syllables. */
  readonly endings: ReadonlyMap<string, readonly Somebody[]>
  /** By the staff code, letters and digits only. */
  readonly codes: ReadonlyMap<string, readonly Somebody[]>
  /** By the reference, as it is written. */
  readonly references: ReadonlyMap<string, readonly Somebody[]>
}

export const joined = (text: string): string => fold(text).replaceAll(/[^a-z0-9]/g, '')

const by = (
  people: readonly Somebody[],
  keyOf: (somebody: Somebody) => string | null,
): ReadonlyMap<string, readonly Somebody[]> => {
  const index = new Map<string, Somebody[]>()
  for (const somebody of people) {
    const key = keyOf(somebody)
    if (key === null || key === '') continue
    const same = index.get(key)
    if (same === undefined) index.set(key, [somebody])
    else same.push(somebody)
  }
  return index
}

/** Short codes of digits alone are as likely a number in a list. */
const codeKey = ({ staffCode }: Somebody): string | null => {
  const key = joined(staffCode ?? '')
  return key.length >= (/^\d+$/.test(key) ? 5 : 3) && /\d/.test(key) ? key : null
}

const endingKey = ({ name }: Somebody): string | null => {
  const syllables = name.split(' ')
  return syllables.length > 2 ? joined(syllables.slice(-2).join('')) : null
}

/** `people` in the order of the unit's list. */
export const indexRoster = (people: readonly Somebody[]): RosterIndex => ({
  people,
  names: by(people, ({ name }) => joined(name)),
  endings: by(people, endingKey),
  codes: by(people, codeKey),
  references: by(people, ({ reference }) => reference),
})
