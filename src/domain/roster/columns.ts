import { fold } from '../vietnamese.ts'
import { type Row, textOf } from './cells.ts'

/** What a column of a roster can say. */
export type Field =
  | 'number'
  | 'name'
  | 'family'
  | 'given'
  | 'birth'
  | 'birthMale'
  | 'birthFemale'
  | 'gender'
  | 'female'
  | 'post'
  | 'unit'
  | 'phone'
  | 'email'
  | 'staffCode'
  | 'venue'
  | 'note'

/** Head cells, folded, without punctuation and "và", as offices write them. The first that fits wins. */
const HEADS: readonly (readonly [Field, RegExp])[] = [
  ['number', /^(stt|tt|so tt|so thu tu|no)$/],
  ['family', /^(ho|ho( ten)? (dem|lot|chu lot)|ho chu dem)$/],
  ['given', /^ten$/],
  [
    'name',
    /^(ho ten|hoten|ten can bo|ten dai bieu|ten dong chi|full name|name)( (?!cha|bo|me|vo|chong).*)?$/,
  ],
  ['birth', /^(ntns|ns|ngay thang nam|.*(ngay|thang|nam) sinh.*|sinh (ngay|nam).*|date of birth)$/],
  ['female', /^nu$/],
  ['gender', /^(nam nu|gioi tinh|gioi|phai)$/],
  ['email', /^((dia chi )?(e ?mail|thu dien tu|mail)|hop thu( dien tu)?)( .*)?$/],
  ['phone', /^((so )?(dien thoai|dt|dtdd|di dong|may)|sdt|dtdd|mobile|phone|tel)( .*)?$/],
  ['staffCode', /^(ma so|so hieu|ma( so)? (can bo|nhan vien|nv|cb|cbcc|cbcd|doan vien|dinh danh)( .*)?)$/],
  ['venue', /^(diem cau|diem du|noi du|dia diem (du|hoc))( .*)?$/],
  ['post', /^(chuc vu|chuc danh|nhiem vu|position)( .*)?$/],
  ['unit', /^((ten )?(don vi|co quan|to chuc cong doan|cong doan)|noi (cong tac|lam viec)|unit)( .*)?$/],
  ['note', /^ghi chu$/],
]

/** "Ngày,\ntháng, năm sinh" → "ngay thang nam sinh" */
const headText = (text: string): string =>
  fold(text)
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\b(va|cua)\b/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()

const fieldOf = (text: string): Field | null => {
  const head = headText(text)
  return head.length > 60 ? null : (HEADS.find(([, pattern]) => pattern.test(head))?.[0] ?? null)
}

export interface Column {
  readonly field: Field
  readonly index: number
  /** As the file words it. */
  readonly title: string
}

export interface Head {
  readonly columns: readonly Column[]
  /** How many rows the head takes. */
  readonly height: number
}

const isNamed = (columns: readonly Column[]): boolean =>
  columns.some(c => c.field === 'name') ||
  (columns.some(c => c.field === 'family') && columns.some(c => c.field === 'given'))

/** A head may have a second row of details ("Năm sinh": "Nam", "Nữ"), where merged cells repeat the first. */
const detailed = (upper: string, lower: string): Field | null => {
  const above = fieldOf(upper)
  if (lower === '' || lower === upper) return above
  const below = headText(lower)
  if (above === 'birth') return below === 'nam' ? 'birthMale' : below === 'nu' ? 'birthFemale' : above
  return fieldOf(lower) ?? above
}

/** Is the row below a head still part of it? It then has words of heads, and nothing that a person's row has. */
const continuesHead = (upper: Row, lower: Row | undefined): boolean => {
  if (lower === undefined) return false
  const texts = lower.cells.map(textOf)
  const isOwn = (text: string, i: number) => text !== '' && text !== textOf(upper.cells[i])
  const own = texts.filter(isOwn)
  return (
    own.length > 0 &&
    own.every(
      text => fieldOf(text) !== null || /^(nam|nu|dang|doan|cong doan|chinh quyen)$/.test(headText(text)),
    )
  )
}

const columnsOf = (upper: Row, lower: Row | undefined): readonly Column[] => {
  const columns: Column[] = []
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0)
  for (let index = 0; index < width; index += 1) {
    const title = textOf(upper.cells[index])
    const detail = textOf(lower?.cells[index])
    const field = detailed(title, detail)
    const left = columns.at(-1)
    if (field !== null)
      columns.push({
        field,
        index,
        title: detail === '' || detail === title ? title : `${title} ${detail}`.trim(),
      })
    // A name in two cells under one head.
    else if (title === '' && detail === '' && left?.field === 'name' && left.index === index - 1)
      columns.push({ field: 'name', index, title: left.title })
  }
  return columns
}

/** The head that begins with this row, if one does: the row has the name, the head something else that rosters have. */
export const headAt = (row: Row, next: Row | undefined, columnsWanted = 2): Head | null => {
  if (!isNamed(columnsOf(row, undefined))) return null
  const lower = continuesHead(row, next) ? next : undefined
  const columns = columnsOf(row, lower)
  const kinds = new Set(columns.map(c => c.field))
  return kinds.size >= columnsWanted ? { columns, height: lower === undefined ? 1 : 2 } : null
}

/** Title lines are few: below so many rows of a sheet no head is looked for. */
const TOP = 200

/** Where the head of a sheet lies; failing any, a row that has nothing but the name's head. */
export const findHead = (rows: readonly Row[]): { readonly at: number; readonly head: Head } | null => {
  for (const wanted of [2, 1])
    for (const [at, row] of rows.slice(0, TOP).entries()) {
      const head = headAt(row, rows[at + 1], wanted)
      if (head !== null) return { at, head }
    }
  return null
}
