import { Worker } from 'node:worker_threads'
import { TOO_LARGE_SIGNAL } from './signal.ts'

type Act<Job, Found> = (job: Job) => Promise<Found>

/**
 * Looks while the process is busy, when nothing else in it can: a process that grew too large, or whose parent died, ends.
 * Written as a string because a thread cannot be started from TypeScript.
 */
const watch = (mostResident: number): string => `
  const { ppid } = process
  setInterval(() => {
    if (process.memoryUsage.rss() > ${mostResident}) process.kill(process.pid, '${TOO_LARGE_SIGNAL}')
    if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL')
  }, 100)
`

/** The life of a process that does one job after the other, as it is told by its parent, and may be killed at any moment. */
export const serve = <Job, Found>(act: Act<Job, Found>): void => {
  new Worker(watch(Number(process.argv[2])), { eval: true, execArgv: [] }).unref()
  process.on('message', (job: Job) => {
    void act(job).then(found => process.send?.(found))
  })
  process.on('disconnect', () => {
    process.exit(0)
  })
}
