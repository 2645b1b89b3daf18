import { sha256 } from '../crypto/sha256.ts'
import type { Actor } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** A bearer token for a machine client of the actor's. The answer is the only place it is ever shown in. */
export const createToken =
  ({ tokens, audit, random }: Pick<Ports, 'tokens' | 'audit' | 'random'>) =>
  async (
    actor: Actor,
    { name }: { readonly name: string },
    now: Date,
  ): Promise<Result<{ id: string; token: string }>> => {
    const id = random.id()
    const token = random.secret()
    await tokens.insert({
      id,
      account: actor.id,
      name,
      hash: sha256(token),
      createdAt: now,
      lastUsedAt: null,
    })
    await audit.write({
      actor,
      action: 'token.created',
      target: `token:${id}`,
      path: [],
      at: now,
      details: { name },
    })
    return ok({ id, token })
  }
