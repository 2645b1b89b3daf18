import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readDemoAccounts } from './demo-accounts.ts'
import { startNodeProcess } from './node-process.ts'
import { readStack } from './stack-file.ts'

export interface SpawnedStack {
  /** Of `npm start`, which leads a process group that holds the API and the worker too. */
  readonly pid: number
  readonly url: string
  readonly mailFolder: string
  /** Of the demo accounts. */
  readonly password: string
  stop(): Promise<void>
}

/** The stack as `npm start` makes it, as a child of this process; at least `DATA_DIR` must be of its own. */
export const spawnStack = async (
  environment: Readonly<Record<string, string>> & { readonly DATA_DIR: string },
): Promise<SpawnedStack> => {
  const folder = resolve(environment.DATA_DIR)
  await mkdir(folder, { recursive: true })
  const child = await startNodeProcess({
    script: 'src/embedded/start.ts',
    env: { ...process.env, ...environment, DATA_DIR: folder },
    logFile: join(folder, 'start.log'),
    detached: true,
  })
  const stack = await readStack(folder)
  const demo = await readDemoAccounts(folder)
  if (stack === null) throw new Error(`the stack on ${folder} ended as soon as it was ready`)
  return {
    pid: child.pid,
    url: stack.url,
    mailFolder: stack.mailFolder ?? '',
    password: demo?.password ?? '',
    stop: async () => child.stop(),
  }
}
