import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Where fetched servers are kept for the next start, one folder for all checkouts of a user. */
export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'thu-hoach', 'servers')

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** The cached program, when it is there and its bytes are what was written; null otherwise. */
export const cached = async (name: string): Promise<string | null> => {
  const file = join(cacheFolder(), name)
  try {
    const expected = (await readFile(`${file}.sha256`, 'utf8')).trim()
    await access(file)
    return (await hashOf(file)) === expected ? file : null
  } catch {
    return null
  }
}

/** Puts a program into the cache: written under a temporary name, then renamed, so that half a copy is never found. */
export const keep = async (source: string, name: string, expectedSha256?: string): Promise<string> => {
  const hash = await hashOf(source)
  if (expectedSha256 !== undefined && hash !== expectedSha256)
    throw new Error(`${name} is not the program it should be: SHA-256 ${hash}, expected ${expectedSha256}`)
  const file = join(cacheFolder(), name)
  const temporary = `${file}.${process.pid}`
  await mkdir(cacheFolder(), { recursive: true })
  await copyFile(source, temporary)
  await chmod(temporary, 0o755)
  await rename(temporary, file)
  await writeFile(`${temporary}.sha256`, hash)
  await rename(`${temporary}.sha256`, `${file}.sha256`)
  return file
}
