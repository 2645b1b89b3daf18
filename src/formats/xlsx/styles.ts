import { XML_HEAD, xmlText } from '../xml-text.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SIZE = 12

/** How a cell looks. */
export interface CellStyle {
  readonly format: string
  readonly font: 'regular' | 'bold' | 'italic' | 'title'
  readonly isHead?: boolean
  readonly isFramed?: boolean
  readonly wraps?: boolean
}

const FONTS = ['regular', 'bold', 'italic', 'title'] as const satisfies readonly CellStyle['font'][]

const fontXml = (font: CellStyle['font']): string => {
  const look = font === 'italic' ? '<i/>' : font === 'regular' ? '' : '<b/>'
  return `<font>${look}<sz val="${font === 'title' ? SIZE + 2 : SIZE}"/><name val="Times New Roman"/><family val="1"/></font>`
}

const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`
const FRAME = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`

/** The first number of an own format; those below are Excel's. */
const FIRST_FORMAT = 164

/** Every look once, numbered as cells name it; written when all cells are. */
export const styleBook = () => {
  const formats = new Map<string, number>([['General', 0]])
  const looks = new Map<string, number>()
  const xfs: string[] = []

  const formatId = (format: string): number => {
    const known = formats.get(format)
    if (known !== undefined) return known
    const id = FIRST_FORMAT + formats.size - 1
    formats.set(format, id)
    return id
  }

  return {
    idOf({ format, font, isHead = false, isFramed = false, wraps = false }: CellStyle): number {
      const key = [format, font, isHead, isFramed, wraps].join('|')
      const known = looks.get(key)
      if (known !== undefined) return known
      const place = isHead
        ? '<alignment horizontal="center" vertical="center" wrapText="1"/>'
        : `<alignment vertical="top"${wraps ? ' wrapText="1"' : ''}/>`
      xfs.push(
        `<xf numFmtId="${formatId(format)}" fontId="${FONTS.indexOf(font)}" fillId="${isHead ? 2 : 0}" borderId="${isFramed || isHead ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${place}</xf>`,
      )
      // The first one is what cells without a style have.
      looks.set(key, xfs.length)
      return xfs.length
    },
    xml(): string {
      const own = [...formats].filter(([, id]) => id >= FIRST_FORMAT)
      return [
        `${XML_HEAD}<styleSheet xmlns="${MAIN}">`,
        own.length === 0
          ? ''
          : `<numFmts count="${own.length}">${own.map(([format, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(format)}"/>`).join('')}</numFmts>`,
        `<fonts count="${FONTS.length}">${FONTS.map(fontXml).join('')}</fonts>`,
        '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
        `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${FRAME}</borders>`,
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        `<cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</cellXfs>`,
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
        '</styleSheet>',
      ].join('')
    },
  }
}

export type StyleBook = ReturnType<typeof styleBook>
