import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'

export interface Child {
  readonly pid: number
  /** Asks it to end, waits, and ends it by force after ten seconds. */
  stop(): Promise<void>
}

/** A free loopback port. Somebody may take it before it is used: callers retry or fail loudly. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/**
 * A shell that waits for the end of its input, which comes when this process ends in whatever way, `kill -9` included,
 * and then ends the server: no orphan keeps the data folder locked. In a session of its own, so that Ctrl-C passes it by.
 */
const guard = (pid: number): ChildProcess => {
  const shell = spawn('sh', ['-c', 'read _; kill "$1" 2>/dev/null', 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.unref()
  return shell
}

/** Starts a server program, its output in a log file, and sees to it that it never outlives us. */
export const startChild = async (
  program: string,
  args: readonly string[],
  logFile: string,
): Promise<Child> => {
  const log = createWriteStream(logFile, { flags: 'a' })
  await once(log, 'open')
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true })
  await once(child, 'spawn')
  log.end()
  const { pid } = child
  if (pid === undefined) throw new Error(`${program} did not start`)
  const watcher = guard(pid)
  const ended = once(child, 'exit')
  return {
    pid,
    async stop() {
      watcher.kill()
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(force)
    },
  }
}
