import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lower-case hex of the text's UTF-8 bytes. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Of many texts one behind the other. Others have their turn now and then. */
export const sha256OfLines = async (lines: Iterable<string>): Promise<string> => {
  const hash = createHash('sha256')
  let count = 0
  for (const line of lines) {
    hash.update(line)
    count += 1
    if (count % 500 === 0) await nextTurn()
  }
  return hash.digest('hex')
}
