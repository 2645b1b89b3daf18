const NAME = Buffer.from('WordDocument\0', 'utf16le')
/** Directory entries of a compound file are this long and lie at multiples of it. */
const ENTRY_BYTES = 128

/**
 * Does this block of a compound file (OLE2) hold the directory entry of Word's main stream? The block must begin at a
 * multiple of the entry's length in the file, so that no entry lies across two blocks.
 */
export const hasWordStream = (block: Buffer): boolean => {
  for (let at = block.indexOf(NAME); at >= 0; at = block.indexOf(NAME, at + 1)) {
    if (at % ENTRY_BYTES === 0) return true
  }
  return false
}
