import type { Appendix, Block, DaysChart, Paper, SignedDocument, Table } from '../../reports/model.ts'
import { isEmpty, NO_ROWS } from '../../reports/print.ts'
import { chartParagraph } from './chart.ts'
import { headsXml, signatureXml, titleXml } from './head.ts'
import { openField, paragraph, paragraphProperties } from './paragraph.ts'
import { RELATIONS, sectionXml, textWidth } from './section.ts'
import { tableXml } from './table.ts'

const CHART_HEIGHT = 70

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
].join(' ')

export const chartOf = ({ blocks }: Paper): DaysChart | null =>
  blocks.find(block => block.kind === 'chart')?.chart ?? null

function* blockXml(block: Block, { rules }: Paper): Generator<string> {
  const size = rules.sizes.body
  const running = {
    align: 'both',
    before: rules.paragraphGap,
    lineSpacing: rules.lineSpacing,
    firstLine: rules.indent,
  } as const
  const heading = (text: string): string =>
    paragraph(text, { size, bold: true }, { ...running, keepNext: true, style: 'Heading2' })
  switch (block.kind) {
    case 'basis':
      yield paragraph(block.text, { size, italic: true }, running)
      return
    case 'text':
      yield paragraph(block.text, { size }, running)
      return
    case 'closing':
      yield paragraph(block.text, { size }, { ...running, keepNext: true })
      return
    case 'heading':
      yield heading(block.text)
      return
    case 'open':
      yield heading(block.heading)
      yield openField(block.heading, block.prompt, size, running)
      return
    case 'chart':
      yield chartParagraph(RELATIONS.chart, block.chart.title, textWidth(rules, false), CHART_HEIGHT)
      return
    case 'table':
      yield noteXml(block.table, rules.sizes.table)
      yield* tableXml(block.table, textWidth(rules, false), rules)
  }
}

/** Above a table; also where there is nothing to say, so that it does not cling to what stands before it. */
const noteXml = ({ note }: Table, size: number): string =>
  paragraph(
    note ?? '',
    { size: note === null ? 4 : size, italic: true },
    { before: 3, after: 3, keepNext: true },
  )

function* appendixXml(
  table: Table,
  { number, title }: Appendix,
  { rules, attachedTo }: Paper,
): Generator<string> {
  const size = rules.sizes.title
  const centre = { align: 'center', keepNext: true } as const
  yield paragraph(`Phụ lục ${number}`, { size, bold: true }, { ...centre, style: 'Heading1' })
  yield paragraph(title.toLocaleUpperCase('vi'), { size, bold: true }, centre)
  yield paragraph(attachedTo, { size: size - 1, italic: true }, centre)
  if (isEmpty(table)) {
    yield paragraph(NO_ROWS, { size: rules.sizes.body, italic: true }, { align: 'center', before: 6 })
    return
  }
  yield noteXml(table, rules.sizes.table)
  yield* tableXml(table, textWidth(rules, table.isLandscape ?? false), rules)
}

/** The main part, piece by piece. Each run of pages ends with a paragraph that holds its section; the last one's stands alone. */
export function* documentXml({ paper, tables }: SignedDocument): Generator<string> {
  const { rules } = paper
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>`
  yield headsXml(paper)
  yield titleXml(paper)
  for (const block of paper.blocks) yield* blockXml(block, paper)
  yield paragraph('', { size: 8 }, { keepNext: true })
  yield signatureXml(paper)
  let isLandscape = false
  for (const table of tables) {
    if (table.appendix === undefined) continue
    yield `<w:p>${paragraphProperties({ mark: 1 }, sectionXml(rules, isLandscape))}</w:p>`
    yield* appendixXml(table, table.appendix, paper)
    isLandscape = table.isLandscape ?? false
  }
  // Word wants a paragraph behind a table.
  yield paragraph('', { size: 1 })
  yield `${sectionXml(rules, isLandscape)}</w:body></w:document>`
}
