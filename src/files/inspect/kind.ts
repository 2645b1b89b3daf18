import { fileTypeFromBuffer } from 'file-type'

/** So much of a file's beginning tells what kind it is. */
export const HEAD_BYTES = 4100

const ZIP_MAGIC = Buffer.from('PK\u0003\u0004', 'latin1')

/** What the first bytes are, as an extension; null when nobody knows. Word and ODF files are both `zip` here. */
export const kindOf = async (head: Buffer): Promise<string | null> => {
  // The library would inflate entries to tell kinds of ZIP apart; the directory at the end tells it safely.
  if (head.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) return 'zip'
  const known = await fileTypeFromBuffer(head.subarray(0, HEAD_BYTES))
  if (known !== undefined) return known.ext
  // Scanners and mail gateways put a few bytes of their own before a PDF's header; every reader copes.
  return head.subarray(0, 1024).includes('%PDF-') ? 'pdf' : null
}
