import { randomUUID } from 'node:crypto'
import { link, rm, writeFile } from 'node:fs/promises'

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Creates a private file whole, unless it is there: of several who try at once, one succeeds and is told so. */
export const createOnce = async (file: string, content: string): Promise<boolean> => {
  const temporary = `${file}.${randomUUID()}`
  await writeFile(temporary, content, { mode: 0o600 })
  try {
    await link(temporary, file)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  } finally {
    await rm(temporary)
  }
}
