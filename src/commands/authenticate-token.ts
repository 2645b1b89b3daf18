import { sha256 } from '../crypto/sha256.ts'
import type { Actor } from '../domain/permission.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

/** A machine asks often: its token's last use is kept to the hour. */
const HOUR = 60 * 60 * 1000

/** The actor behind a bearer token; null when it is unknown, revoked, or its account disabled. */
export const authenticateToken =
  ({ tokens }: Pick<Ports, 'tokens'>) =>
  async (secret: string, now: Date): Promise<Actor | null> => {
    const found = await tokens.byHash(sha256(secret))
    if (found === null) return null
    const { token, account } = found
    if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() >= HOUR)
      await tokens.markUsed(token.id, now)
    return actorOf(account)
  }
