/** 24.814 */
export const formatCount = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.')

/** `96,5`; a whole number keeps its tenth in columns, where all have one. */
export const formatTenths = (value: number): string => value.toFixed(1).replace('.', ',')

/** "96,5 %", "100 %": in running text, with a space that does not break. */
export const formatPercent = (value: number): string => `${formatTenths(value).replace(/,0$/, '')}\u00A0%`

const ROMAN = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** Of pages before the first: `xiv`. */
export const roman = (number: number): string => {
  let rest = number
  let letters = ''
  for (const [letter, value] of ROMAN) for (; rest >= value; rest -= value) letters += letter
  return letters
}
