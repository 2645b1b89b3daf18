import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Begun } from '../../src/embedded/servers.ts'
import { essays } from './essay.ts'
import { measure, median, percentile, rssOf, type Turn } from './measure.ts'
import { startStack } from './stack.ts'
import { multerToDisk, type System, thuHoach, tusToDisk } from './systems.ts'

/**
 * Full uploads against two floors, on the same cores, in interleaved turns of one run: trust the ratios, not the digits.
 * Everything that was acknowledged is read back.
 */

const KB = 1024
const SMALL = { bytes: 200 * KB, concurrency: 64, rounds: 5, turnMs: 5000, warmUpMs: 15_000 }
const LARGE = { bytes: 20 * KB * KB - KB, concurrency: 8, uploads: 64 }
const PEOPLE = 4000

const turn = async (
  { pids, prepare }: System,
  make: ReturnType<typeof essays>,
  turnMs: number,
): Promise<Turn> => {
  // Each pays for his own writing: what the turn before left in the page cache would be written out during this one.
  await promisify(execFile)('sync')
  return measure(
    pids,
    SMALL.concurrency,
    (_, ms) => ms > turnMs,
    async () => prepare(make()),
  )
}

const rate = ({ uploads, seconds }: Turn): number => uploads / seconds

const print = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
}

const smallUploads = async (systems: readonly System[]): Promise<void> => {
  const make = essays(SMALL.bytes)
  const turns = new Map<System, Turn[]>(systems.map(system => [system, []]))
  // A first round, not counted: until the compilers are done with what a server runs all day.
  for (const system of systems) await turn(system, make, SMALL.warmUpMs)
  for (let round = 0; round < SMALL.rounds; round += 1)
    for (const system of systems) turns.get(system)?.push(await turn(system, make, SMALL.turnMs))
  const [own, ...floors] = systems
  if (own === undefined) return
  const ratios = (system: System, floor: System): string =>
    median(
      (turns.get(system) ?? []).map((t, i) => {
        const against = turns.get(floor)?.[i]
        return against === undefined ? Number.NaN : rate(t) / rate(against)
      }),
    ).toFixed(2)
  print([
    [
      '200 KB, c = 64',
      'uploads/s',
      ...floors.map(f => `to ${f.name}`),
      'p50 ms',
      'p99 ms',
      'CPU ms',
      'retries',
    ],
    ...systems.map(system => {
      const all = turns.get(system) ?? []
      const latencies = all.flatMap(t => t.latencies).sort((a, b) => a - b)
      return [
        system.name,
        median(all.map(rate)).toFixed(0),
        ...floors.map(floor => ratios(system, floor)),
        percentile(latencies, 0.5).toFixed(0),
        percentile(latencies, 0.99).toFixed(0),
        median(all.map(t => t.cpuMs)).toFixed(2),
        String(all.reduce((sum, t) => sum + t.retries, 0)),
      ]
    }),
  ])
  for (const system of systems) console.log(`${system.name}: ${await system.readBack()} read back, all equal`)
}

const largeUploads = async (system: System, api: number): Promise<void> => {
  const make = essays(LARGE.bytes)
  const before = rssOf(api)
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, rssOf(api))
  }, 50)
  const measured = await measure(
    system.pids,
    LARGE.concurrency,
    begun => begun >= LARGE.uploads,
    async () => system.prepare(make()),
  )
  clearInterval(watch)
  console.log(
    `20 MB, c = 8: ${measured.uploads} uploads, ${((measured.uploads * 20) / measured.seconds).toFixed(0)} MB/s, ` +
      `${measured.retries} retries; RSS of the API ${before.toFixed(0)} → ${peak.toFixed(0)} MB at most: ` +
      `+${(peak - before).toFixed(0)} MB`,
  )
}

const begun: Begun = []
const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-bench-'))
try {
  const stack = await startStack(folder, PEOPLE, begun)
  const own = thuHoach(stack, stack.places, SMALL.concurrency)
  begun.push(own)
  const systems = [own]
  for (const start of [multerToDisk, tusToDisk]) {
    const floor = await start(folder, SMALL.concurrency)
    begun.push(floor)
    systems.push(floor)
  }
  await smallUploads(systems)
  const large = thuHoach(stack, stack.places, LARGE.concurrency)
  begun.push(large)
  await largeUploads(large, stack.api)
  console.log(`Thu Hoạch: ${await large.readBack()} of 20 MB read back, all equal`)
} finally {
  for (const part of begun.reverse()) await part.stop()
  await rm(folder, { recursive: true, force: true })
}
