import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { mayStopWave, type Wave } from '../domain/wave.ts'
import type { Ports } from '../ports/index.ts'

/** A wave that the actor sees and may stop: one that reaches beyond his units he only sees. */
export const findOwnWave =
  ({ waves }: Pick<Ports, 'waves'>) =>
  async (actor: Actor, campaign: CampaignCode, id: string): Promise<Result<Wave>> => {
    const [seen] = await waves.seen(scopeOf(actor, 'send-reminder'), campaign, { id })
    if (seen === undefined) return refuse(problem('not-found'))
    return mayStopWave(actor, seen.wave) ? ok(seen.wave) : refuse(problem('wave-reaches-beyond'))
  }

/**
 * Stops a wave: no mail of it is begun from then on, whoever is sending. The mark in the wave is the only truth, and
 * every send looks at it last. Stopping twice is no error.
 */
export const stopWave =
  ({ waves, audit, transact }: Pick<Ports, 'waves' | 'audit' | 'transact'>) =>
  async (actor: Actor, campaign: CampaignCode, id: string, now: Date): Promise<Result<null>> => {
    const found = await findOwnWave({ waves })(actor, campaign, id)
    if (!found.ok) return found
    const { path } = found.value
    const stopped = { at: now, by: { id: actor.id, name: actor.name } }
    await transact(async tx => {
      if (!(await waves.stop(id, stopped, tx))) return
      await audit.write({ actor, action: 'reminder-wave.stopped', target: `wave:${id}`, path, at: now }, tx)
    })
    return ok(null)
  }
