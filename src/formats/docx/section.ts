import type { PaperRules } from '../../reports/paper-rules.ts'
import { twips } from './paragraph.ts'

/** Relationships of the document to its parts. */
export const RELATIONS = {
  header: 'rId1',
  emptyHeader: 'rId2',
  styles: 'rId3',
  settings: 'rId4',
  chart: 'rId5',
} as const

/** A run of pages that begins at number 1, which its first page does not show. */
export const sectionXml = ({ page, margins }: PaperRules, isLandscape: boolean): string => {
  const [width, height] = isLandscape ? [page.height, page.width] : [page.width, page.height]
  return [
    `<w:sectPr><w:headerReference w:type="default" r:id="${RELATIONS.header}"/><w:headerReference w:type="first" r:id="${RELATIONS.emptyHeader}"/>`,
    `<w:type w:val="nextPage"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${isLandscape ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar w:top="${twips(margins.top)}" w:right="${twips(margins.right)}" w:bottom="${twips(margins.bottom)}" w:left="${twips(margins.left)}" w:header="${twips(margins.top / 2)}" w:footer="${twips(margins.bottom / 2)}" w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>',
  ].join('')
}

/** Between the margins, in millimetres. */
export const textWidth = ({ page, margins }: PaperRules, isLandscape: boolean): number =>
  (isLandscape ? page.height : page.width) - margins.left - margins.right
