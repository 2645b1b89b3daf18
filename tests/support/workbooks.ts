import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

const relations = (...list: readonly (readonly [string, string, string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The parts of a workbook, by hand: as other writers than ours leave them. `sheets`: name → XML inside `<worksheet>`. */
export const workbookParts = (
  sheets: Readonly<Record<string, string>>,
  { strings = '', workbook = '', state = '' } = {},
): Record<string, string> => {
  const names = Object.keys(sheets)
  return {
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/page${i}.xml`,
        `${XML}<worksheet xmlns="${MAIN}">${sheets[name]}</worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="[$-42A]d/m/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbook}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" ${state} r:id="r${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...names.map(
        (_, i) =>
          [`r${i}`, 'worksheet', i % 2 ? `/xl/worksheets/page${i}.xml` : `worksheets/page${i}.xml`] as const,
      ),
      ['rs', 'sharedStrings', 'sharedStrings.xml'],
      ['rt', 'styles', 'styles.xml'],
    ),
    '_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
  }
}

export const zipOf = async (parts: Readonly<Record<string, string | Readable>>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, part] of Object.entries(parts))
    if (typeof part === 'string') zip.addBuffer(Buffer.from(part), name)
    else zip.addReadStream(part, name)
  zip.end()
  return buffer(zip.outputStream as Readable)
}

/** So many bytes of nothing. */
export const zeros = (bytes: number): Readable =>
  Readable.from(
    (function* () {
      const block = Buffer.alloc(1024 * 1024, ' ')
      for (let left = bytes; left > 0; left -= block.length) yield block.subarray(0, left)
    })(),
  )

/** Makes the directory of an archive claim that every entry inflates to so little. */
export const withClaimedSize = (archive: Buffer, bytes: number): Buffer => {
  const lying = Buffer.from(archive)
  for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4))
    lying.writeUInt32LE(bytes, at + 24)
  return lying
}
