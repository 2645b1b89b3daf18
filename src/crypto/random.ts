import { randomBytes, randomInt } from 'node:crypto'
import { ObjectId } from 'mongodb'
import type { Random } from '../ports/platform.ts'

/** Without 0 O 1 I L U: read over the phone and copied by hand. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const letters = (count: number): string =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('')

export const random: Random = {
  id: () => new ObjectId().toHexString(),
  password: () => `${letters(4)}-${letters(4)}-${letters(4)}`,
  receipt: () => `TH-${letters(4)}-${letters(4)}-${letters(4)}`,
  slip: () => `${letters(4)}-${letters(4)}-${letters(4)}-${letters(4)}`,
  secret: () => randomBytes(32).toString('base64url'),
}
