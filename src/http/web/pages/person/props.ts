import type { PersonView } from '../../../../queries/person.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { PersonWords } from './words.ts'

/** What every part of the page is drawn from. */
export interface PersonProps {
  readonly data: PersonView
  readonly now: Date
  readonly language: Language
  readonly words: PersonWords
  readonly shared: SharedWords
}
