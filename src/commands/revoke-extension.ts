import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

/** false: there is none in the actor's reach. */
export const takeBackExtension =
  ({ extensions, audit }: Pick<Ports, 'extensions' | 'audit'>) =>
  async (actor: Actor, campaign: CampaignCode, id: string, now: Date, tx: Tx): Promise<boolean> => {
    const extension = await extensions.remove(scopeOf(actor, 'grant-extension'), campaign, id, now, tx)
    if (extension === null) return false
    const { path, unit, enrolment, ...details } = extension
    await audit.write(
      {
        actor,
        action: 'extension.revoked',
        target: unit === null ? `enrolment:${enrolment}` : `unit:${unit}`,
        path,
        at: now,
        details,
      },
      tx,
    )
    return true
  }

/** Takes an extension back from now on. Essays that came meanwhile keep the verdict they were given. */
export const revokeExtension =
  (ports: Pick<Ports, 'extensions' | 'audit' | 'transact'>) =>
  async (actor: Actor, campaign: CampaignCode, id: string, now: Date): Promise<Result<null>> =>
    ports.transact(async tx =>
      (await takeBackExtension(ports)(actor, campaign, id, now, tx))
        ? ok(null)
        : refuse(problem('not-found')),
    )
