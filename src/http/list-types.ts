import type { ListFormat } from '../queries/people-export.ts'

export const LIST_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const satisfies Record<ListFormat, string>
