import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createOnce } from '../boot/create-once.ts'
import { liveOwner, ownerText } from './owner.ts'

const lockFile = (folder: string): string => join(folder, 'lock')

/** The process of the stack that runs on the folder; null when none does. */
export const stackOn = async (folder: string): Promise<number | null> => liveOwner(lockFile(folder))

/** Makes the folder ours until `stop`. What a stack killed by force left behind is taken over. */
export const lockFolder = async (folder: string): Promise<{ stop(): Promise<void> }> => {
  await mkdir(folder, { recursive: true })
  const file = lockFile(folder)
  const content = await ownerText(process.pid)
  while (!(await createOnce(file, content))) {
    const owner = await stackOn(folder)
    if (owner !== null)
      throw new Error(
        `Thu Hoạch runs on ${folder} already (process ${owner}). Stop it, or give this one another PORT and DATA_DIR.`,
      )
    await rm(file, { force: true })
  }
  return { stop: async () => rm(file, { force: true }) }
}
