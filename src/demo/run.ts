import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import readXlsx from 'read-excel-file/node'
import { spawnStack } from '../embedded/spawn-stack.ts'
import { checkZip } from './check-zip.ts'
import { type Client, signIn, until } from './client.ts'
import { essayShelf } from './essays.ts'
import { type Expectation, expectationOf } from './expectation.ts'
import { openInbox } from './inbox.ts'
import { type HandIn, planHandIns } from './plan.ts'
import { importRoster, listPeople, type Receipt, sendHandIns, signInAll } from './story.ts'
import { type Line, printTable } from './table.ts'

/** `npm run demo`: a province's whole case over HTTP, every number held against a count of our own. */

const CAMPAIGN = 'nghi-quyet-12-cdvn'
/** The unit that is given another day, so that "late" is not the same for all. */
const EXTENDED = 'hung-yen-phu-cu'
const HOUR = 3_600_000

const lines: Line[] = []
const wrong: string[] = []

const step = async <T>(
  name: string,
  work: () => Promise<T>,
  value: (result: T) => string | number,
): Promise<T> => {
  const start = performance.now()
  const result = await work()
  lines.push({ name, value: String(value(result)), seconds: (performance.now() - start) / 1000 })
  console.log(`… ${name}`)
  return result
}

const hold = (what: string, found: unknown, expected: unknown): void => {
  if (found !== expected) wrong.push(`${what}: ${String(found)}, should be ${String(expected)}`)
}

const settled = async (staff: Client, { people, submitted }: Pick<Expectation, 'people' | 'submitted'>) =>
  until(
    'totals',
    30,
    async () =>
      staff.get<{ totals: Record<string, number> }>(`/campaigns/${CAMPAIGN}/progress?unit=hung-yen`),
    ({ totals }) => totals['people'] === people && totals['submitted'] === submitted,
  )

const reportOf = async (staff: Client): Promise<{ xlsx: Buffer; zip: Buffer }> => {
  const { id } = await staff.send<{ id: string }>('POST', `/campaigns/${CAMPAIGN}/reports`, {
    unit: 'hung-yen',
    formats: ['xlsx', 'zip'],
  })
  const report = await until(
    'report',
    60,
    async () => staff.get<{ state: string }>(`/reports/${id}`),
    ({ state }) => state !== 'queued' && state !== 'running',
  )
  hold('state of the report', report.state, 'done')
  return {
    xlsx: await staff.bytes(`/reports/${id}/files/xlsx`),
    zip: await staff.bytes(`/reports/${id}/files/zip`),
  }
}

