import { openArchive } from '../archive/zip.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Sheet } from '../domain/roster/cells.ts'
import { inflatesTooMuch, MAX_ROWS, notReadable, refusalIn, stop } from './limits.ts'
import { readDateStyles, readRelations, readSharedStrings, readWorkbook } from './xlsx-parts.ts'
import { readSheetRows, type Shared } from './xlsx-sheet.ts'

const readSheets = async (bytes: Buffer): Promise<readonly Sheet[]> => {
  const archive = await openArchive(bytes, () => stop(inflatesTooMuch))
  const main = (await readRelations(archive, '_rels/.rels', '')).find(r => r.type === 'officeDocument')?.path
  if (main === undefined || !main.endsWith('.xml') || !archive.has(main))
    throw stop(notReadable('không phải sổ tính Excel (.xlsx)'))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = await readRelations(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const pathOf = (type: string): string => relations.find(r => r.type === type)?.path ?? ''
  const workbook = await readWorkbook(archive, main)
  const shared: Shared = {
    strings: await readSharedStrings(archive, pathOf('sharedStrings')),
    dateStyles: await readDateStyles(archive, pathOf('styles')),
    from1904: workbook.from1904,
  }
  const sheets: Sheet[] = []
  let room = MAX_ROWS
  for (const { name, relation } of workbook.sheets) {
    const found = relations.find(r => r.id === relation)
    if (found?.type !== 'worksheet') continue
    const rows = await readSheetRows(archive, found.path, shared, room)
    room -= rows.length
    sheets.push({ name, rows })
  }
  return sheets
}

/** A workbook's visible sheets. Cells may come without references, parts in any order, names with prefixes. */
export const readXlsx = async (bytes: Buffer): Promise<Result<readonly Sheet[]>> => {
  try {
    return ok(await readSheets(bytes))
  } catch (error) {
    return refuse(refusalIn(error) ?? notReadable('tệp Excel bị hỏng'))
  }
}
