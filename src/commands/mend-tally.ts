import type { CampaignCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { Ports } from '../ports/index.ts'
import { judgeAnew } from './judge-anew.ts'

/** Makes one enrolment's judgement and tally anew from what was handed in, by the campaign's present rules. */
export const mendTally =
  (ports: Pick<Ports, 'campaigns' | 'enrolments' | 'essays' | 'transact'>) =>
  async (code: CampaignCode, id: EnrolmentId): Promise<void> =>
    ports.transact(async tx => {
      const campaign = await ports.campaigns.find(code, tx)
      const enrolment = await ports.enrolments.find({ kind: 'everything' }, code, id, tx)
      if (campaign !== null && enrolment !== null) await judgeAnew(ports)(campaign, [enrolment], tx)
    })
