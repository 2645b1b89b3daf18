import { readFileSync } from 'node:fs'

export interface Turn {
  readonly uploads: number
  readonly seconds: number
  /** Of every upload, in milliseconds, rising. */
  readonly latencies: readonly number[]
  /** Attempts that had to be made again. */
  readonly retries: number
  /** Of the system's own processes, in milliseconds an upload. */
  readonly cpuMs: number
}

/** Linux counts a process' time in hundredths of a second. */
const TICK_MS = 10

/** All that a process has used so far, in milliseconds. */
export const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

export const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** `upload` answers false when it was turned away and must come again. */
export const measure = async (
  pids: readonly number[],
  concurrency: number,
  isOver: (uploads: number, ms: number) => boolean,
  upload: () => Promise<() => Promise<boolean>>,
): Promise<Turn> => {
  const latencies: number[] = []
  let retries = 0
  let begun = 0
  const cpu = (): number => pids.reduce((sum, pid) => sum + cpuOf(pid), 0)
  const cpuBefore = cpu()
  const start = performance.now()
  const sender = async (): Promise<void> => {
    while (!isOver(begun, performance.now() - start)) {
      begun += 1
      const attempt = await upload()
      const since = performance.now()
      while (!(await attempt())) retries += 1
      latencies.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, sender))
  const seconds = (performance.now() - start) / 1000
  return {
    uploads: latencies.length,
    seconds,
    latencies: latencies.sort((a, b) => a - b),
    retries,
    cpuMs: (cpu() - cpuBefore) / latencies.length,
  }
}

export const percentile = (rising: readonly number[], share: number): number =>
  rising[Math.min(rising.length - 1, Math.floor(rising.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
