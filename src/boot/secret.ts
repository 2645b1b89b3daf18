import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../config/index.ts'
import { createOnce } from './create-once.ts'

const keptSecret = async (folder: string): Promise<string> => {
  const file = join(folder, 'session-secret')
  await mkdir(folder, { recursive: true })
  await createOnce(file, randomBytes(32).toString('base64url'))
  return readFile(file, 'utf8')
}

/** Outside production a missing session secret is a random one, kept so that sessions survive a restart. */
export const withSessionSecret = async (settings: Settings): Promise<Settings> =>
  settings.SESSION_SECRET !== undefined || settings.NODE_ENV === 'production'
    ? settings
    : { ...settings, SESSION_SECRET: await keptSecret(settings.DATA_DIR) }
