import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** A process as written down in a file; its birth tells it from a later one that got its number. */
interface Owner {
  readonly pid: number
  readonly birth: string
}

/** State and start, in ticks since the machine's, from what Linux says of a process: `pid (name) state … start …`. */
const birthOnLinux = async (pid: number): Promise<string> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8')
  const [state, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' ? '' : (rest[18] ?? '')
}

/** When a live process began, in the system's own words; empty when there is none. */
const birthOf = async (pid: number): Promise<string> => {
  try {
    if (process.platform === 'linux') return await birthOnLinux(pid)
    return (await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim()
  } catch {
    return ''
  }
}

/** What to write into a file that says whose something is. */
export const ownerText = async (pid: number): Promise<string> =>
  JSON.stringify({ pid, birth: await birthOf(pid) } satisfies Owner)

/** The number of the process that such a file names while that process lives; null otherwise. */
export const liveOwner = async (file: string): Promise<number | null> => {
  try {
    const { pid, birth } = JSON.parse(await readFile(file, 'utf8')) as Owner
    return birth !== '' && (await birthOf(pid)) === birth ? pid : null
  } catch {
    return null
  }
}
