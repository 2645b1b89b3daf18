import { FILE_TYPES, type FileType, type TopicCode } from './campaign.ts'
import { topicLabel } from './naming.ts'

/** Lower case, without the dot; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

const SYNONYMS: Readonly<Record<string, FileType>> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg' }

/** The type that a file's name promises; null when it is none that is ever taken. */
export const promisedType = (name: string): FileType | null => {
  const extension = extensionOf(name)
  return FILE_TYPES.find(type => type === extension) ?? SYNONYMS[extension] ?? null
}

/** What a typed text is called when it is kept as a file: `Bài viết CĐ1, CĐ3.txt`. */
export const typedTextName = (topics: readonly TopicCode[]): string =>
  `Bài viết ${topics.map(topicLabel).join(', ')}.txt`
