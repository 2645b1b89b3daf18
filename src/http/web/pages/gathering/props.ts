import type { Cast, GatheringView } from '../../../../queries/gathering.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { GatheringWords } from './words.ts'

/** What every view of one collection is made from. */
export interface GatheringProps {
  readonly data: GatheringView
  /** Of the files that are shown. */
  readonly cast: Cast
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: GatheringWords
  readonly shared: SharedWords
}
