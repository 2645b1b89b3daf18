import { walkXml } from '../archive/xml.ts'
import type { Archive } from '../archive/zip.ts'
import { inflatesTooMuch, MAX_CELL, MAX_STRINGS, stop } from './limits.ts'

/** Excel writes what XML cannot hold as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** Texts that cells point at; rich text flattened, reading aids left out. */
export const readSharedStrings = async (archive: Archive, path: string): Promise<readonly string[]> => {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inReading = false
  await walkXml(archive.read(path), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
    },
    text(part) {
      if (inText && text.length < MAX_CELL) text += part
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
      else if (name === 'si') {
        if (strings.length === MAX_STRINGS) throw stop(inflatesTooMuch)
        strings.push(unescapeText(text.slice(0, MAX_CELL)))
      }
    },
  })
  return strings
}

const isDateCode = (code: string): boolean => /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** For every cell style, whether its numbers are days. */
export const readDateStyles = async (archive: Archive, path: string): Promise<readonly boolean[]> => {
  const custom = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await walkXml(archive.read(path), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const id = Number(numFmtId)
      if (name === 'numFmt') custom.set(id, formatCode)
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const code = custom.get(id)
        styles.push(code === undefined ? isBuiltInDate(id) : isDateCode(code))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Relationship id → path in the archive. */
export const readRelations = async (
  archive: Archive,
  path: string,
  folder: string,
): Promise<readonly { readonly id: string; readonly type: string; readonly path: string }[]> => {
  const relations: { id: string; type: string; path: string }[] = []
  await walkXml(archive.read(path), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return
      const path = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path })
    },
  })
  return relations
}

export interface WorkbookSheet {
  readonly name: string
  readonly relation: string
}

/** The sheets a person sees, in their order, and whether days are counted from 1904. */
export const readWorkbook = async (
  archive: Archive,
  path: string,
): Promise<{ readonly sheets: readonly WorkbookSheet[]; readonly from1904: boolean }> => {
  const sheets: WorkbookSheet[] = []
  let from1904 = false
  await walkXml(archive.read(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible')
        sheets.push({ name: attributes['name'] ?? '', relation: attributes['id'] ?? '' })
    },
  })
  return { sheets, from1904 }
}
