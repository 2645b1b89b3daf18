import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { EssayFile } from '../../domain/essay.ts'
import { type Reading, readingOf, type Unreadable, unreadable } from '../../domain/essay-text.ts'
import { isPhoto, readingFile } from '../../domain/photos.ts'
import type { EssayFiles } from '../../ports/essay-files.ts'
import type { EssayTexts, TextReader } from '../../ports/essay-texts.ts'
import type { VolumeEssay } from '../../reports/volume.ts'
import { begun, DAMAGED, isLost, MISSING } from '../stored-file.ts'
import type { Office } from './office.ts'
import type { ForeignFile, PdfPages } from './pdf-pages.ts'

/** What is bound of an essay: pages as they are, or its words; else its divider says why there is nothing. */
export interface Content {
  readonly pdf: Uint8Array | null
  readonly paragraphs: readonly string[]
  readonly note: string | null
}

export interface ContentSources {
  readonly files: Pick<EssayFiles, 'open'>
  readonly texts: Pick<EssayTexts, 'find'>
  readonly reader: Pick<TextReader, 'read'>
  readonly office: Office
  readonly pdfs: Pick<PdfPages, 'clean'>
}

const nothing = (note: string): Content => ({ pdf: null, paragraphs: [], note })
const pages = (pdf: Uint8Array): Content => ({ pdf, paragraphs: [], note: null })

const KEPT = 'Tệp gốc vẫn được lưu.'
const WHY: Readonly<Record<Unreadable, string>> = {
  damaged: 'bị hỏng, không mở được',
  locked: 'có đặt mật khẩu, không mở được',
  'too-large': 'quá lớn, không đóng vào kỷ yếu được',
  'too-slow': 'quá phức tạp, không đóng vào kỷ yếu được',
}

const cannotBind = ({ name }: Pick<EssayFile, 'name'>, reason: Unreadable): string =>
  `Tệp “${name}” ${WHY[reason]}. ${KEPT}`

/** Its bytes if they are those of the receipt, or what is to be said. */
const readWhole = async (files: ContentSources['files'], file: EssayFile): Promise<Buffer | string> => {
  const parts = await begun(files.open(file.id))
  if (parts === null) return MISSING
  try {
    const bytes = await buffer(Readable.from(parts))
    return createHash('sha256').update(bytes).digest('hex') === file.sha256 ? bytes : DAMAGED
  } catch (error) {
    if (isLost(error)) return DAMAGED
    throw error
  }
}

const wordsOf = async (
  { texts, reader }: ContentSources,
  file: EssayFile,
  bytes: Buffer,
): Promise<Reading> => {
  const known = await texts.find(file.id)
  if (known !== null) return known
  const found = await reader.read(file.type, bytes)
  return 'unreadable' in found ? unreadable(found.unreadable) : readingOf(file.type, found.paragraphs)
}

const setFromWords = (file: EssayFile, { paragraphs, reason }: Reading): Content => {
  if (reason !== null) return nothing(cannotBind(file, reason))
  if (paragraphs.length === 0) return nothing(`Tệp “${file.name}” không có chữ đọc được. ${KEPT}`)
  const note = `In lại từ phần chữ của tệp “${file.name}”: hình thức, bảng và hình ảnh có thể khác bản gốc.`
  return { pdf: null, paragraphs, note: `${note} ${KEPT}` }
}

const foreignPages = async (
  { pdfs }: ContentSources,
  file: EssayFile,
  type: ForeignFile['type'],
  bytes: Buffer,
): Promise<Content> => {
  const clean = await pdfs.clean(type, bytes)
  return 'pdf' in clean ? pages(clean.pdf) : nothing(cannotBind(file, clean.unreadable))
}

/** Reads one essay, whole: a hand-in has a limit, a volume has none. */
export const contentOf = async (
  sources: ContentSources,
  { version }: VolumeEssay,
  signal: AbortSignal,
): Promise<Content> => {
  const file = readingFile(version)
  if (version.paper !== null) {
    const { note } = version.paper
    return nothing(`Bài nộp bằng bản giấy, không có tệp.${note === null ? '' : ` Ghi chú: ${note}`}`)
  }
  if (file === null) return nothing(MISSING)
  const bytes = await readWhole(sources.files, file)
  if (typeof bytes === 'string') return nothing(bytes)
  const { type } = file
  if (type === 'txt') return { pdf: null, paragraphs: [bytes.toString('utf8')], note: null }
  // Ours: what was bound of photos.
  if (type === 'photos' || version.bound !== undefined) return pages(bytes)
  if (type === 'pdf' || isPhoto(type)) return foreignPages(sources, file, type, bytes)
  const reading = await wordsOf(sources, file, bytes)
  const printed = reading.reason === null ? await sources.office(type, bytes, signal) : null
  const bound = printed && (await sources.pdfs.clean('pdf', printed))
  return bound !== null && 'pdf' in bound ? pages(bound.pdf) : setFromWords(file, reading)
}
