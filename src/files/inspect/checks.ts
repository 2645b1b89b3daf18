import type { FileRules, FileType } from '../../domain/campaign.ts'
import { extensionOf, promisedType } from '../../domain/file-name.ts'
import { type Problem, problem } from '../../domain/problems.ts'
import { kindOf } from './kind.ts'
import { readZipDirectory } from './zip-directory.ts'

/** So much of a file's end is looked at: the directory of a ZIP with the most entries allowed fits. */
export const TAIL_BYTES = 256 * 1024

/** What the first bytes of each type are. */
const KINDS: Readonly<Record<FileType, string>> = {
  pdf: 'pdf',
  doc: 'cfb',
  docx: 'zip',
  odt: 'zip',
  rtf: 'rtf',
  jpg: 'jpg',
  png: 'png',
}

const mismatch = (name: string): Problem => problem('file-content-mismatch', { extension: extensionOf(name) })

/** By the name alone, before a byte is read. */
export const checkName = (name: string, rules: FileRules): FileType | Problem => {
  const type = promisedType(name)
  if (type !== null && rules.types.includes(type)) return type
  const extension = extensionOf(name)
  if (extension === 'heic' || extension === 'heif') return problem('photo-is-heic')
  return problem('file-type-not-allowed', { type: extension || name, allowed: rules.types })
}

/** By the first bytes. */
export const checkHead = async (name: string, type: FileType, head: Buffer): Promise<Problem | null> => {
  const kind = await kindOf(head)
  if (kind === KINDS[type]) return null
  return kind === 'heic' ? problem('photo-is-heic') : mismatch(name)
}

export interface Whole {
  readonly name: string
  readonly size: number
  readonly head: Buffer
  /** The last bytes, at least TAIL_BYTES of them where there are so many. */
  readonly tail: Buffer
  /** Of a compound file: has it Word's main stream? */
  readonly hasWordStream: boolean
}

/** An ODF file says what it is in its first entry, which is stored, not packed. Writer has kinds: `text`, `text-web` … */
const ODT_HEAD = 'mimetypeapplication/vnd.oasis.opendocument.text'
const isOdt = (head: Buffer): boolean => head.toString('latin1', 30, 30 + ODT_HEAD.length) === ODT_HEAD

const checkZip = async (whole: Whole, type: 'docx' | 'odt'): Promise<Problem | null> => {
  const directory = await readZipDirectory(whole.tail, whole.size)
  if (!directory.ok) return directory.problems[0]
  const names = directory.value
  if ([...names].some(name => /(^|\/)vbaProject\.bin$/i.test(name))) return problem('file-has-macros')
  const isIt =
    type === 'docx'
      ? names.has('[Content_Types].xml') && names.has('word/document.xml')
      : isOdt(whole.head) && names.has('content.xml')
  return isIt ? null : mismatch(whole.name)
}

/** By the whole, once its last byte is there. */
export const checkWhole = async (whole: Whole, type: FileType): Promise<Problem | null> => {
  if (type === 'docx' || type === 'odt') return checkZip(whole, type)
  if (type === 'doc') return whole.hasWordStream ? null : mismatch(whole.name)
  // A transfer that broke off before ours leaves a PDF without its end.
  if (type === 'pdf' && !whole.tail.subarray(-4096).includes('%%EOF')) return problem('file-damaged')
  return null
}
