import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect } from 'chai'
import readExcel from 'read-excel-file/node'
import { writeXlsx } from '../../src/formats/xlsx/writer.ts'
import type { ReportDocument } from '../../src/reports/model.ts'
import { partsOf } from '../support/package.ts'
import { paperOf, somePeople } from '../support/papers.ts'
import { hasProgram } from '../support/unpack.ts'
import { expectWellFormed } from '../support/well-formed.ts'
import { zipOf } from '../support/workbooks.ts'

const bookOf = async (document: ReportDocument): Promise<Buffer> => buffer(writeXlsx(document))
const first = (sheets: ReadonlyMap<string, string>, index = 1): string =>
  sheets.get(`xl/worksheets/sheet${index}.xml`) ?? ''
/** Every cell that has a formula: its place, the formula, and the value that lies beside it. */
const formulas = (xml: string) =>
  [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(
    ([, at = '', formula = '', value = '']) => ({ at, formula, value: Number(value) }),
  )
const numberAt = (xml: string, at: string): number =>
  Number(new RegExp(`<c r="${at}"[^>]*>(?:<f>[^<]*</f>)?<v>([^<]*)</v>`).exec(xml)?.[1])

/** What a spreadsheet makes of the few formulas there are. */
const computed = (xml: string, formula: string): number => {
  const sum = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula)
  if (sum !== null) {
    let total = 0
    for (let row = Number(sum[2]); row <= Number(sum[3]); row += 1) total += numberAt(xml, `${sum[1]}${row}`)
    return total
  }
  const share = /^IF\(([A-Z]+\d+)=0,100,ROUND\(([A-Z]+\d+)\/\1\*1000,0\)\/10\)$/.exec(formula)
  if (share === null) throw new Error(`what is ${formula}?`)
  const [whole, part] = [numberAt(xml, share[1] ?? ''), numberAt(xml, share[2] ?? '')]
  return whole === 0 ? 100 : Math.round((part / whole) * 1000) / 10
}

