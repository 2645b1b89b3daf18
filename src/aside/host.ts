import { type ChildProcess, fork } from 'node:child_process'
import { TOO_LARGE_SIGNAL } from './signal.ts'

const SECOND = 1000

export interface AsideLimits {
  /** For one job, the start of the process included. */
  readonly longestMs: number
  /** Without a job, the process ends. */
  readonly idleMs: number
  /** In bytes: what the process may take of memory, its heap and all else. */
  readonly mostResident: number
}

export const USUAL_LIMITS: AsideLimits = {
  longestMs: 30 * SECOND,
  idleMs: 20 * SECOND,
  mostResident: 700 * 1024 * 1024,
}

/** Beyond what a job may cost. */
export type TooMuch = 'too-slow' | 'too-large'

/** With a heap of its own, which V8 ends where it is full; after the rest the process looks itself (see serve.ts). */
const start = (program: string, mostResident: number): ChildProcess =>
  fork(program, [String(mostResident)], {
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

const askChild = async <Found>(
  child: ChildProcess,
  job: object,
  longestMs: number,
): Promise<Found | TooMuch> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      act()
    }
    const timer = setTimeout(() => {
      settle(() => {
        resolve('too-slow')
      })
    }, longestMs)
    child.once('message', (found: Found) => {
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
        if (signal === TOO_LARGE_SIGNAL) resolve('too-large')
        else reject(new Error('the process was ended'))
      })
    })
    child.send(job)
  })

export interface Aside<Job, Found> {
  ask(job: Job): Promise<Found | TooMuch>
  /** Ends the process, whatever it is at. */
  close(): void
}

/**
 * Does jobs in a process of its own, one at a time. What takes too long or too much memory costs that process and
 * nothing else; the next job gets a new one. Rejects where the process was ended from outside.
 */
export const aside = <Job extends object, Found extends object>(
  program: string,
  { longestMs, idleMs, mostResident }: AsideLimits,
): Aside<Job, Found> => {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  const doNow = async (job: Job): Promise<Found | TooMuch> => {
    clearTimeout(idle)
    const working = child ?? start(program, mostResident)
    child = working
    hold(working, true)
    let isSpent = true
    try {
      const found = await askChild<Found>(working, job, longestMs)
      isSpent = typeof found === 'string'
      return found
    } finally {
      // It is dead, or still at the job, or full of it.
      if (isSpent) end()
      else {
        hold(working, false)
        idle = setTimeout(end, idleMs).unref()
      }
    }
  }

  return {
    async ask(job: Job): Promise<Found | TooMuch> {
      const asked = last.then(async () => doNow(job))
      last = asked.catch(() => null)
      return asked
    },
    close: end,
  }
}