const job = async (
  stack: { url: string; mailFolder: string; password: string },
  keep: string,
): Promise<void> => {
  const campaign = `/campaigns/${CAMPAIGN}`
  const admin = await signIn(stack.url, 'admin@demo.example', stack.password)
  const staff = await signIn(stack.url, 'staff.hung-yen@demo.example', stack.password)
  const inbox = openInbox(stack.mailFolder)
  const shelf = await essayShelf()
  const now = Date.now()
  await admin.send('PATCH', campaign, {
    opensAt: new Date(now - HOUR),
    dueAt: new Date(now + HOUR),
    closesAt: new Date(now + 48 * HOUR),
    graceSeconds: 0,
  })
  const { topics } = await admin.get<{ topics: { code: string }[] }>(campaign)

  await step(
    'roster imported',
    async () => importRoster(staff, CAMPAIGN),
    r => r.created,
  )
  const people = await listPeople(staff, CAMPAIGN)
  const plan = planHandIns(
    people,
    topics.map(t => t.code),
  )
  const isLate = ({ afterDue, person }: HandIn): boolean => afterDue && person.unit !== EXTENDED
  const expected = expectationOf(people, topics.length, plan, isLate)

  await step(
    'exempted',
    async () => {
      for (const { id } of plan.exempt)
        await staff.send('POST', `${campaign}/exemptions`, { enrolment: id, reason: 'Nghỉ chế độ thai sản' })
      return plan.exempt.length
    },
    count => count,
  )
  await staff.send('POST', `${campaign}/extensions`, {
    unit: EXTENDED,
    dueAt: new Date(now + 24 * HOUR),
    reason: 'Mất điện diện rộng',
  })

  const themselves = [...new Set(plan.handIns.filter(h => h.by === 'himself').map(h => h.person))]
  const clients = await step(
    'signed in by mail link',
    async () => signInAll(stack.url, themselves, inbox),
    found => found.size,
  )
  const clientOf = ({ by, person }: HandIn): Client =>
    by === 'himself' ? (clients.get(person.id) ?? staff) : staff
  const sent = new Map<HandIn, readonly Receipt[]>()
  const sendGroup = async (name: string, group: readonly HandIn[]): Promise<void> => {
    const receipts = await step(
      name,
      async () => sendHandIns(group, CAMPAIGN, shelf, clientOf),
      found => [...found.values()].flat().length,
    )
    for (const [handIn, list] of receipts) {
      sent.set(handIn, list)
      hold(
        `topics of a receipt of ${handIn.person.name}`,
        list.map(r => r.topic).join(),
        handIn.topics.join(),
      )
      for (const receipt of list) hold(`lateness of ${receipt.code}`, receipt.late, isLate(handIn))
    }
  }
  await sendGroup(
    'essays handed in before the due date',
    plan.handIns.filter(h => !h.afterDue),
  )
  await admin.send('PATCH', campaign, { dueAt: new Date(Date.now() - 1000) })
  await sendGroup(
    'essays handed in after it',
    plan.handIns.filter(h => h.afterDue),
  )
  const receipts = [...sent.values()].flat()

  const { totals } = await step(
    'totals settled',
    async () => settled(staff, expected),
    r => `${r.totals['percent']} %`,
  )
  for (const key of [
    'people',
    'exempt',
    'expected',
    'submitted',
    'onTime',
    'late',
    'missing',
    'complete',
    'partial',
    'nothing',
  ] as const)
    hold(`progress, ${key}`, totals[key], expected[key])
  const owing = await step(
    'who has not submitted',
    async () => listPeople(staff, CAMPAIGN, '&state=missing'),
    r => r.length,
  )
  hold(
    'who has not submitted',
    owing
      .map(p => p.id)
      .sort()
      .join(),
    expected.owing
      .map(p => p.id)
      .sort()
      .join(),
  )

  const reachable = expected.owing.filter(p => p.email !== null).length
  const wave = await step(
    'reminders sent',
    async () => {
      const { id, recipients, withoutAddress } = await staff.send<{
        id: string
        recipients: number
        withoutAddress: number
      }>('POST', `${campaign}/reminder-waves`, { unit: 'hung-yen' })
      hold('recipients of the wave', recipients, reachable)
      hold('without address', withoutAddress, expected.owing.length - reachable)
      return until(
        'reminder wave',
        60,
        async () =>
          staff.get<{ state: string; counts: Record<string, number> }>(`${campaign}/reminder-waves/${id}`),
        ({ state }) => state === 'done',
      )
    },
    ({ counts }) => counts['sent'] ?? 0,
  )
  hold('reminders sent', wave.counts['sent'], reachable)
  const confirmed = plan.handIns.filter(h => h.person.email !== null).length
  const mails = await step(
    'mails at the catcher',
    async () =>
      until(
        'mails',
        60,
        async () => inbox.mails(),
        found => found.length >= reachable + confirmed + themselves.length,
      ),
    found => found.length,
  )
  hold('mails caught', mails.length, reachable + confirmed + themselves.length)

  const report = await step(
    'report compiled',
    async () => reportOf(staff),
    r => `${(r.zip.length / 1e6).toFixed(1)} MB`,
  )
  await writeFile(join(keep, 'report.xlsx'), report.xlsx)
  await writeFile(join(keep, 'report.zip'), report.zip)
  const problems = await step(
    'files held against receipts',
    async () => checkZip(report.zip, receipts),
    () => receipts.length,
  )
  wrong.push(...problems)
  const sheets = await readXlsx(report.xlsx)
  const names = new Set(people.map(p => p.name))
  const rows = sheets
    .find(s => s.sheet === 'Theo người')
    ?.data.filter(row => names.has(String(row[1]))).length
  hold('rows of the report', rows, people.length)

  lines.push(
    { name: '', value: '' },
    { name: 'people', value: String(totals['people']) },
    { name: 'expected essays', value: String(totals['expected']) },
    { name: 'received', value: String(totals['submitted']) },
    { name: 'on time', value: String(totals['onTime']) },
    { name: 'late', value: String(totals['late']) },
    { name: 'missing', value: String(totals['missing']) },
    { name: 'exempt', value: String(totals['exempt']) },
    { name: 'mails', value: String(mails.length) },
    { name: 'report rows', value: String(rows) },
  )
}

const { values } = parseArgs({ options: { keep: { type: 'string' } } })
const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'thu-hoach-demo-')))
await mkdir(folder, { recursive: true })
const start = performance.now()
const stack = await spawnStack({
  DATA_DIR: folder,
  PORT: '0',
  DEMO: 'accounts',
  LOG_LEVEL: 'warn',
  MAILS_PER_MINUTE: '100000',
})
try {
  lines.push({ name: 'servers up', value: '', seconds: (performance.now() - start) / 1000 })
  await job(stack, folder)
} catch (error) {
  wrong.push(error instanceof Error ? error.message : String(error))
} finally {
  await stack.stop()
  if (values.keep === undefined) await rm(folder, { recursive: true, force: true })
}
lines.push({ name: 'all of it', value: '', seconds: (performance.now() - start) / 1000 })
console.log('')
printTable(lines)
for (const sentence of wrong) console.error(`✗ ${sentence}`)
console.log(wrong.length === 0 ? '\nEvery number agrees.' : `\n${wrong.length} disagree.`)
process.exitCode = wrong.length === 0 ? 0 : 1
