import { expect } from 'chai'
import { paragraphsOf, partsOf } from '../support/package.ts'
import { docxOf, paperOf, somePeople } from '../support/papers.ts'
import { expectWellFormed } from '../support/well-formed.ts'

const MM = 1440 / 25.4

/** The points of Nghị định 30/2020, Phụ lục I, over the XML of the file that an office gets. */
describe('the administrative paper as DOCX', () => {
  let parts: ReadonlyMap<string, string>
  let body: string
  let paragraphs: ReturnType<typeof paragraphsOf>
  before(async () => {
    parts = await partsOf(await docxOf(paperOf(somePeople(391))))
    body = parts.get('word/document.xml') ?? ''
    paragraphs = paragraphsOf(body)
  })

  const find = (text: string | RegExp) => {
    const found = paragraphs.find(each =>
      typeof text === 'string' ? each.text === text : text.test(each.text),
    )
    if (found === undefined) throw new Error(`no paragraph ${text}`)
    return found.xml
  }
  const sizeOf = (xml: string): number =>
    Number(/<w:sz w:val="(\d+)"/.exec(xml.replace(/<w:pPr>.*<\/w:pPr>/s, ''))?.[1]) / 2
  const isBold = (xml: string): boolean => xml.includes('<w:b/>')
  const isItalic = (xml: string): boolean => xml.includes('<w:i/>')
  const alignOf = (xml: string): string | undefined => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]
  const numberIn = (xml: string, name: string): number =>
    Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(xml)?.[1])
  /** Of a rule in millimetres: what its indents leave of the cell. */
  const ruleBeneath = (text: string, span: number): number => {
    const index = paragraphs.findIndex(each => each.text === text)
    const rule = paragraphs[index + 1]?.xml ?? ''
    expect(rule).to.include('<w:pBdr><w:bottom')
    return span - (numberIn(rule, 'left') + numberIn(rule, 'right')) / MM
  }
  const sections = (): readonly string[] => body.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? []
  const LEFT = 160 * 0.41
  const RIGHT = 160 - LEFT

  it('1–2: is A4 with margins of 20, 20, 30 and 20 mm', () => {
    const [first = ''] = sections()
    expect([numberIn(first, 'w'), numberIn(first, 'h')].map(twips => Math.round(twips / MM))).to.deep.equal([
      210, 297,
    ])
    expect(
      ['top', 'bottom', 'left', 'right'].map(side =>
        Math.round(numberIn(/<w:pgMar[^>]*>/.exec(first)?.[0] ?? '', side) / MM),
      ),
    ).to.deep.equal([20, 20, 30, 20])
  })

  it('3: is set in Times New Roman, black, and says that it is Vietnamese', () => {
    const styles = parts.get('word/styles.xml') ?? ''
    expect(
      new Set([...styles.matchAll(/w:(?:ascii|hAnsi|cs)="([^"]+)"/g)].map(([, name]) => name)),
    ).to.deep.equal(new Set(['Times New Roman']))
    expect(styles).to.include('<w:color w:val="000000"/>').and.include('<w:lang w:val="vi-VN"/>')
    expect(body).not.to.match(/<w:rFonts|<w:color/)
  })

  it('4–6: has the parent body, the issuing body and a rule of a third to a half of its width', () => {
    const parent = find('TỔNG LIÊN ĐOÀN\nLAO ĐỘNG VIỆT NAM')
    expect([sizeOf(parent), isBold(parent), alignOf(parent)]).to.deep.equal([12, false, 'center'])
    const own = find('LIÊN ĐOÀN LAO ĐỘNG\nTỈNH HƯNG YÊN')
    expect([sizeOf(own), isBold(own), alignOf(own)]).to.deep.equal([12, true, 'center'])
    const width = 'TỈNH HƯNG YÊN'.length * 0.7 * 12 * (25.4 / 72)
    const rule = ruleBeneath('LIÊN ĐOÀN LAO ĐỘNG\nTỈNH HƯNG YÊN', LEFT)
    expect(rule / width).to.be.within(1 / 3, 1 / 2)
  })

  it('7–9: has the name of the state and the motto with a rule as long as it', () => {
    const state = find('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect([sizeOf(state), isBold(state), alignOf(state)]).to.deep.equal([12, true, 'center'])
    const motto = find('Độc lập - Tự do - Hạnh phúc')
    expect([sizeOf(motto), isBold(motto), alignOf(motto)]).to.deep.equal([13, true, 'center'])
    // 60.7 mm in Times New Roman bold at 13.
    expect(ruleBeneath('Độc lập - Tự do - Hạnh phúc', RIGHT)).to.be.within(55, 66)
  })

  it('10–12: has number and sign, place and date in their form', () => {
    const number = find('Số: 05/BC-LĐLĐ')
    expect([sizeOf(number), isBold(number), isItalic(number)]).to.deep.equal([13, false, false])
    const date = find('Hưng Yên, ngày 09 tháng 01 năm 2019')
    expect([sizeOf(date), isItalic(date), alignOf(date)]).to.deep.equal([13, true, 'center'])
  })

  it('13–14: has its kind and its summary line with a rule', () => {
    const kind = find('BÁO CÁO')
    expect([sizeOf(kind), isBold(kind), alignOf(kind)]).to.deep.equal([14, true, 'center'])
    const summary = find(/^Kết quả nộp bài thu hoạch\nđợt/)
    expect([sizeOf(summary), isBold(summary), alignOf(summary)]).to.deep.equal([14, true, 'center'])
    ruleBeneath(paragraphs.find(each => each.text.startsWith('Kết quả nộp'))?.text ?? '', 160)
  })

  it('15–16: says to whom it goes and on what it rests', () => {
    expect(sizeOf(find('Kính gửi: Tổng Liên đoàn Lao động Việt Nam'))).to.equal(14)
    expect(isItalic(find('Căn cứ Nghị quyết Đại hội XII Công đoàn Việt Nam;'))).to.equal(true)
  })

  it('17–19: has a justified body with indented first lines, gaps and line spacing', () => {
    const text = find(/^Tính đến 17 giờ 00 ngày 25 tháng 12 năm 2018, LĐLĐ tỉnh Hưng Yên có 391 đồng chí/)
    expect([sizeOf(text), alignOf(text)]).to.deep.equal([14, 'both'])
    expect(numberIn(text, 'firstLine') / MM).to.be.within(10, 12.8)
    expect(numberIn(text, 'before') / 20).to.be.at.least(6)
    expect(numberIn(text, 'line') / 240).to.be.within(1, 1.5)
  })

  it('20–21: has its page number in the middle of the top margin, but not on the first page', () => {
    const [first = ''] = sections()
    expect(first).to.match(
      /<w:headerReference w:type="default" r:id="rId1"\/><w:headerReference w:type="first" r:id="rId2"\/>/,
    )
    expect(first).to.include('<w:titlePg/>')
    const header = parts.get('word/header1.xml') ?? ''
    expect(header).to.include('<w:fldSimple w:instr=" PAGE ">').and.include('<w:jc w:val="center"/>')
    expect(sizeOf(header)).to.equal(13)
    expect(parts.get('word/header2.xml')).not.to.include('PAGE')
  })

  it('22: is signed at the right', () => {
    for (const line of ['TM. BAN THƯỜNG VỤ', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nguyễn Thị Thắm']) {
      const xml = find(line)
      expect([sizeOf(xml), isBold(xml), alignOf(xml)], line).to.deep.equal([14, true, 'center'])
    }
    const [left = '', right = ''] = /Nơi nhận:.*/s.exec(body)?.[0].split('</w:tc>') ?? []
    expect(left).not.to.include('TM. BAN')
    expect(right).to.include('TM. BAN')
  })

  it('23: names who gets it, the archive last', () => {
    const head = find('Nơi nhận:')
    expect([sizeOf(head), isBold(head), isItalic(head)]).to.deep.equal([12, true, true])
    const last = paragraphs.filter(each => each.text.startsWith('- ')).map(each => each.text)
    expect(last).to.deep.equal(['- Như trên;', '- Ban Thường vụ;', '- Lưu: VT.'])
    expect(sizeOf(find('- Lưu: VT.'))).to.equal(11)
  })

  it('24: has appendices that each begin a page and count their own', () => {
    const heads = ['I', 'II', 'III', 'IV', 'V'].map(number => find(`Phụ lục ${number}`))
    for (const head of heads)
      expect([sizeOf(head), isBold(head), alignOf(head)]).to.deep.equal([14, true, 'center'])
    expect(sections()).to.have.length(6)
    for (const section of sections())
      expect(section).to.include('<w:type w:val="nextPage"/>').and.include('<w:pgNumType w:start="1"/>')
    expect(
      find('(Kèm theo Báo cáo số 05/BC-LĐLĐ ngày 09 tháng 01 năm 2019 của Liên đoàn Lao động tỉnh Hưng Yên)'),
    ).to.include('<w:i/>')
  })

  it('25: lays long tables across, repeats their heads and breaks no row', () => {
    expect(sections().map(section => section.includes('w:orient="landscape"'))).to.deep.equal([
      ...[false, false, true, true],
      ...[false, false],
    ])
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    const bordered = tables.filter(table => table.includes('<w:tblBorders>'))
    expect(bordered).to.have.length(7)
    for (const table of bordered) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
      expect(rows.filter(row => row.includes('<w:tblHeader/>'))).to.have.length(1)
      expect(rows.every(row => row.includes('<w:cantSplit/>'))).to.equal(true)
    }
  })

  it('leaves remarks and proposals to the writer, and has a chart that can be mended', () => {
    expect(body.match(/<w:showingPlcHdr\/>/g)).to.have.length(2)
    find('5. Nhận xét, đánh giá')
    find('6. Đề xuất, kiến nghị')
    expect(parts.get('word/charts/chart1.xml')).to.include('<c:v>Hạn 14/12</c:v>')
  })

  it('is well formed whatever people are called', async () => {
    const ugly = ['<b>&"', 'a\u0000\u0008b', '\uD800x', '👩🏽‍🌾', 'Phạm\tThị\nÁnh'].map(name => ({ name }))
    for (const [name, xml] of await partsOf(await docxOf(paperOf(ugly)))) expectWellFormed(name, xml)
    for (const [name, xml] of parts) expectWellFormed(name, xml)
  })

  it('has no chart, and no table without lines, where there is nobody', async () => {
    const empty = await partsOf(await docxOf(paperOf([])))
    expect(empty.has('word/charts/chart1.xml')).to.equal(false)
    expect(empty.get('[Content_Types].xml')).not.to.include('chart')
    expect(empty.get('word/document.xml')).to.include('không có cán bộ nào trong danh sách')
  })
})
