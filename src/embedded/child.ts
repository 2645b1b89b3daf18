import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { liveOwner, ownerText } from './owner.ts'

/** Longer than a process of ours takes (see boot/run.ts). */
const STOP_MS = 25_000
const PORT_ATTEMPTS = 3

export interface Child {
  readonly pid: number
  /** Where its output goes. */
  readonly logFile: string
  /** When it has ended, in whatever way. */
  readonly ended: Promise<unknown>
  /** Asks it to end, waits, and ends it by force when it takes too long. */
  stop(): Promise<void>
}

/** A free loopback port. Somebody may take it before it is used: see `onFreePort`. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Starts something on a free port, and on another one when that was taken in between. */
export const onFreePort = async <T>(start: (port: number) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePort())
    } catch (error) {
      if (attempt === PORT_ATTEMPTS) throw error
    }
  }
}

/** The outcome of the work, unless the process ends before it is there. */
export const unlessEnded = async <T>(
  { ended, logFile }: Pick<Child, 'ended' | 'logFile'>,
  work: Promise<T>,
): Promise<T> =>
  Promise.race([
    work,
    ended.then(() => {
      throw new Error(`It ended before it was ready: see above and in ${logFile}.`)
    }),
  ])

/**
 * A shell that waits for the end of its input, which comes when this process ends in whatever way, `kill -9` included,
 * and then ends the server, a moment after those who work with it: no orphan keeps the data folder locked. In a session
 * of its own, so that Ctrl-C passes it by.
 */
const guard = (pid: number): ChildProcess => {
  const shell = spawn('sh', ['-c', 'read _; sleep 1; kill "$1" 2>/dev/null', 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.unref()
  return shell
}

/** Ends a server that an earlier start left behind, and waits until it has ended. */
const endOrphan = async (pidFile: string): Promise<void> => {
  const since = Date.now()
  for (;;) {
    const pid = await liveOwner(pidFile)
    if (pid === null) return
    try {
      process.kill(pid, Date.now() - since < STOP_MS ? 'SIGTERM' : 'SIGKILL')
    } catch {
      // It ended in this moment.
    }
    await sleep(200)
  }
}

/** How to end a process of ours. */
export const stopper = (child: ChildProcess, ended: Promise<unknown>) => async (): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(force)
}

/**
 * Starts a server program, its output in `folder/name.log`, and sees to it that it never outlives us. One that did,
 * because its guard was killed too, is ended first: two would write into the same data.
 */
export const startChild = async (
  program: string,
  args: readonly string[],
  folder: string,
  name: string,
): Promise<Child> => {
  const pidFile = join(folder, `${name}.pid`)
  await endOrphan(pidFile)
  const logFile = join(folder, `${name}.log`)
  const log = await open(logFile, 'a')
  const child = spawn(program, args, { stdio: ['ignore', log.fd, log.fd], detached: true })
  const ended = once(child, 'exit')
  await once(child, 'spawn')
  await log.close()
  const { pid } = child
  if (pid === undefined) throw new Error(`${program} did not start`)
  const watcher = guard(pid)
  await writeFile(pidFile, await ownerText(pid))
  child.once('exit', () => watcher.kill())
  const stop = stopper(child, ended)
  return {
    pid,
    logFile,
    ended,
    async stop() {
      await stop()
      await rm(pidFile, { force: true })
    },
  }
}
