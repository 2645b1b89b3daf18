import { clean } from '../vietnamese.ts'

/** Files that systems put beside those that people mean. */
const OF_SYSTEMS = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i
const MAX_LENGTH = 400

/**
 * The name of a file with its folders as a label: NFC, `/` between its parts, nothing that leads elsewhere. null: a
 * folder, or a file that is nobody's essay.
 */
export const gatheredPath = (name: string): string | null => {
  const slashes = name.normalize('NFC').replaceAll('\\', '/')
  if (slashes.endsWith('/')) return null
  const parts = slashes
    .split('/')
    .map(part => clean(part).replaceAll(/\p{C}/gu, ''))
    .filter(part => part !== '' && part !== '.' && part !== '..')
  const path = parts.join('/')
  return path === '' || OF_SYSTEMS.test(path) ? null : path.slice(-MAX_LENGTH)
}

/** `Bài.docx` → `Bài (2).docx`: another file of the same name. */
export const numberedPath = (path: string, n: number): string => path.replace(/(\.[^./]*)?$/, ` (${n})$1`)

export const isArchive = (path: string): boolean => /\.zip$/i.test(path)
