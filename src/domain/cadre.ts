export type CadreId = string

/** A full date `YYYY-MM-DD`, or a year `YYYY` when the roster gives no more. */
export type Birth = string

export interface OwnEmail {
  /** Those that he had before: rosters go on naming him by them. */
  readonly former: readonly string[]
}

/** What a roster says of a person. */
export interface Person {
  /** NFC, as typed otherwise. */
  readonly name: string
  readonly birth: Birth | null
  readonly gender: 'male' | 'female' | null
  readonly staffCode: string | null
  /** Lower case. */
  readonly email: string | null
  /** There where he changed `email` himself and proved that it is his: no roster replaces it. */
  readonly ownEmail?: OwnEmail
  /** Digits with the leading 0. */
  readonly phone: string | null
}

export interface Cadre extends Person {
  readonly id: CadreId
}
