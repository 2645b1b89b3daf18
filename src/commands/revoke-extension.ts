import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Takes an extension back from now on. Essays that came meanwhile keep the verdict they were given. */
export const revokeExtension =
  ({ extensions, audit, transact }: Pick<Ports, 'extensions' | 'audit' | 'transact'>) =>
  async (actor: Actor, campaign: CampaignCode, id: string, now: Date): Promise<Result<null>> =>
    transact(async tx => {
      const extension = await extensions.remove(scopeOf(actor, 'grant-extension'), campaign, id, now, tx)
      if (extension === null) return refuse(problem('not-found'))
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
      return ok(null)
    })
