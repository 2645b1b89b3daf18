import type { Campaign, TopicCode } from '../../domain/campaign.ts'

const LIST = new Intl.ListFormat('vi', { type: 'conjunction' })

/** "chuyên đề 2", "chuyên đề 1, 2 và 5". */
export const topicsPhrase = (topics: readonly TopicCode[]): string =>
  `chuyên đề ${LIST.format(topics.map(code => code.replace(/^CD(?=\d)/, '')))}`

/** "Chuyên đề 2: Đổi mới việc thực hiện …" */
export const topicLine = ({ topics }: Pick<Campaign, 'topics'>, code: TopicCode): string => {
  const phrase = topicsPhrase([code])
  const title = topics.find(topic => topic.code === code)?.title
  return [phrase.charAt(0).toUpperCase() + phrase.slice(1), ...(title === undefined ? [] : [title])].join(
    ': ',
  )
}
