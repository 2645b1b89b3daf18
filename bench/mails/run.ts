import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { readSettings } from '../../config/index.ts'
import { openContainer } from '../../src/boot/open.ts'
import { planWave } from '../../src/commands/plan-wave.ts'
import { sampleMails } from '../../src/commands/sample-mails.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { startMongod } from '../../src/embedded/mongod.ts'
import { startNodeProcess } from '../../src/embedded/node-process.ts'
import { startRedis } from '../../src/embedded/redis.ts'
import type { Begun } from '../../src/embedded/servers.ts'
import type { Ports } from '../../src/ports/index.ts'
import { cpuOf, median } from '../upload/measure.ts'
import { campaignNow, enrolPeople } from '../upload/stack.ts'
import { startSink } from './sink.ts'

/**
 * Mails a second of a wave, each claimed, looked up, composed with a way in of its own, sent and noted, against a bare
 * chain of BullMQ and a pool of connections with ready mails: two processes beside the same servers, in turns of one
 * run. The rate is that between the first mail of a turn and its last. Trust the ratio, not the digits.
 */

const MAILS = Number(process.argv[2] ?? 1000)
const ROUNDS = Number(process.argv[3] ?? 5)
const GOAL = 0.8

interface Chain {
  readonly name: string
  /** Queues that many mails. */
  readonly send: (turn: number) => Promise<void>
}

const codeOf = (turn: number): string => `luot-${turn}`

/** One unit a turn: nobody is reminded twice within a minute. */
const unitsFor = (turns: number): readonly Unit[] =>
  Array.from({ length: turns }, (_, turn) => codeOf(turn)).map(code => ({
    ...{ code, name: code, kind: 'province', parent: null, path: [code] },
    ...{ validFrom: null, validTo: null, predecessors: [], aliases: [] },
  }))

const ownChain = async (ports: Ports, turns: number): Promise<Chain> => {
  const now = ports.clock.now()
  const campaign = campaignNow(now)
  const units = unitsFor(turns)
  await ports.transact(async tx => ports.units.save(units, tx))
  await ports.campaigns.insert(campaign)
  await enrolPeople(ports, campaign, MAILS * turns, units)
  return {
    name: 'Thu Hoạch',
    async send(turn) {
      const id = `w-${turn}`
      await ports.waves.insert({
        ...{ id, campaign: campaign.code, kind: 'manual', at: ports.clock.now(), since: null },
        ...{ unit: codeOf(turn), enrolments: null, path: [codeOf(turn)] },
        ...{ by: { id: HOUSE.id, name: HOUSE.name }, idempotencyKey: null, planned: false },
        ...{ recipients: MAILS, withoutAddress: 0, stopped: null },
      })
      await planWave(ports)(HOUSE, id, ports.clock.now())
    },
  }
}

const floorChain = (queue: Queue, ports: Ports): Chain => {
  const { subject, text, html } = sampleMails(campaignNow(new Date()), ports)['before-due']
  return {
    name: 'BullMQ + pooled nodemailer',
    async send(turn) {
      const jobs = Array.from({ length: MAILS }, (_, n) => ({
        name: 'mail',
        data: { to: `so-${turn}-${n}@bench.example`, subject, text, html },
        opts: { removeOnComplete: true, removeOnFail: true },
      }))
      await queue.addBulk(jobs)
    },
  }
}

type Pids = Readonly<Record<string, number>>

const cpuOfAll = (pids: Pids): Pids =>
  Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuOf(pid)]))

/** Mails a second between the first and the last of a turn, and what each process worked for one, in milliseconds. */
const runTurn = async (chain: Chain, turn: number, times: readonly number[], pids: Pids) => {
  const before = times.length
  const cpuBefore = cpuOfAll(pids)
  await chain.send(turn)
  while (times.length < before + MAILS) await pause(20)
  const [first = 0, last = 0] = [times[before], times[before + MAILS - 1]]
  const work = Object.entries(cpuOfAll(pids))
    .map(([name, ms]) => [name, (ms - (cpuBefore[name] ?? 0)) / MAILS] as const)
    .filter(([, ms]) => ms >= 0.01)
    .map(([name, ms]) => `${name} ${ms.toFixed(2)}`)
  return { rate: ((MAILS - 1) * 1000) / (last - first), work: work.join(', ') }
}

const begun: Begun = []
const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-bench-'))
try {
  const mongod = await startMongod(folder)
  begun.push(mongod)
  const redis = await startRedis(folder)
  begun.push(redis)
  const sink = await startSink()
  begun.push(sink)
  const environment = {
    ...{ MONGODB_URI: mongod.uri, REDIS_URL: redis.url, SMTP_URL: sink.url, DATA_DIR: folder },
    ...{ LOG_LEVEL: 'warn', DEMO: 'off', MAILS_PER_MINUTE: '1000000' },
  }
  const container = await openContainer(readSettings(environment))
  begun.push({ stop: async () => container.close() })
  const own = await ownChain(container.ports, ROUNDS + 1)
  const queue = new Queue('floor', { connection: { url: redis.url } })
  begun.push({ stop: async () => queue.close() })
  const floor = floorChain(queue, container.ports)
  const env = { ...process.env, ...environment }
  const start = async (script: string, name: string) => {
    const started = await startNodeProcess({ script, env, logFile: join(folder, `${name}.log`) })
    begun.push(started)
    return started
  }
  const worker = await start('workers/main.ts', 'worker')
  const floorWorker = await start('bench/mails/floor.ts', 'floor')
  const pids = {
    ...{ worker: worker.pid, floor: floorWorker.pid },
    ...{ mongod: mongod.pid, redis: redis.pid, 'mail server': process.pid },
  }

  const rates: (readonly [number, number])[] = []
  // The first turn is not counted: until the compilers are done with what a server runs all day.
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const bare = await runTurn(floor, turn, sink.times, pids)
    const ours = await runTurn(own, turn, sink.times, pids)
    console.log(turn === 0 ? 'warm-up' : `turn ${turn}: ${(ours.rate / bare.rate).toFixed(2)}`)
    for (const [{ name }, { rate, work }] of [
      [own, ours],
      [floor, bare],
    ] as const)
      console.log(`  ${name}: ${rate.toFixed(0)}/s; ms of work a mail: ${work}`)
    if (turn > 0) rates.push([ours.rate, bare.rate])
  }
  const ratio = median(rates.map(([ours, bare]) => ours / bare))
  console.log(`${ROUNDS} turns of ${MAILS} mails: median ratio ${ratio.toFixed(2)}, goal ≥ ${GOAL}`)
} finally {
  for (const part of begun.reverse()) await part.stop()
  await rm(folder, { recursive: true, force: true })
}
