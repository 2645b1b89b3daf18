import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** A process as written down in a file, so that it can be told from a later one that got its number. */
interface Owner {
  readonly pid: number
  readonly command: string
}

/** The command line of a live process; empty when there is none. */
const commandOf = async (pid: number): Promise<string> => {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8')
    return (await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout
  } catch {
    return ''
  }
}

/** What to write into a file that says whose something is. */
export const ownerText = async (pid: number): Promise<string> =>
  JSON.stringify({ pid, command: await commandOf(pid) } satisfies Owner)

/** The number of the process that such a file names while that process lives; null otherwise. */
export const liveOwner = async (file: string): Promise<number | null> => {
  try {
    const { pid, command } = JSON.parse(await readFile(file, 'utf8')) as Owner
    return pid !== process.pid && command !== '' && (await commandOf(pid)) === command ? pid : null
  } catch {
    return null
  }
}
