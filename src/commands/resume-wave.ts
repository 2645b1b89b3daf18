import type { CampaignCode } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { sendWhatIsDue } from './call-senders.ts'
import { findOwnWave } from './stop-wave.ts'

type Needed = Pick<Ports, 'waves' | 'notices' | 'breakers' | 'audit' | 'transact' | 'queue'>

/** Lets a stopped wave go on where it was. Who handed in meanwhile is passed over, as ever. */
export const resumeWave =
  (ports: Needed) =>
  async (actor: Actor, campaign: CampaignCode, id: string, now: Date): Promise<Result<null>> => {
    const { waves, audit, transact, queue } = ports
    const found = await findOwnWave({ waves })(actor, campaign, id)
    if (!found.ok) return found
    const { path, planned } = found.value
    const isFirst = await transact(async tx => {
      if (!(await waves.resume(id, tx))) return false
      await audit.write({ actor, action: 'reminder-wave.resumed', target: `wave:${id}`, path, at: now }, tx)
      return true
    })
    if (!isFirst) return ok(null)
    if (!planned) await queue.enqueue('plan-wave', { wave: id })
    await sendWhatIsDue(ports)(now, `${id}-${now.getTime()}`)
    return ok(null)
  }
