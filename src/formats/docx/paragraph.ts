import { xmlText } from '../xml-text.ts'

/** Twentieths of a point, in which Word measures lengths, in a millimetre. */
export const TWIPS = 1440 / 25.4
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS)

export interface RunStyle {
  /** In points. */
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
}

export interface ParagraphStyle {
  readonly align?: 'left' | 'center' | 'right' | 'both'
  /** In points. */
  readonly before?: number
  readonly after?: number
  /** As a multiple of single spacing. */
  readonly lineSpacing?: number
  /** In millimetres. */
  readonly firstLine?: number
  readonly left?: number
  readonly right?: number
  readonly keepNext?: boolean
  /** A rule beneath, as long as the indents leave room. */
  readonly ruled?: boolean
  readonly style?: 'Heading1' | 'Heading2'
  /** Size of its end, in points: how high it is when it is empty. */
  readonly mark?: number
}

const half = (points: number): number => Math.round(points * 2)

/** Text in one style; a line break where it has one. Elements stand in the order that the schema of Word demands. */
export const run = (text: string, { size, bold = false, italic = false }: RunStyle): string => {
  const style = `${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${half(size)}"/><w:szCs w:val="${half(size)}"/>`
  return text
    .split('\n')
    .map(
      (line, index) =>
        `<w:r><w:rPr>${style}</w:rPr>${index === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${xmlText(line)}</w:t></w:r>`,
    )
    .join('')
}

export const paragraphProperties = (
  {
    align = 'left',
    before = 0,
    after = 0,
    lineSpacing = 1,
    keepNext = false,
    ruled = false,
    ...style
  }: ParagraphStyle,
  section = '',
): string => {
  const { firstLine = 0, left = 0, right = 0, mark } = style
  return [
    '<w:pPr>',
    style.style === undefined ? '' : `<w:pStyle w:val="${style.style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    ruled ? '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' : '',
    `<w:spacing w:before="${Math.round(before * 20)}" w:after="${Math.round(after * 20)}" w:line="${Math.round(lineSpacing * 240)}" w:lineRule="auto"/>`,
    `<w:ind w:left="${twips(left)}" w:right="${twips(right)}" w:firstLine="${twips(firstLine)}"/>`,
    `<w:jc w:val="${align}"/>`,
    mark === undefined ? '' : `<w:rPr><w:sz w:val="${half(mark)}"/><w:szCs w:val="${half(mark)}"/></w:rPr>`,
    section,
    '</w:pPr>',
  ].join('')
}

export const paragraph = (text: string, letters: RunStyle, style: ParagraphStyle = {}): string =>
  text === ''
    ? `<w:p>${paragraphProperties({ ...style, mark: letters.size })}</w:p>`
    : `<w:p>${paragraphProperties(style)}${run(text, letters)}</w:p>`

/** A rule of a length in the middle of a span, both in millimetres: the border of an empty, flat paragraph. */
export const centredRule = (length: number, span: number): string => {
  const side = Math.max(0, (span - length) / 2)
  return `<w:p>${paragraphProperties({ left: side, right: side, ruled: true, mark: 1 })}</w:p>`
}

/** Where a person is to write: a field that shows what belongs there until he does. */
export const openField = (name: string, prompt: string, size: number, style: ParagraphStyle): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${xmlText(name)}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>${paragraphProperties(style)}<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:sz w:val="${half(size)}"/><w:szCs w:val="${half(size)}"/></w:rPr><w:t xml:space="preserve">${xmlText(`[${prompt}]`)}</w:t></w:r></w:p></w:sdtContent></w:sdt>`
