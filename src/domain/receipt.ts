/** A receipt code as people type or dictate it, in any case, with or without its hyphens; null when it cannot be one. */
export const receiptCode = (typed: string): string | null => {
  const letters = typed.toUpperCase().replaceAll(/[\s\p{Pd}_.]/gu, '')
  const parts = /^TH([A-Z0-9]{4})([A-Z0-9]{4})([A-Z0-9]{4})$/.exec(letters)
  return parts === null ? null : ['TH', ...parts.slice(1)].join('-')
}
