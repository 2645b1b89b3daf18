import { ok, type Result, refuse } from '../domain/result.ts'
import { notReadable } from './limits.ts'

const decode = (encoding: string, bytes: Uint8Array, fatal: boolean): string | null => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without its mark: every second byte of Latin text is zero. */
const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const head = bytes.subarray(0, 1000)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && even === 0) return 'utf-16le'
  return even > head.length / 8 && odd === 0 ? 'utf-16be' : null
}

/**
 * Text in any of the encodings offices save in: UTF-8 and UTF-16 with or without their mark, else windows-1258. What
 * holds a zero character is no text.
 */
export const decodeText = (bytes: Uint8Array): Result<string> => {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex')
  const wide = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : unmarkedUtf16(bytes)
  const text =
    wide === null
      ? (decode('utf-8', bytes, true) ?? decode('windows-1258', bytes, false))
      : decode(wide, bytes, true)
  return text === null || text.includes('\0') ? refuse(notReadable('tệp không phải là văn bản')) : ok(text)
}
