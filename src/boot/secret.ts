import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../config/index.ts'

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** The secret kept in the folder, made by whoever asks first: a link either takes the name whole or not at all. */
const keptSecret = async (folder: string): Promise<string> => {
  const file = join(folder, 'session-secret')
  await mkdir(folder, { recursive: true })
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    await link(temporary, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(temporary)
  }
  return readFile(file, 'utf8')
}

/** Outside production a missing session secret is a random one, kept so that sessions survive a restart. */
export const withSessionSecret = async (settings: Settings): Promise<Settings> =>
  settings.SESSION_SECRET !== undefined || settings.NODE_ENV === 'production'
    ? settings
    : { ...settings, SESSION_SECRET: await keptSecret(settings.DATA_DIR) }
