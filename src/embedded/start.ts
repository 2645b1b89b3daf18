import { join, resolve } from 'node:path'
import { wantsDemo } from '../../config/demo.ts'
import { publicUrl, readSettings, type Settings } from '../../config/index.ts'
import { objectionsTo } from '../boot/check.ts'
import { explain } from '../boot/explain.ts'
import { openContainer, openForService } from '../boot/open.ts'
import { stopWhenAsked } from '../boot/run.ts'
import { loadDemo } from '../demo/load.ts'
import { banner } from './banner.ts'
import { onFreePort } from './child.ts'
import { type DemoAccounts, makeDemoAccounts, removeDemoAccounts } from './demo-accounts.ts'
import { keepRunning } from './keep-running.ts'
import { loadConfig } from './load-config.ts'
import { lockFolder } from './lock.ts'
import { startNodeProcess } from './node-process.ts'
import { type Run, type ServerSettings, startServers } from './servers.ts'
import { removeStack, writeStack } from './stack-file.ts'

/** `npm start`: servers, data, API and worker, kept running until it is asked to stop. */

const isProduction = (settings: Settings): boolean => settings.NODE_ENV === 'production'

/** Refuses before anything is started. */
const check = async (settings: Settings): Promise<void> => {
  if (isProduction(settings)) await (await openForService(settings)).close()
  const [objection] = objectionsTo(settings, wantsDemo(settings) ? 1 : 0)
  if (objection !== undefined) throw new Error(objection)
}

/** Units, campaign and demo accounts, all of which may be there already. */
const prepareData = async (settings: Settings): Promise<DemoAccounts | null> => {
  const container = await openContainer(settings)
  const { ports } = container
  try {
    const now = ports.clock.now()
    await loadConfig(ports)(now)
    if (wantsDemo(settings)) return await makeDemoAccounts(ports)(settings, now)
    if (!isProduction(settings)) await removeDemoAccounts(ports)(settings)
    return null
  } finally {
    await container.close()
  }
}

/** Starts API and worker; answers the port of the API. */
const startProcesses = async (
  settings: Settings,
  servers: ServerSettings,
  { begun, signal }: Run,
): Promise<number> => {
  const { DATA_DIR } = settings
  const env = { ...process.env, ...servers, DATA_DIR }
  const startApi = async (port: number) =>
    startNodeProcess({
      script: 'src/server.ts',
      env: { ...env, PORT: String(port) },
      logFile: join(DATA_DIR, 'api.log'),
    })
  const api = await keepRunning('API', signal, async taken => {
    const port = taken ?? settings.PORT
    // Not 0: the worker must know the real port too, for the links in its mails.
    return port === 0 ? onFreePort(startApi) : startApi(port)
  })
  begun.push(api)
  const port = api.first.port ?? settings.PORT
  const worker = await keepRunning('Worker', signal, async () =>
    startNodeProcess({
      script: 'workers/main.ts',
      env: { ...env, PORT: String(port) },
      logFile: join(DATA_DIR, 'worker.log'),
    }),
  )
  begun.push(worker)
  return port
}

const start = async (run: Run): Promise<void> => {
  const given = readSettings()
  await check(given)
  const DATA_DIR = resolve(given.DATA_DIR)
  const lock = await lockFolder(DATA_DIR)
  run.begun.push(lock)
  const { servers, mailFolder } = await startServers({ ...given, DATA_DIR }, run)
  const settings: Settings = { ...given, ...servers, DATA_DIR }
  const demo = await prepareData(settings)
  const port = await startProcesses(settings, servers, run)
  const url = `http://${given.HOST}:${port}`
  await writeStack(DATA_DIR, { url, mailFolder, servers })
  run.begun.push({ stop: async () => removeStack(DATA_DIR) })
  console.log(banner({ publicUrl: publicUrl({ ...given, PORT: port }), mailFolder, folder: DATA_DIR, demo }))
  process.send?.({ ready: true, port })
  if (demo !== null && settings.DEMO === 'full')
    loadDemo({ url, dataDir: DATA_DIR, password: demo.password, mailFolder }).then(
      () => console.log('Dữ liệu minh họa đã nạp xong (demonstration loaded).'),
      // Whoever stops the stack while it loads has the rest loaded at the next start.
      (error: unknown) => stopping ?? console.error(`Dữ liệu minh họa chưa nạp được: ${explain(error)}`),
    )
}

/** One after the other: API, worker, and the servers, each with its own limit (see child.ts). */
const STOP_MS = 120_000

const asked = new AbortController()
const run: Run = { begun: [], signal: asked.signal }
let stopping: Promise<void> | undefined
const stopAll = async (): Promise<void> => {
  asked.abort()
  for (const one of run.begun.reverse()) await one.stop()
}
const stop = async (): Promise<void> => (stopping ??= stopAll())

const starting = start(run)
stopWhenAsked(async () => {
  await starting.catch(() => undefined)
  await stop()
  console.log('Thu Hoạch đã dừng (stopped).')
}, STOP_MS)
starting.catch(async error => {
  console.error(explain(error))
  await stop()
  process.exit(1)
})
