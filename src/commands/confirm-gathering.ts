import { checkOpen, type Gathered, type GatheringId, isReady } from '../domain/gathering.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { sealOf } from '../queries/gathering-seal.ts'

/** Has the essays handed in, by a worker: exactly those, for those people and topics, that the seal was shown with. */
export const confirmGathering =
  ({ gatherings, audit, transact, queue }: Pick<Ports, 'gatherings' | 'audit' | 'transact' | 'queue'>) =>
  async (actor: Actor, id: GatheringId, seal: string, now: Date): Promise<Result<null>> => {
    const gathering = await gatherings.find(scopeOf(actor, 'gather-essays'), id)
    if (gathering === null) return refuse(problem('not-found'))
    const [closed] = checkOpen(gathering, now)
    if (closed !== undefined) return refuse(closed)
    if (gathering.state !== 'open') return refuse(problem('gathering-busy'))
    const ready: readonly Gathered[] = (await gatherings.files(id)).filter(isReady)
    if (ready.length === 0) return refuse(problem('nothing-to-hand-in'))
    if (sealOf(ready) !== seal) return refuse(problem('gathering-changed'))
    const isConfirmed = await transact(async tx => {
      if (!(await gatherings.confirm(id, actor.id, now, tx))) return false
      const { path, campaign } = gathering
      const details = { campaign, files: ready.length }
      const target = `gathering:${id}`
      await audit.write({ actor, action: 'gathering.confirmed', target, path, at: now, details }, tx)
      return true
    })
    if (!isConfirmed) return refuse(problem('gathering-busy'))
    await queue.enqueue('work-gathering', { gathering: id })
    return ok(null)
  }
