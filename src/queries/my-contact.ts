import type { Cadre } from '../domain/cadre.ts'
import { type Actor, ownCadre } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** What the rosters say of the person who asks. */
export const getMyContact =
  ({ cadres }: Pick<Ports, 'cadres'>) =>
  async (actor: Actor): Promise<Result<Cadre>> => {
    const id = ownCadre(actor, 'change-contact')
    const cadre = id === null ? null : await cadres.find(id)
    return cadre === null ? refuse(problem('not-found')) : ok(cadre)
  }
