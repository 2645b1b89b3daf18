import type { Actor } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Token } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

/** The actor's own tokens, oldest first. */
export const listTokens =
  ({ tokens }: Pick<Ports, 'tokens'>) =>
  async (actor: Actor): Promise<Result<readonly Token[]>> =>
    ok(await tokens.ofAccount(actor.id))
