import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readSettings } from '../../config/index.ts'
import { openContainer } from '../../src/boot/open.ts'
import { requestReport } from '../../src/commands/request-report.ts'
import { requestReportBatch } from '../../src/commands/request-report-batch.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { isUnderWay, WHOLE_ARCHIVE } from '../../src/domain/report.ts'
import { loadUnitsFrom, UNITS } from '../../src/embedded/load-config.ts'
import { startNodeProcess } from '../../src/embedded/node-process.ts'
import type { Begun } from '../../src/embedded/servers.ts'
import type { Ports } from '../../src/ports/index.ts'
import { getReport } from '../../src/queries/report.ts'
import { getReportBatch } from '../../src/queries/report-batches.ts'
import { startServers } from '../servers.ts'
import { median } from '../upload/measure.ts'
import { campaignNow, enrolPeople } from '../upload/stack.ts'

const PEOPLE = 24_814
const WORKERS = 2
const FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const

/** Until it is so; in milliseconds. Who asks takes time from those who are asked about: `everyMs` is little beside the whole. */
const until = async (isSo: () => Promise<boolean>, everyMs: number): Promise<number> => {
  const start = performance.now()
  while (!(await isSo())) await pause(everyMs)
  return performance.now() - start
}

const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error('it was refused')
  return result.value
}

const oneReport = async (ports: Ports, campaign: string, unit: string): Promise<number> => {
  const wanted = {
    campaign,
    unit,
    cutoff: null,
    formats: FORMATS,
    archive: WHOLE_ARCHIVE,
    idempotencyKey: null,
  }
  const { id } = must(await requestReport(ports)(HOUSE, wanted, ports.clock.now()))
  return until(async () => !isUnderWay(must(await getReport(ports)(HOUSE, id))), 10)
}

const allReports = async (ports: Ports, campaign: string) => {
  const wanted = { campaign, cutoff: null, formats: FORMATS, idempotencyKey: null }
  const id = must(await requestReportBatch(ports)(HOUSE, wanted, ports.clock.now()))
  const read = async () => must(await getReportBatch(ports)(HOUSE, id))
  const ms = await until(async () => (await read()).batch.finishedAt !== null, 250)
  return { ms, reports: (await read()).reports.length }
}

/** The reports of all provinces asked for at once, beside one of them as often; by two workers. */
export const benchAll = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-bench-'))
  const begun: Begun = []
  try {
    const { environment } = await startServers(folder, begun)
    const container = await openContainer(readSettings(environment))
    begun.push({ stop: async () => container.close() })
    const { ports } = container
    const campaign = campaignNow(ports.clock.now())
    must(await loadUnitsFrom(ports)(UNITS, ports.clock.now()))
    await ports.campaigns.insert(campaign)
    const provinces = (await ports.units.all()).filter(({ path }) => path.length === 2)
    await enrolPeople(ports, campaign, PEOPLE, provinces)
    for (let n = 1; n <= WORKERS; n += 1)
      begun.push(
        await startNodeProcess({
          script: 'workers/main.ts',
          env: { ...process.env, ...environment },
          logFile: join(folder, `worker-${n}.log`),
        }),
      )
    const [first] = provinces
    if (first === undefined) throw new Error('there are no provinces')
    const ones: number[] = []
    // As many as let both workers warm up.
    for (let n = 0; n < 12; n += 1) ones.push(await oneReport(ports, campaign.code, first.code))
    const one = median(ones.slice(6))
    const { ms, reports } = await allReports(ports, campaign.code)
    console.log(
      `${reports} reports in ${FORMATS.length} formats by ${WORKERS} workers: ${(ms / 1000).toFixed(1)} s; one: ${(one / 1000).toFixed(2)} s; ` +
        `${(ms / (reports * one)).toFixed(2)} of ${reports} × one`,
    )
  } finally {
    for (const server of begun.reverse()) await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
