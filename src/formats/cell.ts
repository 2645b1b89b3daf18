/**
 * Text as it may stand in a cell: what a spreadsheet would run as a formula gets an apostrophe in front. Also in XLSX,
 * where a text is not run, because people save such files as CSV.
 */
export const textCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
