import type { Campaign } from '../domain/campaign.ts'
import { dueIn } from '../domain/roster/outcome.ts'
import type { Known, Plan, Step } from '../domain/roster/plan.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import { enrolBatch } from './enrol-batch.ts'

/** People a transaction. */
const BATCH = 500

export interface Planned {
  readonly plan: Plan
  /** What it was made from. */
  readonly known: readonly Known[]
  /** As it was before that was read. */
  readonly revision: number
}

/**
 * Applies a plan in batches, `inBatch` with each of them. A batch that finds that another import was here since the
 * plan was made does nothing, and the rest is planned anew. Answers with all that was done, and the last plan.
 */
export const applyRoster =
  (ports: Pick<Ports, 'roster' | 'random' | 'transact'>) =>
  async (
    campaign: Campaign,
    plan: () => Promise<Planned>,
    planned: Planned,
    now: Date,
    /** Told what was done before, and what this batch does. */
    inBatch: (tx: Tx, done: readonly Step[], batch: readonly Step[]) => Promise<void>,
  ): Promise<{ readonly last: Planned; readonly done: readonly Step[] }> => {
    const done: Step[] = []
    let last = planned
    let due = dueIn(last.plan)
    let { revision } = last
    while (due.length > 0) {
      const batch = due.slice(0, BATCH)
      const expected = revision
      const isDone = await ports.transact(async tx => {
        if (!(await ports.roster.advance(campaign.code, expected, tx))) return false
        await enrolBatch(ports)(campaign, batch, now, tx)
        await inBatch(tx, done, batch)
        return true
      })
      if (isDone) {
        done.push(...batch)
        due = due.slice(BATCH)
        revision += 1
      } else {
        last = await plan()
        due = dueIn(last.plan)
        revision = last.revision
      }
    }
    return { last, done }
  }
