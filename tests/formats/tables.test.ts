import { expect } from 'chai'
import type { Row } from '../../src/domain/roster/cells.ts'
import { tableReader } from '../../src/formats/table-reader.ts'
import { withClaimedSize, workbookParts, zeros, zipOf } from '../support/workbooks.ts'

const read = async (bytes: Buffer, name = 'danh-sach') => tableReader.read({ name, bytes })
const cellsOf = async (bytes: Buffer): Promise<(readonly unknown[])[]> => {
  const result = await read(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value.flatMap(sheet => sheet.rows.map((row: Row) => row.cells))
}
const refusalOf = async (bytes: Buffer): Promise<string> => {
  const result = await read(bytes)
  return result.ok ? 'read' : `${result.problems[0].code} ${Object.values(result.problems[0].details).join()}`
}
const sheetOf = async (xml: string, options = {}): Promise<(readonly unknown[])[]> =>
  cellsOf(await zipOf(workbookParts({ A: xml }, options)))

const TEXT = 'Họ và tên;Chức vụ\nNguyễn Thị Thắm;"Phó Chủ tịch; Ủy viên"\n\n;\nĐỗ Ơn;Ủy viên\n'
const ROWS = [
  ['Họ và tên', 'Chức vụ'],
  ['Nguyễn Thị Thắm', 'Phó Chủ tịch; Ủy viên'],
  ['Đỗ Ơn', 'Ủy viên'],
]
const rowXml = (r: number) => `<row r="${r}"><c r="B${r}"><v>${r}</v></c></row>`
const nfc = (rows: (readonly unknown[])[]) => rows.map(row => row.map(cell => String(cell).normalize('NFC')))

/** Vietnamese in windows-1258: base letters with marks of their own, as Windows writes them. */
const windows1258 = (text: string): Buffer => {
  const table = new Map<string, number>()
  const decoder = new TextDecoder('windows-1258')
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte)
  const bytes = [...text].flatMap(char => {
    if (table.has(char)) return [table.get(char)!]
    const [base = '', ...marks] = char.normalize('NFD')
    const letter = marks
      .filter(mark => '\u0302\u0306\u031b'.includes(mark))
      .reduce((l, m) => (l + m).normalize('NFC'), base)
    return [letter, ...marks.filter(mark => !'\u0302\u0306\u031b'.includes(mark))].map(
      part => table.get(part)!,
    )
  })
  return Buffer.from(bytes)
}

