import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FoundText, TextReader } from '../ports/essay-texts.ts'
import { TOO_LARGE_SIGNAL, type ToRead } from './told.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const SECOND = 1000

export interface ReadingLimits {
  /** For one file, the start of the process included. */
  readonly longestMs: number
  /** Without a file to read, the process ends. */
  readonly idleMs: number
  /** In bytes: what the process may take of memory, its heap and all else. */
  readonly mostResident: number
}

const USUAL: ReadingLimits = { longestMs: 30 * SECOND, idleMs: 20 * SECOND, mostResident: 700 * 1024 * 1024 }

/** With a heap of its own, which V8 ends where it is full; after the rest the process looks itself (see child.ts). */
const start = (mostResident: number): ChildProcess =>
  fork(CHILD, [String(mostResident)], {
    execArgv: ['--max-old-space-size=256', '--import=tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // The house's secrets are no business of a parser.
    env: { PATH: process.env['PATH'] },
  })

/** An idle process keeps nobody from ending. */
const hold = (child: ChildProcess, isBusy: boolean): void => {
  if (isBusy) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

const readBy = async (child: ChildProcess, file: ToRead, longestMs: number): Promise<FoundText> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      act()
    }
    const timer = setTimeout(() => {
      settle(() => {
        resolve({ unreadable: 'too-slow' })
      })
    }, longestMs)
    child.once('message', (found: FoundText) => {
      settle(() => {
        resolve(found)
      })
    })
    child.once('error', error => {
      settle(() => {
        reject(error)
      })
    })
    child.once('exit', (_code, signal) => {
      settle(() => {
        if (signal === TOO_LARGE_SIGNAL) resolve({ unreadable: 'too-large' })
        else reject(new Error('the process that reads files was ended'))
      })
    })
    child.send(file)
  })

/**
 * Reads files in a process of its own, one at a time. What takes too long or too much memory costs that process and
 * nothing else; the next file gets a new one. Rejects where the process was ended from outside.
 */
export const textReader = ({ longestMs, idleMs, mostResident }: ReadingLimits = USUAL): TextReader => {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  const readNow = async (file: ToRead): Promise<FoundText> => {
    clearTimeout(idle)
    const reading = child ?? start(mostResident)
    child = reading
    hold(reading, true)
    let isSpent = true
    try {
      const found = await readBy(reading, file, longestMs)
      isSpent = 'unreadable' in found && found.unreadable !== 'damaged'
      return found
    } finally {
      // It is dead, or still at the file, or full of it.
      if (isSpent) end()
      else {
        hold(reading, false)
        idle = setTimeout(end, idleMs).unref()
      }
    }
  }

  return {
    async read(type, bytes) {
      if (type === 'jpg' || type === 'png' || type === 'photos') return { paragraphs: [] }
      if (type === 'txt') return { paragraphs: bytes.toString('utf8').split(/\n{2,}/) }
      const reading = last.then(async () => readNow({ type, bytes }))
      last = reading.catch(() => null)
      return reading
    },
    async close() {
      end()
    },
  }
}
