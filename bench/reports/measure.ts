import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Readable } from 'node:stream'
import { writeDocx } from '../../src/formats/docx/writer.ts'
import { writePdf } from '../../src/formats/pdf/writer.ts'
import { writeCsv } from '../../src/formats/table-csv.ts'
import { writeXlsx } from '../../src/formats/xlsx/writer.ts'
import type { SignedDocument } from '../../src/reports/model.ts'
import { paperOf, somePeople } from '../../tests/support/papers.ts'
import { drain, FLOORS } from './floors.ts'

/** One format of a report of so many people, written by one of two; in a process of its own, so that memory tells. */

const [format, rows, who, rounds] = process.argv.slice(2) as [keyof typeof FLOORS, string, string, string]

const OWN: Readonly<Record<keyof typeof FLOORS, (document: SignedDocument) => readonly Readable[]>> = {
  xlsx: document => [writeXlsx(document)],
  csv: ({ tables }) => tables.map(writeCsv),
  docx: document => [writeDocx(document)],
  pdf: document => [writePdf(document)],
}

const document = paperOf(somePeople(Number(rows)))
const rss = (): number => process.memoryUsage.rss() / 1024 / 1024

const write = async (): Promise<number> => {
  let size = 0
  const files = who === 'own' ? OWN[format](document) : [FLOORS[format].write(document)]
  for (const file of files) size += await drain(file)
  return size
}

export interface Measured {
  readonly ms: readonly number[]
  /** Of the processor, for each round: what others do on the machine does not change it much. */
  readonly cpuMs: readonly number[]
  readonly bytes: number
  /** The longest time that nothing else got its turn. */
  readonly stallMs: number
  /** Beyond what the document itself takes, in MB. */
  readonly rssMb: number
}

const before = rss()
let peak = before
const watch = setInterval(() => {
  peak = Math.max(peak, rss())
}, 10)
const ms: number[] = []
const cpuMs: number[] = []
let bytes = 0
const delay = monitorEventLoopDelay({ resolution: 1 })
for (let round = 0; round < Number(rounds); round += 1) {
  // What the compilers do in the first round is not the writer's.
  if (round === 1 || rounds === '1') delay.enable()
  const start = performance.now()
  const cpu = process.cpuUsage()
  bytes = await write()
  ms.push(performance.now() - start)
  const { user, system } = process.cpuUsage(cpu)
  cpuMs.push((user + system) / 1000)
}
delay.disable()
clearInterval(watch)
peak = Math.max(peak, rss())
const measured: Measured = { ms, cpuMs, bytes, stallMs: delay.max / 1e6, rssMb: peak - before }
process.stdout.write(`${JSON.stringify(measured)}\n`)
