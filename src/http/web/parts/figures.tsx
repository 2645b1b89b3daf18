import type { Language } from '../words.ts'

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>

/** 24.814 */
export const numberIn = (value: number, language: Language): string => value.toLocaleString(LOCALES[language])

/** "1,2 MB", "640 kB": as people speak of files. */
export const sizeIn = (bytes: number, language: Language): string => {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1024, 'kB'] : [bytes / 1024 / 1024, 'MB']
  const digits = unit === 'kB' || value >= 10 ? 0 : 1
  return `${Math.max(value, 1).toLocaleString(LOCALES[language], { maximumFractionDigits: digits })} ${unit}`
}