describe('the workbook', () => {
  const document = paperOf(somePeople(391))
  let parts: ReadonlyMap<string, string>
  before(async () => {
    parts = await partsOf(await bookOf(document))
  })

  it('has a sheet for each table, with its head frozen, repeated and filtered, its columns as wide as they need', () => {
    const workbook = parts.get('xl/workbook.xml') ?? ''
    expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).to.deep.equal([
      ...['Theo đơn vị', 'Theo người', 'Chưa nộp', 'Miễn viết', 'Gia hạn', 'Theo chuyên đề'],
    ])
    expect(workbook).to.include(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Theo người'!$6:$6</definedName>`,
    )
    expect(workbook).to.include(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'Theo người'!$A$1:$K$397</definedName>`,
    )
    const people = first(parts, 2)
    expect(people).to.include('<pane ySplit="6" topLeftCell="A7" activePane="bottomLeft" state="frozen"/>')
    expect(people).to.include('<autoFilter ref="A6:K397"/>')
    expect(people).to.include('<col min="2" max="2" width="26" customWidth="1"/>')
    for (const index of [1, 2, 3, 4, 5, 6])
      expect(first(parts, index)).to.include(
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      )
  })

  it('computes its last line, and what lies in it is what is computed', () => {
    for (const count of [1, 2, 12, 391]) {
      const { rows, totals } = count === 391 ? document.tables[0]! : paperOf(somePeople(count)).tables[0]!
      expect([...rows].length, String(count)).to.be.greaterThan(0)
      expect(totals).not.to.equal(null)
    }
    const xml = first(parts)
    const found = formulas(xml)
    expect(found).to.have.length(8)
    for (const { at, formula, value } of found)
      expect(value, `${at} ${formula}`).to.equal(computed(xml, formula))
    expect(found.at(-1)?.formula).to.equal('IF(E10=0,100,ROUND(F10/E10*1000,0)/10)')
  })

  it('has rows as high as the texts that are broken in them', async () => {
    const posts = ['Phó Chủ tịch CĐCS Trường THPT chuyên', 'Uỷ viên BCH', 'Trưởng Ban Nữ công']
    const made = await bookOf(
      paperOf([
        { name: 'A', gave: 'CD1', more: { posts } },
        { name: 'B', gave: 'CD1', more: { posts: [] } },
      ]),
    )
    const sheet = first(await partsOf(made), 2)
    expect(/<row r="7"[^>]*>/.exec(sheet)?.[0]).to.include(`ht="${3 * 15.75}"`)
    expect(/<row r="8"[^>]*>/.exec(sheet)?.[0]).not.to.include('ht=')
  })

  it('colours what is missing', () => {
    expect(first(parts)).to.match(
      /<conditionalFormatting sqref="I7:I9"><cfRule type="cellIs" dxfId="0" priority="9" operator="greaterThan"><formula>0<\/formula>/,
    )
    expect(first(parts, 2)).to.include(
      '<conditionalFormatting sqref="F7:F397"><cfRule type="expression" dxfId="0" priority="6"><formula>OR(F7=&quot;Chưa nộp&quot;,F7=&quot;Đã rút&quot;,F7=&quot;Đã trả lại&quot;)</formula>',
    )
  })

  it('has names of sheets that Excel takes, each once', async () => {
    const [table] = document.tables
    const title = 'Công đoàn các Khu công nghiệp: tỉnh [Hưng Yên]/2018'
    const tables = [title, title, title, "'a'", 'A'.repeat(30) + '👩🏽‍🌾'].map(name => ({
      ...table!,
      title: name,
    }))
    const odd = await partsOf(await bookOf({ ...document, tables }))
    const names = [...(odd.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(
      ([, name]) => name ?? '',
    )
    expect(names).to.deep.equal([
      'Công đoàn các Khu công nghiệp- ',
      'Công đoàn các Khu công nghi (2)',
      'Công đoàn các Khu công nghi (3)',
      '’a’',
      'A'.repeat(30),
    ])
    expect(names.every(name => name.length <= 31)).to.equal(true)
    for (const [name, xml] of odd) expectWellFormed(name, xml)
  })

  it('runs nothing that people typed, and holds whatever they typed', async () => {
    const typed = ['=1+1', '+84', '-x', '@a', '\tx', '<b>&"', 'a\u0001b', '👩🏽‍🌾']
    const book = await bookOf(paperOf(typed.map(name => ({ name }))))
    for (const [name, xml] of await partsOf(book)) expectWellFormed(name, xml)
    const people = (await readExcel(book)).find(({ sheet }) => sheet === 'Theo người')?.data ?? []
    const names = people.slice(6).map(row => row[1])
    expect(names).to.include.members(["'=1+1", "'+84", "'-x", "'@a", '<b>&"', 'ab', '👩🏽‍🌾'])
  })

  it('is empty, but whole, where there is nobody', async () => {
    const empty = await partsOf(await bookOf(paperOf([])))
    for (const [name, xml] of empty) expectWellFormed(name, xml)
    expect(first(empty, 2)).to.include('<autoFilter ref="A6:K6"/>').and.not.include('conditionalFormatting')
  })

  it('is recomputed by LibreOffice to the values it has', async function () {
    this.timeout(120_000)
    if (!hasProgram('soffice')) this.skip()
    const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-calc-'))
    try {
      const books = new Map<string, { book: Buffer; totals: unknown[] }>()
      for (const count of [0, 1, 12, 391]) {
        const paper = paperOf(somePeople(count))
        const { columns, totals } = paper.tables[0]!
        const book = await bookOf(paper)
        books.set(`${count}.xlsx`, { book, totals: columns.map(({ key }) => totals?.[key]) })
        // Without the values that lie beside the formulas: it cannot but compute them.
        const bare = [...(await partsOf(book))].map(([name, xml]) => [
          name,
          xml.replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'),
        ])
        await writeFile(join(folder, `${count}.xlsx`), await zipOf(Object.fromEntries(bare)))
      }
      // A LibreOffice may be one without its spreadsheet: it cannot read this either.
      await writeFile(join(folder, 'probe.csv'), '1\n')
      await promisify(execFile)(
        'soffice',
        [
          ...['--headless', `-env:UserInstallation=file://${folder}/profile`],
          ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', 'computed'],
          ...['probe.csv', ...books.keys()],
        ],
        { cwd: folder },
      )
      if (!existsSync(join(folder, 'computed', 'probe.xlsx'))) this.skip()
      for (const [name, { book, totals }] of books) {
        const [ours, computed] = [await readExcel(book), await readExcel(join(folder, 'computed', name))]
        expect(computed.map(({ sheet }) => sheet)).to.deep.equal(ours.map(({ sheet }) => sheet))
        for (const [index, { sheet, data }] of ours.entries())
          expect(computed[index]?.data, `${name} ${sheet}`).to.deep.equal(data)
        expect(computed[0]?.data.at(-1), name).to.deep.equal(totals)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
