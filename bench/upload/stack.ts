import { join } from 'node:path'
import { readSettings } from '../../config/index.ts'
import { openContainer } from '../../src/boot/open.ts'
import { createToken } from '../../src/commands/create-token.ts'
import { type Campaign, USUAL_REMINDERS, USUAL_REPORTS } from '../../src/domain/campaign.ts'
import { tallyOf } from '../../src/domain/completion.ts'
import { SWITCHABLE_KINDS } from '../../src/domain/mail-kind.ts'
import { DAY } from '../../src/domain/time.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { startNodeProcess } from '../../src/embedded/node-process.ts'
import type { Begun } from '../../src/embedded/servers.ts'
import type { Ports } from '../../src/ports/index.ts'
import { startServers } from '../servers.ts'

/** One essay that somebody owes. */
export interface Place {
  readonly path: string
  readonly topic: string
}

export const campaignNow = (now: Date): Campaign => ({
  code: 'do-tai-len',
  name: 'Đo tốc độ nộp bài',
  topics: [1, 2, 3, 4, 5].map(n => ({ code: `CD${n}`, title: `Chuyên đề ${n}` })),
  requiredTopics: 'all',
  opensAt: new Date(now.getTime() - DAY),
  dueAt: new Date(now.getTime() + DAY),
  closesAt: new Date(now.getTime() + 2 * DAY),
  graceSeconds: 300,
  fileRules: { maxBytes: 20 * 1024 * 1024, types: ['pdf'] },
  reminders: { ...USUAL_REMINDERS, daysBefore: [], everyDaysAfter: 0, off: [...SWITCHABLE_KINDS] },
  reports: USUAL_REPORTS,
  questions: ['Nội dung'],
})

export const UNITS: readonly Unit[] = ['hung-yen', 'hai-duong'].map(code => ({
  code,
  name: code,
  kind: 'province',
  parent: null,
  path: [code],
  validFrom: null,
  validTo: null,
  predecessors: [],
  aliases: [],
}))

/** People in units, each of whom owes five essays; the places are in an order that meets everybody once first. */
export const enrolPeople = async (
  ports: Ports,
  campaign: Campaign,
  people: number,
  units = UNITS,
): Promise<readonly Place[]> => {
  const now = ports.clock.now()
  const entries = Array.from({ length: people }, (_, index) => {
    const unit = units[index % units.length]
    if (unit === undefined) throw new Error('the units are not there')
    const person = {
      ...{ name: `Nguyễn Văn Số ${index}`, birth: '1980', gender: null, staffCode: null },
      ...{ email: `so-${index}@bench.example`, phone: null },
    }
    const cadre = { id: ports.random.id(), ...person }
    const enrolment = {
      id: ports.random.id(),
      campaign: campaign.code,
      cadre: cadre.id,
      person,
      unit: unit.code,
      path: unit.path,
      stays: [{ unit: unit.code, since: now }],
      posts: ['Chuyên viên'],
      venue: null,
      exemption: null,
      pastExemptions: [],
      heads: {},
      tally: tallyOf(campaign, {}, false),
      enrolledAt: now,
    }
    return { cadre, enrolment }
  })
  for (let from = 0; from < entries.length; from += 500)
    await ports.transact(async tx => ports.roster.insert(entries.slice(from, from + 500), tx))
  return campaign.topics.flatMap(({ code }) =>
    entries.map(({ enrolment }) => ({
      path: `/api/v1/campaigns/${campaign.code}/enrolments/${enrolment.id}`,
      topic: code,
    })),
  )
}

/** The real servers, the API as its own process, people to hand in for, and a token of somebody who may. */
export const startStack = async (folder: string, people: number, begun: Begun) => {
  const servers = await startServers(folder, begun)
  const { mongod } = servers
  const environment = { ...servers.environment, PORT: '0' }
  const container = await openContainer(readSettings(environment))
  const { ports } = container
  try {
    await ports.transact(async tx => ports.units.save(UNITS, tx))
    const now = ports.clock.now()
    const campaign = campaignNow(now)
    await ports.campaigns.insert(campaign)
    const places = await enrolPeople(ports, campaign, people)
    const account = {
      id: ports.random.id(),
      login: 'bench@bench.example',
      name: 'Bench',
      grants: [{ role: 'staff' as const, units: UNITS.map(unit => unit.code) }],
      cadre: null,
      passwordHash: null,
      disabled: false,
      demo: false,
    }
    await ports.accounts.save(account)
    const created = await createToken(ports)(account, { name: 'bench' }, now)
    if (!created.ok) throw new Error('no token')
    const api = await startNodeProcess({
      script: 'src/server.ts',
      env: { ...process.env, ...environment },
      logFile: join(folder, 'api.log'),
    })
    begun.push(api)
    return {
      port: api.port ?? 0,
      api: api.pid,
      pids: [api.pid, mongod.pid],
      token: created.value.token,
      places,
    }
  } finally {
    await container.close()
  }
}
