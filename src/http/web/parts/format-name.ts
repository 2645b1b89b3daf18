import type { ReportFormat } from '../../../domain/report-format.ts'
import type { Language } from '../words.ts'

const VOLUME = { vi: 'Kỷ yếu', en: 'Volume' } satisfies Record<Language, string>

/** What a file of a report is called where there is little room. */
export const formatName = (format: ReportFormat, language: Language): string =>
  format === 'volume' ? VOLUME[language] : format.toUpperCase()
