import type { TopicCode } from './campaign.ts'
import { bytesOf, cutBytes, MAX_ENTRY_BYTES, safeName, topicLabel, uniqueNames } from './naming.ts'
import { type Problem, problem } from './problems.ts'

/** What a name in a ZIP may be made of. */
export const NAME_TOKENS = ['donvi', 'stt', 'hoten', 'chuyende'] as const
type NameToken = (typeof NAME_TOKENS)[number]

/** `<unit>/<STT>_<Họ tên>_CĐ1.pdf`; the extension is not in the pattern. */
export const USUAL_NAMES = '{donvi}/{stt}_{hoten}_{chuyende}'

/** Patterns offered for choice. */
export const NAME_PATTERNS = [
  USUAL_NAMES,
  '{donvi}/{hoten}_{chuyende}',
  '{chuyende}/{donvi}/{stt}_{hoten}',
  '{stt}_{hoten}_{chuyende}',
] as const

const MAX_PATTERN = 120
const MAX_FOLDERS = 3
/** Of all folders together, in bytes. */
const MAX_FOLDER_BYTES = 80
/** Of a unit in the name of a file. */
const MAX_UNIT_BYTES = 40

const TOKEN = /\{([^{}]*)\}/g

const wrong = (reason: string): Problem => problem('input-not-valid', { reason })

/** What is wrong with a pattern; null: names can be made from it. */
export const patternProblem = (pattern: string): Problem | null => {
  const tokens: readonly string[] = NAME_TOKENS
  const unknown = [...pattern.matchAll(TOKEN)].find(([, name = '']) => !tokens.includes(name))
  if (unknown !== undefined)
    return wrong(`không có trường ${unknown[0]}; chỉ có ${tokens.map(t => `{${t}}`).join(', ')}`)
  if (pattern.length > MAX_PATTERN) return wrong(`mẫu tên dài quá ${MAX_PATTERN} ký tự`)
  const parts = pattern.split('/')
  if (parts.length > MAX_FOLDERS + 1) return wrong(`mẫu tên có quá ${MAX_FOLDERS} cấp thư mục`)
  if (parts.some(part => part.trim() === '')) return wrong('mẫu tên có phần để trống giữa hai dấu /')
  if (/[\\:*?"<>|]|\p{C}|(^|\/)[. ]/u.test(pattern))
    return wrong('mẫu tên có ký tự không đặt được trong tên tệp')
  if (!/\{(hoten|stt)\}/.test(parts.at(-1) ?? '')) return wrong('tên tệp cần có {hoten} hoặc {stt}')
  return null
}

export interface EssayEntry {
  readonly unit: string
  /** Number of the person in the table by person, and that of the last one: all are padded to its width. */
  readonly number: number
  readonly last: number
  readonly person: string
  readonly topics: readonly TopicCode[]
  readonly extension: string
}

/** `CĐ1-CĐ3`: the topics of one file, in the campaign's order; a long list is cut and the manifest has the rest. */
const topicsLabel = (topics: readonly TopicCode[]): string => cutBytes(topics.map(topicLabel).join('-'), 60)

const fill = (pattern: string, values: Readonly<Record<NameToken, string>>): string =>
  pattern.replaceAll(TOKEN, (_, name: NameToken) => values[name])

/** Names the essays of one report, each once, by a pattern that was checked. Where a name would be too long, the person's is cut. */
export const essayEntryNames = (pattern: string = USUAL_NAMES): ((entry: EssayEntry) => string) => {
  const unique = uniqueNames(MAX_ENTRY_BYTES)
  const folders = pattern.split('/')
  const file = folders.pop() ?? ''
  const at = file.indexOf('{hoten}')
  const [before, after] = at < 0 ? [file, ''] : [file.slice(0, at), file.slice(at + '{hoten}'.length)]
  const folderRoom = Math.floor(MAX_FOLDER_BYTES / Math.max(folders.length, 1))
  return ({ unit, number, last, person, topics, extension }) => {
    const values = {
      donvi: unit,
      stt: String(number).padStart(String(last).length, '0'),
      hoten: person,
      chuyende: topicsLabel(topics),
    }
    const safe = { ...values, donvi: safeName(unit, MAX_UNIT_BYTES), hoten: safeName(person, MAX_UNIT_BYTES) }
    const path = folders.map(folder => `${safeName(fill(folder, values), folderRoom)}/`).join('')
    const start = path + fill(before, safe)
    const suffix = `${fill(after, safe)}.${extension}`
    const room = MAX_ENTRY_BYTES - bytesOf(start) - bytesOf(suffix)
    return unique(at < 0 ? start : start + safeName(person, room), suffix)
  }
}
