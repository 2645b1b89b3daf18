import { hash, verify } from '@node-rs/argon2'
import type { Passwords } from '../ports/platform.ts'

/** argon2id as OWASP advises: 19 MiB, two passes. NFC first, or the same password typed on a Mac is another one. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Some hash to spend the same time on when there is none. */
let decoy: Promise<string> | undefined

export const passwords: Passwords = {
  async hash(password) {
    return hash(password.normalize('NFC'), OPTIONS)
  },
  async verify(password, stored) {
    decoy ??= hash('', OPTIONS)
    const matches = await verify(stored ?? (await decoy), password.normalize('NFC'))
    return stored !== null && matches
  },
}
