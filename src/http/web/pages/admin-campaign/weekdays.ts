import { capitalised } from '../../../../domain/vietnamese.ts'
import { type Language, SHARED } from '../../words.ts'

/** A week is read from Monday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0]

/** The days of the week to choose from. */
export const weekdaysFrom = (
  language: Language,
): readonly { readonly value: string; readonly label: string }[] => {
  const names = SHARED[language].weekdays.split('|')
  return WEEK.map(day => ({ value: String(day), label: capitalised(names[day] ?? '') }))
}
