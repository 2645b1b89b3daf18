import { type Cell, textOf } from './cells.ts'
import type { Column, Field } from './columns.ts'
import { isNumeral } from './row-kinds.ts'

/** A row in the light of the head. */
export interface RowCells {
  /** All that is not empty. */
  readonly texts: readonly string[]
  readonly number: string
  readonly name: string
  readonly birth: string
  readonly unit: string
  /** How many of the things that people have are filled in, beside number, name and note. */
  readonly filled: number
}

const PERSONAL: ReadonlySet<Field> = new Set([
  ...([
    'birth',
    'birthMale',
    'birthFemale',
    'gender',
    'phone',
    'email',
    'staffCode',
    'post',
    'unit',
  ] as const),
])

export const cellsOf = (cells: readonly Cell[], columns: readonly Column[]): RowCells => {
  const texts = cells.map(textOf)
  const textIn = (...fields: Field[]): readonly string[] => [
    ...new Set(columns.filter(c => fields.includes(c.field)).flatMap(c => texts[c.index] || [])),
  ]
  const names = textIn('name')
  return {
    texts: texts.filter(text => text !== ''),
    number: textIn('number')[0] ?? '',
    name: (names.length > 0 ? names : [...textIn('family'), ...textIn('given')]).join(' '),
    birth: textIn('birth', 'birthMale', 'birthFemale')[0] ?? '',
    unit: textIn('unit')[0] ?? '',
    filled: columns.filter(c => PERSONAL.has(c.field) && (texts[c.index] ?? '') !== '').length,
  }
}

/** The one text of a row that has no more than a number beside it, perhaps repeated over merged cells. */
export const onlyText = ({ texts, number }: RowCells): string | null => {
  const [only, ...more] = new Set(isNumeral(number) ? texts.filter(text => text !== number) : texts)
  return only !== undefined && more.length === 0 ? only : null
}

export const titleOf = (columns: readonly Column[], ...fields: Field[]): string | null =>
  columns.find(c => fields.includes(c.field))?.title ?? null
