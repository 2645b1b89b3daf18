import { type PDFDocument, type PDFFont, PDFName } from '@cantoo/pdf-lib'
import { create } from 'fontkit'
import { FACES, type Face, fontBytes } from '../pdf/fonts.ts'

interface SetWord {
  /** Its glyphs, in hexadecimal. */
  readonly glyphs: string
  /** At size 1. */
  readonly width: number
}

/** More words than this are not remembered: an essay has a thousand different ones, a province's essays some more. */
const MOST_WORDS = 50_000

/** The fonts of one PDF, each in it once, whatever number of pages is set in it. */
export const openFaces = async (pdf: PDFDocument) => {
  pdf.registerFontkit({ create })
  const fonts = new Map<Face, PDFFont>()
  for (const face of FACES) fonts.set(face, await pdf.embedFont(fontBytes(face), { subset: true }))
  const words = new Map<string, SetWord>()

  const fontOf = (face: Face): PDFFont => {
    const font = fonts.get(face)
    if (font === undefined) throw new Error(`no font for ${face}`)
    return font
  }
  const setWord = (word: string, face: Face): SetWord => {
    const key = `${face} ${word}`
    const known = words.get(key)
    if (known !== undefined) return known
    const font = fontOf(face)
    const set = {
      glyphs: font.encodeText(word).asString(),
      width: font.widthOfTextAtSize(word, 100) / 100,
    }
    if (words.size >= MOST_WORDS) words.clear()
    words.set(key, set)
    return set
  }
  return {
    nameOf: (face: Face): PDFName => PDFName.of(`KyYeu-${face}`),
    refOf: (face: Face) => fontOf(face).ref,
    wordWidth: (word: string, face: Face): number => setWord(word, face).width,
    glyphsOf(text: string, face: Face): string {
      return text
        .split(' ')
        .map(word => setWord(word, face).glyphs)
        .join(setWord(' ', face).glyphs)
    },
    widthOf(text: string, face: Face): number {
      const parts = text.split(' ')
      return parts.reduce(
        (sum, word) => sum + setWord(word, face).width,
        (parts.length - 1) * setWord(' ', face).width,
      )
    },
    async end(): Promise<void> {
      for (const font of fonts.values()) await font.embed()
    },
  }
}

export type Faces = Awaited<ReturnType<typeof openFaces>>
