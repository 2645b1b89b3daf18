import type { Campaign, TopicCode } from './campaign.ts'
import type { EnrolmentId } from './enrolment.ts'

/** A text typed under one of the campaign's questions. */
export interface DraftPart {
  readonly heading: string
  /** NFC, with line breaks as `\n`. */
  readonly text: string
}

/** What somebody is writing on one topic; his own business until he hands it in. */
export interface Draft {
  readonly enrolment: EnrolmentId
  readonly topic: TopicCode
  readonly parts: readonly DraftPart[]
  /** One more with each saving, from 1: two windows on one draft find out by it. */
  readonly revision: number
  readonly savedAt: Date
}

export const isBlank = (parts: readonly DraftPart[]): boolean => parts.every(({ text }) => text.trim() === '')

/** What to ask for: the campaign's questions, and whatever was written under a heading that it asks for no more. */
export const partsToWrite = (
  { questions }: Pick<Campaign, 'questions'>,
  written: readonly DraftPart[],
): readonly DraftPart[] => [
  ...questions.map(heading => ({
    heading,
    text: written.find(part => part.heading === heading)?.text ?? '',
  })),
  ...written.filter(({ heading, text }) => !questions.includes(heading) && text.trim() !== ''),
]

/** The parts as one text, each below its heading; empty ones are left out. */
export const essayText = (parts: readonly DraftPart[]): string =>
  parts
    .filter(({ text }) => text.trim() !== '')
    .map(({ heading, text }) => `${heading}\n\n${text.trim()}\n`)
    .join('\n')

/** Vietnamese writes syllables apart: they are what people count as words. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
