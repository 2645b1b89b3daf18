import { createHash } from 'node:crypto'

/** Lower-case hex of the text's UTF-8 bytes. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
