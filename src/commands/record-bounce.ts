import { gravest, verdictOf } from '../domain/bounce.ts'
import type { BounceReport } from '../ports/bounces.ts'
import type { Ports } from '../ports/index.ts'

/** `unknown`: about no mail of ours; `unchanged`: it was known, or says nothing bad. */
export const BOUNCE_OUTCOMES = ['bounced', 'delayed', 'unchanged', 'unknown'] as const
export type BounceOutcome = (typeof BOUNCE_OUTCOMES)[number]

/** Notes at the notice what became of its mail. However often it is told, it is noted once. */
export const recordBounce =
  ({ notices }: Pick<Ports, 'notices'>) =>
  async ({ mails, bounces }: BounceReport): Promise<BounceOutcome> => {
    const id = await notices.firstKnown(mails)
    const worst = gravest(bounces)
    if (id === null || worst === null) return 'unknown'
    const verdict = verdictOf(worst)
    if (verdict === 'arrived') return 'unchanged'
    const detail = [worst.status, worst.reason].filter(Boolean).join(' ')
    return (await notices.noteBounce(id, verdict, detail)) ? verdict : 'unchanged'
  }
