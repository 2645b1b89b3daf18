import type { Campaign } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { rejudged } from '../domain/rejudge.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

/** Makes heads and tallies anew by the campaign's present rules, from what was handed in; versions are judged with their heads. */
export const judgeAnew =
  ({ enrolments, essays }: Pick<Ports, 'enrolments' | 'essays'>) =>
  async (campaign: Campaign, people: readonly Enrolment[], tx: Tx): Promise<void> => {
    const late = people.filter(({ heads }) => Object.values(heads).some(head => head.late))
    if (late.length > 0)
      await essays.rejudge(
        late.map(({ id }) => id),
        campaign,
        tx,
      )
    for (const enrolment of people) {
      const heads = rejudged(campaign, enrolment.heads)
      const tally = tallyOf(campaign, heads, enrolment.exemption !== null)
      await enrolments.save({ ...enrolment, heads, tally }, tx)
    }
  }
