import type { Campaign } from './campaign.ts'
import { checkMailTexts } from './mail-text.ts'
import { type Problem, problem } from './problems.ts'
import { endOfQuiet } from './schedule.ts'
import { hanoiHourOn } from './time.ts'

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
  const { hour } = campaign.reminders
  if (endOfQuiet(campaign.reminders, hanoiHourOn(campaign.opensAt, 0, hour)) !== null)
    problems.push(
      problem('input-not-valid', { reason: 'giờ nhắc nằm trong khoảng giờ không gửi thư' }, 'body/reminders'),
    )
  problems.push(...checkMailTexts(campaign.reminders.texts, 'body/reminders/texts'))
  return problems
}
