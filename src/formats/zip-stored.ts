import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { StoredFile } from '../ports/report-files.ts'

/**
 * A ZIP of files as they are, one read at a time, at the pace at which somebody reads the ZIP. Nothing is compressed, so its
 * size is known before its first byte. A file that breaks breaks the ZIP: who receives it is not to think that it is whole.
 */
export const zipStored = async (
  files: readonly StoredFile[],
): Promise<{ readonly size: number; readonly bytes: Readable }> => {
  const zip = new ZipFile()
  const bytes = new PassThrough()
  let reading: Readable | null = null
  zip.on('error', (error: Error) => bytes.destroy(error))
  // Whoever goes away leaves no file open.
  bytes.once('close', () => reading?.destroy())
  zip.outputStream.pipe(bytes)
  for (const { entry, size, mtime, open } of files)
    zip.addReadStreamLazy(entry, { compress: false, size, mtime, mode: 0o100644 }, given => {
      if (bytes.destroyed) return
      reading = open()
      reading.once('error', error => bytes.destroy(error))
      given(null, reading)
    })
  const size = await new Promise<number>(resolve => {
    // Without ZIP64 yazl tells 76 bytes too many once the names come to 64 KB: the nation's reports do. Its types leave
    // out what it is told: the size.
    zip.end({ forceZip64Format: true, comment: '' }, (...told: readonly number[]) => {
      resolve(told[0] ?? -1)
    })
  })
  return { size, bytes }
}
