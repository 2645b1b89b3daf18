import type { Bulk } from '../../../../domain/bulk.ts'
import type { People } from '../../../../queries/people.ts'
import type { UnitsToShow } from '../../../../queries/unit-choice.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { Deed } from '../selection/paths.ts'
import type { ListFilter } from './filter.ts'
import type { PeopleWords } from './words.ts'

export interface ListProps {
  readonly data: People
  readonly choices: UnitsToShow
  readonly filter: ListFilter
  /** How many come on the pages before. */
  readonly skipped: number
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null
  readonly unitName: string
  readonly mayImport: boolean
  /** What he may do to those he ticks. */
  readonly deeds: readonly Deed[]
  readonly chosen: ReadonlySet<string>
  /** What was just done to many of them. */
  readonly bulk: Bulk | null
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: PeopleWords
  readonly shared: SharedWords
}
