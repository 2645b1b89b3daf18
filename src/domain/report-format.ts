/** In the order in which they are offered and written: what a later one encloses is there by then. */
export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'zip', 'volume'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** What many reports at once, and the nation's, come as: so many essays in ZIPs and volumes are somebody's express wish. */
export const FORMATS_WITHOUT_ESSAYS = [
  'docx',
  'pdf',
  'xlsx',
  'csv',
] as const satisfies readonly ReportFormat[]
