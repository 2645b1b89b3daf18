import { createHash, randomBytes } from 'node:crypto'

/** Bytes in pieces, so that a new essay costs the sender next to nothing: all but its end is the same in all. */
export interface Essay {
  readonly pieces: readonly Buffer[]
  readonly sha256: string
}

const HEAD = Buffer.from('%PDF-1.7\n')
const END = Buffer.from('\n%%EOF\n')
const STAMP_BYTES = 16

/** Essays of one size, PDFs to every check of ours, of bytes that do not compress, as scans and Word files do not. */
export const essays = (size: number): (() => Essay) => {
  const common = Buffer.concat([HEAD, randomBytes(size - HEAD.length - STAMP_BYTES - END.length)])
  const begun = createHash('sha256').update(common)
  return () => {
    const end = Buffer.concat([randomBytes(STAMP_BYTES), END])
    return { pieces: [common, end], sha256: begun.copy().update(end).digest('hex') }
  }
}

const BOUNDARY = 'thu-hoach-bench'
const CLOSING = Buffer.from(`\r\n--${BOUNDARY}--\r\n`)

/** The essay as a browser's form sends it. */
export const multipart = ({ pieces }: Essay, fields: Readonly<Record<string, string>>) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="bài thu hoạch.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: [Buffer.from(parts.join('') + file), ...pieces, CLOSING],
  }
}
