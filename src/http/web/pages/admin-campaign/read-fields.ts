import { clean } from '../../../../domain/vietnamese.ts'
import type { CampaignWords } from './words.ts'

/** Notes what is wrong, and at which field. */
export type Says = (at: string, reason: string) => void

export const moment = (text: string, at: string, say: Says, words: CampaignWords): Date => {
  const date = new Date(`${text}:00+07:00`)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(date.getTime())) return date
  say(at, words.momentNeeded)
  return new Date(0)
}

export const whole = (
  text: string,
  at: string,
  [least, most]: readonly [number, number],
  say: Says,
  words: CampaignWords,
): number => {
  const number = Number(text)
  if (/^\d{1,9}$/.test(text.trim()) && number >= least && number <= most) return number
  say(at, words.numberNeeded(String(least), String(most)))
  return least
}

export const linesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split('\n')
      .map(clean)
      .filter(line => line !== ''),
  ),
]
