import { createRequire } from 'node:module'
import type * as Fontkit from 'fontkit'
import { type Face, fontBytes } from './fonts.ts'

// The copy that pdfkit asks; the one that `import` gives is another.
const fontkit: typeof Fontkit = createRequire(import.meta.url)('fontkit')

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
  fonts.set(mark, fontkit.create(fontBytes(face)) ?? {})
  marks.set(face, mark)
  return mark
}
