import { sha256 } from '../crypto/sha256.ts'
import type { Actor } from '../domain/permission.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

/** The actor behind a bearer token; null when it is unknown, revoked, or its account disabled. */
export const authenticateToken =
  ({ tokens }: Pick<Ports, 'tokens'>) =>
  async (token: string): Promise<Actor | null> => {
    const account = await tokens.accountOf(sha256(token))
    return account && actorOf(account)
  }
