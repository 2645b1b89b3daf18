import type { Readable } from 'node:stream'
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl'
import { gatheredPath } from '../domain/gathered/path.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { ArchivedFile, ArchiveReader, ArchiveSource } from '../ports/archives.ts'
import { decodeName } from './entry-name.ts'

/** Folders and what systems add count here. */
const MAX_ENTRIES = 20_000
const MAX_RATIO = 200
/** Below this a high ratio is only a short, repetitive text. */
const RATIO_MATTERS_FROM = 1024 * 1024
const UTF8_FLAG = 0x800
const UNICODE_PATH = 0x7075

/** A class because the library wants one. */
class SourceReader extends RandomAccessReader {
  readonly source: ArchiveSource

  constructor(source: ArchiveSource) {
    super()
    this.source = source
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.source.open({ start, end: end - 1 })
  }
}

const nameOf = (entry: Entry): string => {
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0
  return entry.extraFields.some(({ id }) => id === UNICODE_PATH)
    ? getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    : decodeName(entry.fileNameRaw, isUtf8)
}

const notReadable = (reason: string) => problem('archive-not-readable', { reason })

/** Opened by its reader's first step: a stream that breaks before anybody listens would end the process. */
async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  yield* await zip.openReadStreamPromise(entry)
}

const fileOf = (zip: ZipFile, entry: Entry): ArchivedFile | null => {
  const path = gatheredPath(nameOf(entry))
  if (path === null) return null
  const size = entry.uncompressedSize
  const why = entry.isEncrypted()
    ? notReadable('tệp có đặt mật khẩu')
    : !entry.canDecodeFileData()
      ? notReadable('cách nén không được hỗ trợ')
      : size > RATIO_MATTERS_FROM && size > entry.compressedSize * MAX_RATIO
        ? problem('file-inflates-too-much')
        : null
  return { path, size, problem: why, bytes: inflated(zip, entry) }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024).toLocaleString('vi')} MB`

/** Reads the directory first, then each file from where it lies: neither the archive nor a file is ever in memory. */
export const archiveReader: ArchiveReader = {
  async list(source, limits): Promise<Result<readonly ArchivedFile[]>> {
    const files: ArchivedFile[] = []
    let bytes = 0
    try {
      // Names are decoded by us: the library takes all that is not said to be UTF-8 for CP437.
      const options = { decodeStrings: false, autoClose: false, validateEntrySizes: true }
      const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, options)
      if (zip.entryCount > MAX_ENTRIES) return refuse(problem('too-many-files', { limit: limits.files }))
      for await (const entry of zip.eachEntry()) {
        const file = fileOf(zip, entry)
        if (file === null) continue
        files.push(file)
        bytes += file.size
        if (files.length > limits.files) return refuse(problem('too-many-files', { limit: limits.files }))
        if (bytes > limits.bytes)
          return refuse(problem('files-too-large', { limit: megabytes(limits.bytes) }))
      }
    } catch {
      return refuse(notReadable('tệp hỏng hoặc không phải là ZIP'))
    }
    return ok(files)
  },
}
