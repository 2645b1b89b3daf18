import { countWords } from './draft.ts'
import type { EssayFile } from './essay.ts'
import { fromLegacy, type LegacyFont, legacyFontOf } from './legacy-font.ts'

/** `without-text`: photographs, a scan, or paper. `unreadable`: nothing could be made of the file, which is kept as it is. */
export const TEXT_STATES = ['read', 'without-text', 'unreadable'] as const
export type TextState = (typeof TEXT_STATES)[number]

/** Why nothing could be read: `locked` by a password, or beyond what reading may cost. */
export const UNREADABLE = ['damaged', 'locked', 'too-large', 'too-slow'] as const
export type Unreadable = (typeof UNREADABLE)[number]

/** The words of one file that was handed in. */
export interface EssayText {
  /** Several versions share one file when one file ticks several topics. */
  readonly file: EssayFile['id']
  readonly state: TextState
  readonly reason: Unreadable | null
  /** NFC, in Unicode whatever font it was written for. */
  readonly paragraphs: readonly string[]
  readonly words: number
  /** The font it was written for, where that is one from before Unicode. */
  readonly legacyFont: LegacyFont | null
  readonly readAt: Date
}

/** What became of reading one. */
export type Reading = Omit<EssayText, 'file' | 'readAt'>

const NOTHING = { paragraphs: [], words: 0, legacyFont: null } as const

/** Of what came on paper. */
export const WITHOUT_TEXT: Reading = { state: 'without-text', reason: null, ...NOTHING }

export const unreadable = (reason: Unreadable): Reading => ({ state: 'unreadable', reason, ...NOTHING })

/** Fewer words than this in a PDF are what the scanner's program stamped on its pictures. */
const STAMP_WORDS = 20

/** Spaces as single ones; line breaks stay. Nothing invisible. */
const tidy = (paragraph: string): string =>
  paragraph
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- removing them is the point
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()

/** What was found in a file → what is kept of it. */
export const readingOf = (type: EssayFile['type'], found: readonly string[]): Reading => {
  const legacyFont = legacyFontOf(found.join('\n').normalize('NFC'))
  const paragraphs = found
    .map(paragraph => tidy(legacyFont === null ? paragraph : fromLegacy(paragraph, legacyFont)))
    .filter(paragraph => paragraph !== '')
  const words = countWords(paragraphs.join('\n'))
  const isEmpty = words < (type === 'pdf' ? STAMP_WORDS : 1)
  return { state: isEmpty ? 'without-text' : 'read', reason: null, paragraphs, words, legacyFont }
}
