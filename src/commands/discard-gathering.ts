import type { GatheringId } from '../domain/gathering.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Throws away what was collected and not handed in. */
export const discardGathering =
  ({
    gatherings,
    stagedFiles,
    audit,
    transact,
  }: Pick<Ports, 'gatherings' | 'stagedFiles' | 'audit' | 'transact'>) =>
  async (actor: Actor, id: GatheringId, now: Date): Promise<Result<null>> => {
    const gathering = await gatherings.find(scopeOf(actor, 'gather-essays'), id)
    if (gathering === null) return refuse(problem('not-found'))
    const files = await gatherings.files(id)
    const isRemoved = await transact(async tx => {
      if (!(await gatherings.remove(id, tx))) return false
      const { path } = gathering
      const target = `gathering:${id}`
      await audit.write({ actor, action: 'gathering.discarded', target, path, at: now }, tx)
      return true
    })
    if (!isRemoved) return refuse(problem('gathering-busy'))
    // Were this cut short, the sweeper would do it in time.
    const staged = [...files.flatMap(({ parts }) => parts), ...gathering.archives]
    for (const { fileId } of staged) await stagedFiles.remove(fileId)
    return ok(null)
  }
