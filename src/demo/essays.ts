import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'

/** Real files of cadres: Word, PDF, ODT, RTF, scans and photographs. */
const FOLDER = new URL('../../fixtures/essays/', import.meta.url)

export interface EssayFile {
  readonly name: string
  readonly bytes: Buffer
}

const END_OF_CENTRAL_DIRECTORY = 22

/**
 * Makes a copy that is this person's alone without touching what a reader shows: a comment in the archive of a
 * DOCX or ODT, bytes after the end of the others, where their formats allow it. An old DOC stays as it is.
 */
const personal = ({ name, bytes }: EssayFile, mark: string): EssayFile => {
  switch (extname(name).toLowerCase()) {
    case '.docx':
    case '.odt': {
      const comment = Buffer.from(mark)
      const own = Buffer.concat([bytes, comment])
      own.writeUInt16LE(comment.length, bytes.length - END_OF_CENTRAL_DIRECTORY + 20)
      return { name, bytes: own }
    }
    case '.pdf':
      return { name, bytes: Buffer.concat([bytes, Buffer.from(`\n% ${mark}\n%%EOF\n`)]) }
    case '.jpg':
    case '.png':
      return { name, bytes: Buffer.concat([bytes, Buffer.from(mark)]) }
    default:
      return { name, bytes }
  }
}

const read = async (name: string): Promise<EssayFile> => ({
  name,
  bytes: await readFile(new URL(encodeURI(name), FOLDER)),
})

/** One file for all five topics; one for two of them; and one for each kind of single essay. */
export const essayShelf = async () => {
  const [five, two, ...single] = await Promise.all(
    [
      'cả năm chuyên đề.docx',
      'Bai 1 va 3.PDF',
      'Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx',
      'bai thu hoach 2.doc',
      'thu-hoach-3.odt',
      'CHUYEN DE 4.RTF',
      'IMG_20181210_01.jpg',
      'scan khong co chu.pdf',
      'anh chup man hinh.png',
    ].map(read),
  )
  if (five === undefined || two === undefined) throw new Error('no essays')
  return {
    five: (mark: string) => personal(five, mark),
    two: (mark: string) => personal(two, mark),
    single: (turn: number, mark: string) => personal(single[turn % single.length] ?? two, mark),
  }
}

export type EssayShelf = Awaited<ReturnType<typeof essayShelf>>
