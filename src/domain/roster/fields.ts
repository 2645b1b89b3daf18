import type { Birth } from '../cadre.ts'
import { clean, fold } from '../vietnamese.ts'
import { type Cell, textOf } from './cells.ts'

/** What a cell says: the value; null for nothing; `'wrong'` for what cannot be true. */
type Read<T> = T | null | 'wrong'

/** What people write where they have nothing to say. */
const isNothing = (text: string): boolean =>
  /^([-–—.x/0?]*|khong( co)?|ko|k|chua( co)?|null|n\/a)$/.test(fold(text))

const two = (n: number): string => String(n).padStart(2, '0')

const day = (year: number, month: number, date: number): Birth | null => {
  const at = new Date(Date.UTC(year, month - 1, date))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date
    ? `${year}-${two(month)}-${two(date)}`
    : null
}

const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 20 ? 2000 : 1900)

/** Days as sheets count them, when nobody told the sheet that the number is a day. */
const daySince1900 = (serial: number): Birth =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)

const birthText = (text: string): Birth | null => {
  const words = fold(text)
    .replaceAll(/[a-z]+/g, ' ')
    .trim()
  const [, d = '', m = '', y = ''] =
    /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4}|\d{2})$/.exec(words) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(words) ??
    []
  if (y !== '') return day(fullYear(y), Number(m), Number(d))
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:\D.*)?$/.exec(words) ?? []
  if (year !== '') return day(Number(year), Number(month), Number(date))
  // "03/1980" and "1980" tell the year only.
  const [, ofMonth, only = ''] = /^(?:(\d{1,2})[\s/.-]+)?(\d{4})$/.exec(words) ?? []
  return only !== '' && (ofMonth === undefined || (Number(ofMonth) >= 1 && Number(ofMonth) <= 12))
    ? only
    : null
}

/** A day, or a year only. `thisYear` bounds what can be true: people of 15 to 100 years. */
export const readBirth = (cell: Cell, thisYear: number): Read<Birth> => {
  const text = textOf(cell)
  if (isNothing(text)) return null
  const birth =
    cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : typeof cell === 'number' && Number.isInteger(cell) && cell > 5000 && cell < 60_000
        ? daySince1900(cell)
        : typeof cell === 'number' && cell > 1_000_000
          ? birthText(text.padStart(8, '0'))
          : birthText(text)
  const year = Number(birth?.slice(0, 4))
  return birth === null || year < thisYear - 100 || year > thisYear - 15 ? 'wrong' : birth
}

/** Digits with the leading 0, which sheets drop; short and old numbers of eleven digits pass. */
const phoneNumber = (text: string): string | null => {
  const digits = text.replaceAll(/\D/g, '').replace(/^(00)?84(?=\d{8,10}$)/, '')
  const number = digits.startsWith('0') ? digits : `0${digits}`
  return /^0[1-9]\d{7,9}$/.test(number) ? number : null
}

/** The first of several numbers. */
export const readPhone = (cell: Cell): Read<string> => {
  const text = textOf(cell)
  if (isNothing(text)) return null
  if (/\p{L}{4}/u.test(text)) return 'wrong'
  for (const part of [text, ...text.split(/[/;,&]| - /)]) {
    const number = phoneNumber(part)
    if (number !== null) return number
  }
  return 'wrong'
}

const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/** The first of several addresses, in lower case. */
export const readEmail = (cell: Cell): Read<string> => {
  const text = textOf(cell).toLowerCase()
  if (isNothing(text)) return null
  const parts = text.split(/[\s;,<>]+/).map(part => part.replace(/^mailto:/, '').replace(/\.+$/, ''))
  return parts.find(part => part.length <= 254 && ADDRESS.test(part)) ?? 'wrong'
}

export const readGender = (cell: Cell): 'male' | 'female' | null => {
  const text = fold(textOf(cell))
  return /^(nam|m|male|ong)$/.test(text) ? 'male' : /^(nu|f|female|ba)$/.test(text) ? 'female' : null
}

/** Posts in one cell are parted by semicolons. */
export const readPosts = (cell: Cell): readonly string[] =>
  textOf(cell)
    .split(';')
    .map(clean)
    .filter(text => !isNothing(text))

export const readStaffCode = (cell: Cell): string | null => {
  const text = textOf(cell).toUpperCase()
  return isNothing(text) ? null : text
}
