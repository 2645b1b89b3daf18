/** The package brings no types: what is used of it. */
declare module 'fontkit' {
  import type { PDFDocument } from '@cantoo/pdf-lib'

  type Registered = Parameters<PDFDocument['registerFontkit']>[0]
  export const create: Registered['create']

  interface Format {
    probe(bytes: Uint8Array): boolean
    new (stream: { readonly buffer: Uint8Array }): object
  }
  export const registerFormat: (format: Format) => void
}
