import { expect } from 'chai'
import { paperOf, pdfOf, somePeople } from '../support/papers.ts'
import { fontsIn, type PdfPage, type PdfText, readPdf } from '../support/pdf.ts'

const MM = 72 / 25.4
const REGULAR = 'Tinos-Regular'
const BOLD = 'Tinos-Bold'
const ITALIC = 'Tinos-Italic'

const ONE_LINE = { kind: 'text', text: 'Một dòng.' } as const
const UNIT_LINE = {
  unit: 'Đơn vị kia',
  people: 1,
  exempt: 0,
  expected: 5,
  submitted: 0,
  onTime: 0,
  late: 0,
  missing: 5,
}

/** The points of Nghị định 30/2020, Phụ lục I, over the pages as two other libraries read them. */
describe('the administrative paper as PDF', () => {
  let bytes: Buffer
  let pages: readonly PdfPage[]
  let first: PdfPage
  before(async () => {
    bytes = await pdfOf(paperOf(somePeople(391)))
    pages = await readPdf(bytes)
    first = pages[0]!
  })

  const find = (text: string, page: PdfPage = first): PdfText => {
    const found = page.texts.find(each => each.text.trim() === text)
    if (found === undefined) throw new Error(`no text ${text}`)
    return found
  }
  const look = ({ font, size }: PdfText) => [font, size]
  const middle = ({ x, width }: PdfText): number => (x + width / 2) / MM
  const pageOf = (title: string): number => pages.findIndex(page => page.rows.includes(title))
  /** The rule next below a text. */
  const ruleBelow = ({ x, y, width }: PdfText) => {
    const rules = first.lines
      .filter(line => line.y1 === line.y2 && line.y1 > y && line.y1 < y + 12)
      .filter(line => Math.abs((line.x1 + line.x2) / 2 - (x + width / 2)) < 2)
    expect(rules).to.have.length(1)
    return Math.abs(rules[0]!.x2 - rules[0]!.x1)
  }
  const numbersOnTop = (): (string | null)[] =>
    pages.map(page => page.texts.find(text => text.y < 20 * MM && /^\d+$/.test(text.text))?.text ?? null)

  it('1: is A4', () => {
    expect([first.width / MM, first.height / MM].map(Math.round)).to.deep.equal([210, 297])
  })

  it('2: keeps within its margins on every page', () => {
    const outside = pages.flatMap(({ texts, width, height }) =>
      texts.filter(
        ({ x, y, width: length, text }) =>
          !(y < 20 * MM && /^\d+$/.test(text)) &&
          (x < 29.9 * MM || width - x - length < 19.5 * MM || y < 20 * MM || height - y < 20 * MM),
      ),
    )
    expect(outside).to.deep.equal([])
  })

  it('3: has its fonts inside, with the metrics of Times New Roman', async () => {
    const { names, missing } = await fontsIn(bytes)
    expect([...names].sort()).to.deep.equal([BOLD, 'Tinos-BoldItalic', ITALIC, REGULAR])
    expect(missing).to.deep.equal([])
  })

  it('4–6: has the parent body, the issuing body and a rule of a third to a half of its width', () => {
    expect(look(find('TỔNG LIÊN ĐOÀN'))).to.deep.equal([REGULAR, 12])
    const own = find('TỈNH HƯNG YÊN')
    expect(look(own)).to.deep.equal([BOLD, 12])
    expect(middle(own)).to.be.below(100)
    expect(own.y).to.be.greaterThan(find('LAO ĐỘNG VIỆT NAM').y)
    expect(ruleBelow(own) / own.width).to.be.within(1 / 3, 1 / 2)
  })

  it('7–9: has the name of the state and the motto with a rule as long as it', () => {
    const state = find('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(look(state)).to.deep.equal([BOLD, 12])
    expect(middle(state)).to.be.greaterThan(110)
    const motto = find('Độc lập - Tự do - Hạnh phúc')
    expect(look(motto)).to.deep.equal([BOLD, 13])
    expect(ruleBelow(motto) / motto.width).to.be.within(0.98, 1.02)
  })

  it('10–12: has number and sign at the left, place and date at the right, on one line', () => {
    const number = find('Số: 05/BC-LĐLĐ')
    const date = find('Hưng Yên, ngày 09 tháng 01 năm 2019')
    expect([look(number), look(date)]).to.deep.equal([
      [REGULAR, 13],
      [ITALIC, 13],
    ])
    expect(Math.round(number.y)).to.equal(Math.round(date.y))
    expect(middle(number)).to.be.below(middle(date))
  })

  it('13–14: has its kind and its summary line in the middle, with a rule', () => {
    const kind = find('BÁO CÁO')
    const summary = find('đợt “Học tập Nghị quyết Đại hội XII Công đoàn Việt Nam”')
    for (const text of [kind, find('Kết quả nộp bài thu hoạch'), summary]) {
      expect(look(text)).to.deep.equal([BOLD, 14])
      expect(middle(text)).to.be.within(109, 111)
    }
    expect(ruleBelow(summary) / summary.width).to.be.within(1 / 3, 1 / 2)
  })

  it('15–16: says to whom it goes and on what it rests', () => {
    expect(look(find('Kính gửi: Tổng Liên đoàn Lao động Việt Nam'))).to.deep.equal([REGULAR, 14])
    const basis = first.texts.filter(({ font, size }) => font === ITALIC && size === 14)
    expect(basis.map(({ text }) => text).join('')).to.include('Căn cứ Nghị quyết Đại hội XII')
  })

  it('17–19: has a justified body with indented first lines, gaps and line spacing', () => {
    const body = first.texts.filter(({ font, size }) => font === REGULAR && size === 14)
    const rows = [...new Set(body.map(({ y }) => y))].sort((a, b) => a - b)
    const at = rows.findIndex(y => body.some(text => text.y === y && text.text.startsWith('Tính')))
    const [start, next] = [rows[at], rows[at + 1]].map(y => body.filter(text => text.y === y))
    expect(start![0]!.x / MM - 30).to.be.within(10, 12.8)
    expect(next![0]!.x / MM).to.be.within(29.9, 30.1)
    const end = Math.max(...start!.map(({ x, width }) => x + width))
    expect(end / MM).to.be.within(189, 190.5)
    const line = next![0]!.y - start![0]!.y
    expect(line / (14 * 1.15)).to.be.within(1, 1.5)
    const before =
      start![0]!.y - Math.max(...first.texts.filter(({ y }) => y < start![0]!.y - 1).map(({ y }) => y))
    expect(before - line).to.be.at.least(5.9)
  })

  it('20–21: has its page number in the middle of the top margin, but not on the first page', () => {
    const [none, two] = numbersOnTop()
    expect([none, two]).to.deep.equal([null, '2'])
    const number = find('2', pages[1])
    expect(look(number)).to.deep.equal([REGULAR, 13])
    expect(middle(number)).to.be.within(104.5, 105.5)
  })

  it('22–23: is signed at the right, and names at the left who gets it', () => {
    const page = pages.find(({ rows }) => rows.some(row => row.startsWith('Nơi nhận:')))
    for (const line of ['TM. BAN THƯỜNG VỤ', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nguyễn Thị Thắm']) {
      expect(look(find(line, page))).to.deep.equal([BOLD, 14])
      expect(middle(find(line, page))).to.be.greaterThan(120)
    }
    expect(find('Nguyễn Thị Thắm', page).y - find('PHÓ CHỦ TỊCH', page).y).to.be.greaterThan(60)
    expect(look(find('Nơi nhận:', page))).to.deep.equal(['Tinos-BoldItalic', 12])
    expect(look(find('- Lưu: VT.', page))).to.deep.equal([REGULAR, 11])
    expect(find('- Lưu: VT.', page).x / MM).to.be.within(29.9, 30.1)
  })

  it('24: has appendices that each begin a page and count their own', () => {
    const starts = ['I', 'II', 'III', 'IV', 'V'].map(number => pageOf(`Phụ lục ${number}`))
    expect(starts.every((start, index) => start > (starts[index - 1] ?? 0))).to.equal(true)
    const numbers = numbersOnTop()
    for (const [index, start] of [0, ...starts].entries()) {
      const end = [0, ...starts][index + 1] ?? pages.length
      const expected = Array.from({ length: end - start }, (_, n) => (n === 0 ? null : String(n + 1)))
      expect(numbers.slice(start, end)).to.deep.equal(expected)
    }
    for (const start of starts) expect(pages[start]!.texts[0]!.text).to.match(/^Phụ lục/)
  })

  it('25: lays long tables across, repeats their heads and breaks no row', () => {
    const [second, third, fourth] = ['II', 'III', 'IV'].map(number => pageOf(`Phụ lục ${number}`))
    const people = pages.slice(second, third)
    expect(people.length).to.be.greaterThan(10)
    for (const page of people) {
      expect(page.width).to.be.greaterThan(page.height)
      expect(page.rows.some(row => row.startsWith('STT Họ và tên Ngày sinh Chức vụ'))).to.equal(true)
    }
    expect(pages[fourth!]!.width).to.be.below(pages[fourth!]!.height)
    // Each person's number stands on the page on which his row ends: what is written last in it.
    const numbered = people.flatMap(page => page.texts.filter(({ x }) => x < 40 * MM).map(({ text }) => text))
    expect(numbered.filter(text => /^\d+$/.test(text)).map(Number)).to.deep.equal(
      Array.from({ length: 391 }, (_, n) => n + 1),
    )
    for (const page of people) {
      const foot = Math.max(...page.texts.map(({ y }) => y))
      const frame = Math.max(...page.lines.map(({ y2 }) => y2))
      expect(frame).to.be.greaterThan(foot)
    }
  })

  it('can be copied out as it was typed', () => {
    const text = pages.flatMap(page => page.rows).join('\n')
    expect(text).to.include('Tính đến 17 giờ 00 ngày 25 tháng 12 năm 2018, LĐLĐ tỉnh Hưng Yên có')
  })

  it('writes letters that are put together, as the Ê Đê have them', async () => {
    const rows = (await readPdf(await pdfOf(paperOf([{ name: 'Hơ̆ Đoàn\u00A0fi' }])))).flatMap(
      page => page.rows,
    )
    const row = rows.find(each => each.includes('1 H'))
    expect(row?.normalize('NFC').replaceAll(/\s/g, '')).to.include('Hơ̆Đoànfi')
  })

  for (const count of [0, 1, 12])
    it(`is whole for ${count} people`, async () => {
      const few = await readPdf(await pdfOf(paperOf(somePeople(count))))
      expect(few.flatMap(page => page.rows).filter(row => row.startsWith('Phụ lục'))).to.have.length(5)
      const end = few.find(page => page.rows.some(row => row.startsWith('Nơi nhận:')))
      expect(end?.rows.some(row => row.startsWith('Trên đây là kết quả'))).to.equal(true)
    })

  it('is the same whether it is written alone or beside others', async () => {
    const documents = [391, 12, 1].map(count => paperOf(somePeople(count)))
    const together = await Promise.all(documents.map(pdfOf))
    for (const [index, document] of documents.entries())
      expect((await pdfOf(document)).equals(together[index]!)).to.equal(true)
  })

  it('has a word instead of a table in which there is nobody', async () => {
    const none = await readPdf(await pdfOf(paperOf([])))
    const empty = none.filter(({ rows }) => rows.includes('Không có.')).map(({ rows }) => rows[0])
    expect(empty).to.deep.equal(['Phụ lục II', 'Phụ lục III', 'Phụ lục IV'])
  })

  /** Appendix I with so many lines. */
  const withUnits = async (count: number): Promise<readonly PdfPage[]> => {
    const { tables, ...document } = paperOf([])
    const rows = Array.from({ length: count }, (_, n) => ({ ...UNIT_LINE, number: n + 1 }))
    const made = await readPdf(await pdfOf({ ...document, tables: [{ ...tables[0]!, rows }] }))
    return made.slice(made.findIndex(page => page.rows[0] === 'Phụ lục I'))
  }
  const lines = (page: PdfPage): number => page.rows.filter(row => row.includes('Đơn vị kia')).length

  it('leaves its sums never alone on a page', async () => {
    const [full] = await withUnits(80)
    const [start, end] = await withUnits(lines(full!))
    expect([lines(start!), lines(end!)]).to.deep.equal([lines(full!) - 1, 1])
    expect(end?.rows.some(row => row.startsWith('Cộng'))).to.equal(true)
  })

  it('leaves its signature never alone on a page', async () => {
    const { paper, ...document } = paperOf([])
    const closing = paper.blocks.slice(-1)
    // A signature is higher than four lines: one of these leaves too little room for it.
    for (let count = 16; count < 36; count += 4) {
      const blocks = [...Array.from({ length: count }, () => ONE_LINE), ...closing]
      const made = await readPdf(await pdfOf({ ...document, tables: [], paper: { ...paper, blocks } }))
      const signed = made.find(({ rows }) => rows.some(row => row.startsWith('Nơi nhận:')))
      expect(
        signed?.rows.some(row => row.startsWith('Trên đây')),
        `${count} lines`,
      ).to.equal(true)
    }
  })
})
