import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Of the actor's own; somebody else's does not exist for him. */
export const revokeToken =
  ({ tokens, audit }: Pick<Ports, 'tokens' | 'audit'>) =>
  async (actor: Actor, id: string, now: Date): Promise<Result<null>> => {
    if (!(await tokens.revoke(actor.id, id))) return refuse(problem('not-found'))
    await audit.write({ actor, action: 'token.revoked', target: `token:${id}`, path: [], at: now })
    return ok(null)
  }
