import type { Person } from '../cadre.ts'
import type { UnitCode } from '../unit.ts'
import { nameKey } from '../vietnamese.ts'

/** A person in a unit, as he is told from others. */
export interface Identity {
  readonly person: Person
  readonly units: readonly UnitCode[]
}

/** Two codes of the house's own, and different: two people, whatever else they share. */
const hasOtherCode = (a: Person, b: Person): boolean =>
  a.staffCode !== null && b.staffCode !== null && a.staffCode !== b.staffCode

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/**
 * The same birth date; a year alone is weaker, and many share one: it counts where neither mail nor phone says that
 * these are two people.
 */
const isSameBirth = (a: Person, b: Person): boolean => {
  if (a.birth === null || b.birth === null) return false
  if (a.birth === b.birth && a.birth.length > 4) return true
  const isSameYear =
    a.birth.slice(0, 4) === b.birth.slice(0, 4) && (a.birth.length === 4 || b.birth.length === 4)
  return isSameYear && !differ(a.email, b.email) && !differ(a.phone, b.phone)
}

export interface People<T> {
  add(identity: Identity, value: T): void
  /**
   * Same staff code; else same mail; else same phone and name; else same name and a mail that was replaced by the own one;
   * else same name and birth date in the same unit.
   */
  find(identity: Identity): T | null
  /** By staff code or mail alone: what somebody must know of a person to mean him and nobody else. */
  findKnown(person: Person): T | null
}

const keysOf = ({ person, units }: Identity) => {
  const name = nameKey(person.name)
  return {
    code: person.staffCode === null ? [] : [`code ${person.staffCode}`],
    mail: person.email === null ? [] : [`mail ${person.email}`],
    phone: person.phone === null ? [] : [`phone ${person.phone} ${name}`],
    born: units.map(unit => `name ${unit} ${name}`),
    /** Somebody else may have the address by now: it counts with the name only. */
    former: (person.ownEmail?.former ?? []).map(mail => `former ${mail} ${name}`),
  }
}

/** By an address that he has replaced by his own. */
const asFormer = ({ email, name }: Person): readonly string[] =>
  email === null ? [] : [`former ${email} ${nameKey(name)}`]

/** People by what tells them apart. Of several who share it, the first added is found. */
export const peopleIndex = <T>(): People<T> => {
  const index = new Map<string, { readonly person: Person; readonly value: T }[]>()
  const put = (key: string, entry: { readonly person: Person; readonly value: T }): void => {
    const list = index.get(key)
    if (list === undefined) index.set(key, [entry])
    else list.push(entry)
  }
  const first = (keys: readonly string[], fits: (other: Person) => boolean): T | null => {
    for (const key of keys)
      for (const { person, value } of index.get(key) ?? []) if (fits(person)) return value
    return null
  }
  const known = (person: Person, { code, mail }: ReturnType<typeof keysOf>): T | null =>
    first(code, () => true) ?? first(mail, other => !hasOtherCode(person, other))

  return {
    add(identity, value) {
      const entry = { person: identity.person, value }
      for (const key of Object.values(keysOf(identity)).flat()) put(key, entry)
    },
    find(identity) {
      const { person } = identity
      const keys = keysOf(identity)
      return (
        known(person, keys) ??
        first(keys.phone, other => !hasOtherCode(person, other)) ??
        first(asFormer(person), other => !hasOtherCode(person, other)) ??
        first(keys.born, other => !hasOtherCode(person, other) && isSameBirth(person, other))
      )
    },
    findKnown(person) {
      return known(person, keysOf({ person, units: [] }))
    },
  }
}

/**
 * What a newer word says of somebody: it replaces what it mentions, but a full birth date outlives a year, and the mail
 * address that he proved to be his own outlives all others.
 */
export const renewed = (old: Person, said: Person): Person => ({
  name: said.name,
  birth:
    said.birth === null || (said.birth.length === 4 && old.birth?.startsWith(said.birth))
      ? old.birth
      : said.birth,
  gender: said.gender ?? old.gender,
  staffCode: said.staffCode ?? old.staffCode,
  email: old.ownEmail === undefined ? (said.email ?? old.email) : old.email,
  phone: said.phone ?? old.phone,
  ...(old.ownEmail === undefined ? {} : { ownEmail: old.ownEmail }),
})
