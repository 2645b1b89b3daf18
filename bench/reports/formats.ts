import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { FLOORS } from './floors.ts'
import type { Measured } from './measure.ts'

const SIZES = [
  { rows: 400, rounds: 4, turns: 3 },
  { rows: 1500, rounds: 3, turns: 2 },
  { rows: 25_000, rounds: 1, turns: 1 },
]
/** A table of 25,000 rows in these takes the floor minutes and gigabytes. */
const FLOOR_MOST = { xlsx: 25_000, csv: 25_000, docx: 1500, pdf: 25_000 }

const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url))

const measure = async (format: string, rows: number, who: string, rounds: number): Promise<Measured> => {
  const args = [
    '--max-old-space-size=4096',
    '--import=tsx',
    MEASURE,
    format,
    String(rows),
    who,
    String(rounds),
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Measured
}

const best = (turns: readonly Measured[], of: 'ms' | 'cpuMs'): number =>
  Math.min(...turns.flatMap(({ [of]: rounds }) => (rounds.length > 1 ? rounds.slice(1) : rounds)))

const most = (turns: readonly Measured[], of: (turn: Measured) => number): string =>
  Math.max(...turns.map(of)).toFixed(0)

/**
 * Every format beside the bare library that makes the same tables, in turns of one run, each in a process of its own.
 * The first round of a process warms up where there are several.
 */
export const benchFormats = async (): Promise<void> => {
  console.log('format  rows    seconds  processor time of the    stall ms  RSS MB  size MB')
  for (const format of Object.keys(FLOORS) as (keyof typeof FLOORS)[])
    for (const { rows, rounds, turns } of SIZES) {
      const own: Measured[] = []
      const floor: Measured[] = []
      for (let turn = 0; turn < turns; turn += 1) {
        own.push(await measure(format, rows, 'own', rounds))
        if (rows <= FLOOR_MOST[format]) floor.push(await measure(format, rows, 'floor', rounds))
      }
      const ratio =
        floor.length === 0
          ? 'not tried'
          : `${(best(own, 'cpuMs') / best(floor, 'cpuMs')).toFixed(2)} × ${FLOORS[format].name}`
      console.log(
        [
          format.padEnd(6),
          String(rows).padEnd(6),
          (best(own, 'ms') / 1000).toFixed(2).padEnd(7),
          ratio.padEnd(24),
          most(own, ({ stallMs }) => stallMs).padEnd(8),
          most(own, ({ rssMb }) => rssMb).padEnd(6),
          ((own[0]?.bytes ?? 0) / 1024 / 1024).toFixed(2),
        ].join('  '),
      )
    }
}
