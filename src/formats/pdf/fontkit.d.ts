/** The package brings no types: what is used of it. */
declare module 'fontkit' {
  import type { PDFDocument } from '@cantoo/pdf-lib'

  type Registered = Parameters<PDFDocument['registerFontkit']>[0]
  export const create: Registered['create']

  interface Format {
    probe(bytes: Uint8Array): boolean
    new (stream: { readonly buffer: Uint8Array }): object
  }
  export interface Glyph {
    readonly advanceWidth: number
  }
  interface Position {
    xAdvance: number
    yAdvance: number
    xOffset: number
    yOffset: number
  }
  interface Run {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly Position[]
    readonly advanceWidth: number
  }
  export interface Font {
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string): Run
  }
  export const openSync: (path: string) => Font
  export const registerFormat: (format: Format) => void
}
