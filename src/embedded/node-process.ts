import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ReadyMessage } from '../boot/run.ts'
import { type Child, stopper, unlessEnded } from './child.ts'

/**
 * Where a heap may grow beyond 2 GB, V8 lets garbage come to four times what lives; bounded like this, to twice. It
 * keeps the API below 400 MB through an import of 25,000 people (measured: 361, against 588).
 */
const NODE_OPTIONS = ['--max-old-space-size=1024', '--import=tsx']

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface NodeProcess extends Child {
  /** Where it listens, if it does. */
  readonly port: number | undefined
}

export interface NodeProcessOptions {
  /** Path of the program from the top of the repository. */
  readonly script: string
  readonly env: NodeJS.ProcessEnv
  /** Gets its output; its errors appear with ours. */
  readonly logFile: string
  /** In a process group of its own. */
  readonly detached?: boolean
}

/** Starts one of our own programs and waits until it says that it is at work. It ends when we do (see boot/run.ts). */
export const startNodeProcess = async (options: NodeProcessOptions): Promise<NodeProcess> => {
  const { script, env, logFile, detached = false } = options
  const log = await open(logFile, 'a')
  const child = spawn(process.execPath, [...NODE_OPTIONS, script], {
    cwd: ROOT,
    env,
    detached,
    stdio: ['ignore', log.fd, 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  await once(child, 'spawn')
  await log.close()
  if (child.pid === undefined) throw new Error(`${script} did not start`)
  const [message]: ReadyMessage[] = await unlessEnded({ ended, logFile }, once(child, 'message'))
  return { pid: child.pid, logFile, ended, port: message?.port, stop: stopper(child, ended) }
}
