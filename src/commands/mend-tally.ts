import type { CampaignCode } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { Ports } from '../ports/index.ts'

/** Makes one tally anew from what was handed in, by the campaign's present rules. */
export const mendTally =
  ({ campaigns, enrolments, transact }: Pick<Ports, 'campaigns' | 'enrolments' | 'transact'>) =>
  async (code: CampaignCode, id: EnrolmentId): Promise<void> =>
    transact(async tx => {
      const campaign = await campaigns.find(code, tx)
      const enrolment = await enrolments.find({ kind: 'everything' }, code, id, tx)
      if (campaign === null || enrolment === null) return
      const tally = tallyOf(campaign, enrolment.heads, enrolment.exemption !== null)
      await enrolments.save({ ...enrolment, tally }, tx)
    })
