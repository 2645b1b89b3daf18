import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stackOn } from './lock.ts'
import type { ServerSettings } from './servers.ts'

/** What a running stack writes down for the command line and for scripts. */
export interface Stack {
  /** The API's own address, without any proxy in front. */
  readonly url: string
  /** null: mails are sent for good. */
  readonly mailFolder: string | null
  readonly servers: ServerSettings
}

const fileIn = (folder: string): string => join(folder, 'stack.json')

export const writeStack = async (folder: string, stack: Stack): Promise<void> =>
  writeFile(fileIn(folder), `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 })

export const removeStack = async (folder: string): Promise<void> => rm(fileIn(folder), { force: true })

/** The stack that runs on the folder; null when none does. */
export const readStack = async (folder: string): Promise<Stack | null> => {
  if ((await stackOn(folder)) === null) return null
  try {
    return JSON.parse(await readFile(fileIn(folder), 'utf8')) as Stack
  } catch {
    return null
  }
}
