import type { Actor } from '../domain/permission.ts'
import type { Result } from '../domain/result.ts'
import { checkWithdrawal } from '../domain/submission.ts'
import { markWithdrawn, type NewestOf } from './mark-withdrawn.ts'

/**
 * Withdraws the newest version of a topic, until the due date that holds for this person; staff may for their people in
 * the same time.
 */
export const withdrawEssay =
  (ports: Parameters<typeof markWithdrawn>[0]) =>
  async (actor: Actor, newest: NewestOf, now: Date): Promise<Result<null>> =>
    markWithdrawn(ports)(
      actor,
      newest,
      { action: 'withdraw-essay', check: checkWithdrawal, audited: 'essay.withdrawn' },
      now,
    )
