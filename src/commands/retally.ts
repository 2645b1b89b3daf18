import { tallyOf } from '../domain/completion.ts'
import type { Ports } from '../ports/index.ts'
import type { Retally } from '../ports/totals.ts'

const BATCH = 100

/**
 * Makes every tally of a campaign anew after its rules changed, a batch a transaction; a crash loses one batch at most.
 * Each enrolment is written even where its tally stays the same: a hand-in that still had the old rules in its hands
 * then meets a conflict and runs again with the new ones.
 */
export const retally =
  ({
    totals,
    campaigns,
    enrolments,
    transact,
  }: Pick<Ports, 'totals' | 'campaigns' | 'enrolments' | 'transact'>) =>
  async (asked: Retally): Promise<void> => {
    let after: string | null = asked.after
    while (after !== null) {
      const from: string = after
      const next = await transact(async tx => {
        const campaign = await campaigns.find(asked.campaign, tx)
        if (campaign === null) return null
        const batch = await enrolments.after(campaign.code, from, BATCH, tx)
        for (const enrolment of batch) {
          const tally = tallyOf(campaign, enrolment.heads, enrolment.exemption !== null)
          await enrolments.save({ ...enrolment, tally }, tx)
        }
        return batch.length < BATCH ? null : (batch.at(-1)?.id ?? null)
      })
      await totals.advance({ ...asked, after: from }, next)
      after = next
    }
  }
