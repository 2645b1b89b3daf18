import type { Campaign } from './campaign.ts'
import { type Problem, problem } from './problems.ts'

/** Every reason why this cannot be a campaign; none: it can. */
export const checkCampaign = (campaign: Campaign): readonly Problem[] => {
  const problems: Problem[] = []
  if (!(campaign.opensAt < campaign.dueAt && campaign.dueAt <= campaign.closesAt))
    problems.push(problem('campaign-dates-not-in-order', {}, 'body/dueAt'))
  if (campaign.requiredTopics !== 'all' && campaign.requiredTopics > campaign.topics.length)
    problems.push(
      problem(
        'input-not-valid',
        { reason: `chỉ có ${campaign.topics.length} chuyên đề` },
        'body/requiredTopics',
      ),
    )
  return problems
}
