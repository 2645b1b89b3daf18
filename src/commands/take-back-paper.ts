import type { EnrolmentId } from '../domain/enrolment.ts'
import type { Actor } from '../domain/permission.ts'
import type { Result } from '../domain/result.ts'
import { checkTakingBack } from '../domain/submission.ts'
import { markWithdrawn, type NewestOf } from './mark-withdrawn.ts'

/**
 * Takes back a paper that was written down by mistake: of somebody else, or about another topic. Unlike an essay that is
 * withdrawn, whoever keeps the papers may until the campaign closes, and says why. Its receipt stays, and says so.
 */
export const takeBackPaper =
  (ports: Parameters<typeof markWithdrawn>[0]) =>
  async (
    actor: Actor,
    { reason, ...newest }: NewestOf & { readonly enrolment: EnrolmentId; readonly reason: string },
    now: Date,
  ): Promise<Result<null>> =>
    markWithdrawn(ports)(
      actor,
      newest,
      {
        action: 'take-back-paper',
        check: checkTakingBack,
        audited: 'essay.paper-taken-back',
        details: { reason },
      },
      now,
    )
