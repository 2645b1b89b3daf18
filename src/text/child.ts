import { Worker } from 'node:worker_threads'
import type { FoundText } from '../ports/essay-texts.ts'
import { EXTRACTORS } from './extract.ts'
import { reasonOf } from './stop.ts'
import { TOO_LARGE_SIGNAL, type ToRead } from './told.ts'

/** A process that reads one file after the other, as it is told by its parent, and may be killed at any moment. */

const mostResident = Number(process.argv[2])

/**
 * Looks while the process is busy, when nothing else in it can: a process that grew too large, or whose parent died, ends.
 * Written as a string because a thread cannot be started from TypeScript.
 */
const WATCH = `
  const { ppid } = process
  setInterval(() => {
    if (process.memoryUsage.rss() > ${mostResident}) process.kill(process.pid, '${TOO_LARGE_SIGNAL}')
    if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL')
  }, 100)
`

const find = async ({ type, bytes }: ToRead): Promise<FoundText> => {
  try {
    const { buffer, byteOffset, byteLength } = bytes
    return { paragraphs: await EXTRACTORS[type](Buffer.from(buffer, byteOffset, byteLength)) }
  } catch (error) {
    return { unreadable: reasonOf(error) }
  }
}

new Worker(WATCH, { eval: true, execArgv: [] }).unref()
process.on('message', (file: ToRead) => {
  void find(file).then(found => process.send?.(found))
})
process.on('disconnect', () => {
  process.exit(0)
})
