import { createRequire } from 'node:module'
import type * as Fontkit from 'fontkit'
import { type Face, fontPath } from './fonts.ts'

// The copy that pdfkit asks; the one that `import` gives is another.
const fontkit: typeof Fontkit = createRequire(import.meta.url)('fontkit')

/** Letters that stand beside each other and need no more; all else goes the long way through the font's tables. */
const PLAIN = /^(?:(?!\p{Cf})[\p{Script=Latin}\p{Script=Common}])*$/u

/** One glyph a letter. pdfkit scales the positions, and asks for the width afterwards. */
const plainRun = (font: Fontkit.Font, text: string): ReturnType<Fontkit.Font['layout']> => {
  const glyphs = Array.from(text, letter => font.glyphForCodePoint(letter.codePointAt(0) ?? 0))
  const positions = glyphs.map(({ advanceWidth }) => ({
    xAdvance: advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }))
  return {
    glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
    },
  }
}

/** Without kerning, as Word sets it where nobody asks for it: lines break where they break in Word, and are set sooner. */
const plainly = (font: Fontkit.Font): Fontkit.Font => {
  const layout = font.layout.bind(font)
  // A glyph is called what it was first asked for: not the no-break space and the soft hyphen, which look the same.
  for (const letter of ' -') font.glyphForCodePoint(letter.charCodeAt(0))
  font.layout = text => (PLAIN.test(text) ? plainRun(font, text) : layout(text))
  return font
}

/** By the bytes that stand for them, which are no font to any format but the one below. */
const fonts = new Map<Uint8Array, object>()
const marks = new Map<Face, Uint8Array>()

/** pdfkit takes nothing but bytes, and asks every format whose they are. */
class SharedFace {
  constructor({ buffer }: { readonly buffer: Uint8Array }) {
    return fonts.get(buffer) ?? this
  }
  static probe(bytes: Uint8Array): boolean {
    return fonts.has(bytes)
  }
}
fontkit.registerFormat(SharedFace)

/**
 * What pdfkit registers as a font. Read once in a process, tables and glyphs: to read the four anew costs a paper
 * as much as to set a hundred rows.
 */
export const sharedFace = (face: Face): Uint8Array => {
  const known = marks.get(face)
  if (known !== undefined) return known
  const mark = Buffer.from(`face ${face}`)
  fonts.set(mark, plainly(fontkit.openSync(fontPath(face))))
  marks.set(face, mark)
  return mark
}
