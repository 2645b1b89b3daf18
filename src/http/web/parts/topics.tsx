import type { Campaign, TopicCode } from '../../../domain/campaign.ts'
import type { SharedWords } from '../words.ts'

/** Its place in the campaign, from 1. */
export const topicNumber = ({ topics }: Pick<Campaign, 'topics'>, topic: TopicCode): number =>
  topics.findIndex(({ code }) => code === topic) + 1

/** "CĐ 2, 5": topics by their place in the campaign, as short as a table's cell needs. */
export const topicsIn = (
  { topics }: Pick<Campaign, 'topics'>,
  codes: readonly TopicCode[],
  words: SharedWords,
): string => {
  const numbers = topics.flatMap(({ code }, index) => (codes.includes(code) ? [String(index + 1)] : []))
  return numbers.length === topics.length ? words.allTopics : words.topics(numbers.join(', '))
}
