import type { Readable } from 'node:stream'
import type { Appendix, Block, Paper, SignedDocument, Table } from '../../reports/model.ts'
import { isEmpty, NO_ROWS } from '../../reports/print.ts'
import { drawChart } from './chart.ts'
import { drawEnd, drawHeads, drawTitle } from './head.ts'
import { openPages, type Pages, SINGLE } from './pages.ts'
import { drawTable } from './table.ts'
import { centred, paragraph } from './text.ts'

const GAP = 6
/** Of running text; what is left open for the writer is not in a paper that can no longer be written in. */
const FACE_OF = {
  basis: 'italic',
  heading: 'bold',
  text: 'regular',
  closing: null,
  chart: null,
  open: null,
} as const

const drawNote = (pages: Pages, { note }: Table, size: number): void => {
  if (note === null) return
  for (const line of pages.wrap(note, { face: 'italic', size }, pages.width)) {
    pages.write(line, pages.left, pages.y, { face: 'italic', size })
    pages.y += size * SINGLE
  }
  pages.y += GAP / 2
}

/** False: nobody reads any more. */
const drawBlock = async (pages: Pages, block: Block, paper: Paper): Promise<boolean> => {
  const { rules } = paper
  const { body, table } = rules.sizes
  if (block.kind === 'table') {
    pages.y += GAP
    drawNote(pages, block.table, table)
    const isWanted = await drawTable(pages, block.table, rules)
    pages.y += GAP
    return isWanted
  }
  if (block.kind === 'closing') drawEnd(pages, block.text, paper)
  if (block.kind === 'chart') drawChart(pages, block.chart, table + 1)
  // Not alone at the foot of a page.
  if (block.kind === 'heading') pages.ensure(body * 5)
  const face = FACE_OF[block.kind]
  if (face !== null && 'text' in block) paragraph(pages, block.text, { face, size: body }, rules)
  return true
}

const drawAppendix = async (
  pages: Pages,
  table: Table,
  { number, title }: Appendix,
  paper: Paper,
): Promise<boolean> => {
  const { rules, attachedTo } = paper
  const size = rules.sizes.title
  pages.begin(table.isLandscape ?? false)
  const whole = { x: pages.left, width: pages.width }
  pages.doc.outline.addItem(`Phụ lục ${number}. ${title}`)
  centred(pages, `Phụ lục ${number}`, { face: 'bold', size }, whole)
  centred(pages, title.toLocaleUpperCase('vi'), { face: 'bold', size }, whole)
  centred(pages, attachedTo, { face: 'italic', size: size - 1 }, whole)
  pages.y += GAP
  if (isEmpty(table)) {
    centred(pages, NO_ROWS, { face: 'italic', size: rules.sizes.body }, whole)
    return true
  }
  drawNote(pages, table, rules.sizes.table)
  return drawTable(pages, table, rules)
}

const draw = async (pages: Pages, { paper, tables }: SignedDocument): Promise<void> => {
  pages.begin(false)
  pages.doc.outline.addItem(paper.summary.replaceAll('\n', ' '))
  drawHeads(pages, paper)
  drawTitle(pages, paper)
  for (const block of paper.blocks)
    if (!(await drawBlock(pages, block, paper)) || !(await pages.pause())) return
  for (const table of tables)
    if (table.appendix !== undefined && !(await drawAppendix(pages, table, table.appendix, paper))) return
  if (await pages.pause()) pages.doc.end()
}

/** The administrative paper as it is signed and scanned: A4, fonts inside, appendices with page numbers of their own. */
export const writePdf = (document: SignedDocument): Readable => {
  const { paper, title, cutoff } = document
  const pages = openPages(paper.rules, { title, author: paper.issuingBody.replace('\n', ' '), at: cutoff })
  draw(pages, document).catch((error: unknown) => {
    pages.doc.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return pages.doc
}