describe('tables', () => {
  describe('CSV', () => {
    const encodings: readonly (readonly [string, Buffer])[] = [
      ['UTF-8', Buffer.from(TEXT)],
      ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
      ['UTF-8, decomposed', Buffer.from(TEXT.normalize('NFD'))],
      ['UTF-16 LE with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
      ['UTF-16 LE', Buffer.from(TEXT, 'utf16le')],
      ['UTF-16 BE with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
      ['windows-1258', windows1258(TEXT)],
      ['line ends of Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
      ['line ends of old', Buffer.from(TEXT.replaceAll('\n', '\r'))],
    ]
    for (const [name, bytes] of encodings)
      it(`is read in ${name}`, async () => expect(nfc(await cellsOf(bytes))).to.deep.equal(ROWS))

    it('may be parted by commas, tabs or semicolons, or say it itself', async () => {
      for (const separator of [',', '\t', ';'])
        expect(await cellsOf(Buffer.from(`a${separator}b\nc${separator}"d,;\te"`)), separator).to.deep.equal([
          ['a', 'b'],
          ['c', 'd,;\te'],
        ])
      expect(await cellsOf(Buffer.from('sep=|\r\na|b;c;d;e\r\n'))).to.deep.equal([['a', 'b;c;d;e']])
    })

    it('counts its rows as they lie in the file', async () => {
      const result = await read(Buffer.from('a,b\n\n,\n"c\nd",e\nf,g\n'), 'x.csv')
      expect(
        result.ok && result.value.map(({ name, rows }) => [name, rows.map(row => row.number)]),
      ).to.deep.equal([['x.csv', [1, 4, 5]]])
    })

    it('is refused when it is empty, no text, or far too long', async () => {
      expect(await refusalOf(Buffer.alloc(0))).to.contain('roster-not-readable')
      expect(await refusalOf(Buffer.from([1, 0, 0, 0, 2, 0, 3, 0, 0]))).to.contain('roster-not-readable')
      expect(await refusalOf(Buffer.from('a,b\n'.repeat(51_001)))).to.equal('roster-too-large 50.000 dòng')
    })
  })

  describe('XLSX', () => {
    it('takes text of every kind: shared, rich, inline, of formulas, escaped, without its reading aid', async () => {
      const strings =
        '<si><t>Lê</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Lê </t></r><r><t>Thị</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>'
      const xml =
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c r="D1" t="str"><f>A1</f><v>x_x000D_y</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="b"><v>1</v></c></row></sheetData>'
      expect(await sheetOf(xml, { strings })).to.deep.equal([['Lê', 'Lê Thị', 'ab', 'x\ry', null, 'x']])
    })

    it('tells days from numbers by their format', async () => {
      const xml =
        '<sheetData><row r="1"><c r="A1" s="1"><v>29292</v></c><c r="B1" s="2"><v>29292.75</v></c><c r="C1"><v>29292</v></c><c r="D1" s="1"><f>A1</f><v>29292</v></c><c r="E1" s="1"><v>1</v></c></row></sheetData>'
      const day = new Date('1980-03-12T00:00:00Z')
      expect(await sheetOf(xml)).to.deep.equal([[day, day, 29_292, day, new Date('1900-01-01T00:00:00Z')]])
      expect((await sheetOf(xml, { workbook: '<workbookPr date1904="1"/>' }))[0]?.[0]).to.deep.equal(
        new Date('1984-03-13T00:00:00Z'),
      )
    })

    it('finds cells that do not say where they are, and keeps the numbers of rows', async () => {
      const xml =
        '<sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row r="7"><c r="C7"><v>2</v></c><c><v>3</v></c></row><row r="8"><c r="A8" s="1"/></row></sheetData>'
      const result = await read(await zipOf(workbookParts({ A: xml })))
      expect(result.ok && result.value[0]?.rows).to.deep.equal([
        { number: 1, cells: ['a', 1] },
        { number: 7, cells: [null, null, 2, 3] },
      ])
    })

    it('repeats what lies in merged cells, in rows that have something of their own', async () => {
      const xml = `<sheetData><row r="1"><c r="A1"><v>9</v></c><c r="B1"><v>1</v></c></row>${rowXml(2)}${rowXml(4)}</sheetData><mergeCells><mergeCell ref="A1:A4"/><mergeCell ref="B4:D1048576"/></mergeCells>`
      expect(await sheetOf(xml)).to.deep.equal([
        [9, 1],
        [9, 2],
        [9, 4, 4, 4],
      ])
    })

    it('reads several sheets in their order, and none that is hidden', async () => {
      const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
      const result = await read(await zipOf(workbookParts({ Một: xml, Hai: xml })))
      expect(result.ok && result.value.map(sheet => sheet.name)).to.deep.equal(['Một', 'Hai'])
      expect(
        await cellsOf(await zipOf(workbookParts({ A: xml }, { state: 'state="hidden"' }))),
      ).to.deep.equal([])
    })

    it('is refused when it is damaged, of another kind, old or locked', async () => {
      const good = await zipOf(workbookParts({ A: '<sheetData/>' }))
      const open = await zipOf(workbookParts({ A: '<sheetData><row>' }))
      for (const bytes of [
        good.subarray(0, good.length / 2),
        open,
        await zipOf({ 'word/document.xml': '<x/>' }),
      ])
        expect(await refusalOf(bytes)).to.contain('roster-not-readable')
      expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).to.contain('.xls')
    })

    it('is refused when it has too many rows', async () => {
      const xml = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(51_001)}</sheetData>`
      expect(await refusalOf(await zipOf(workbookParts({ A: xml })))).to.equal('roster-too-large 50.000 dòng')
    })

    it('is refused when it inflates too much, also when its directory denies it', async () => {
      const parts = workbookParts({ A: '<sheetData/>' })
      const bomb = await zipOf({ ...parts, 'xl/sharedStrings.xml': zeros(120 * 1024 * 1024) })
      expect(bomb.length).to.be.lessThan(1024 * 1024)
      expect(await refusalOf(bomb)).to.equal('roster-too-large 100 MB sau khi giải nén')
      expect(await refusalOf(withClaimedSize(bomb, 1000))).to.contain('roster-')
      const many = await zipOf({
        ...parts,
        ...Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`x${i}`, ''])),
      })
      expect(await refusalOf(many)).to.contain('roster-too-large')
    })
  })
})
