import type { Language } from '../words.ts'

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>

type Formats = Readonly<Record<Language, Intl.NumberFormat>>

const formats = (options: Intl.NumberFormatOptions): Formats => ({
  vi: new Intl.NumberFormat(LOCALES.vi, options),
  en: new Intl.NumberFormat(LOCALES.en, options),
})
const WHOLE = formats({ maximumFractionDigits: 0 })
const TENTHS = formats({ maximumFractionDigits: 1 })
/** For columns of them. */
const ALWAYS_TENTHS = formats({ minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** 24.814 */
export const numberIn = (value: number, language: Language): string => WHOLE[language].format(value)

/** "96,5 %"; in English without the space. */
export const percentIn = (value: number, language: Language): string =>
  `${ALWAYS_TENTHS[language].format(value)}${language === 'vi' ? '\u00A0' : ''}%`

/** "1,2 MB", "640 kB": as people speak of files. */
export const sizeIn = (bytes: number, language: Language): string => {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1024, 'kB'] : [bytes / 1024 / 1024, 'MB']
  const format = unit === 'kB' || value >= 10 ? WHOLE : TENTHS
  return `${format[language].format(Math.max(value, 1))}\u00A0${unit}`
}
