import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, signIn } from './client.ts'
import { essayShelf } from './essays.ts'
import { openInbox } from './inbox.ts'
import { type HandIn, planHandIns } from './plan.ts'
import { importRoster, listPeople, sendHandIns, signInAll } from './story.ts'

/** `DEMO=full`: what a newcomer finds in a system that has been in use for a week. */

const CAMPAIGN = 'nghi-quyet-12-cdvn'
const DAY = 24 * 3_600_000

export interface DemoStack {
  readonly url: string
  readonly dataDir: string
  readonly password: string
  /** null: mails go to a real server, so nobody is mailed a sign-in link and the staff hand in for all. */
  readonly mailFolder: string | null
}

/** Opened a week ago, due in three days: at the first start, and again when an old demonstration has run out. */
const moveDates = async (admin: Client): Promise<void> => {
  const { dueAt } = await admin.get<{ dueAt: string }>(`/campaigns/${CAMPAIGN}`)
  const now = Date.now()
  if (Date.parse(dueAt) > now) return
  await admin.send('PATCH', `/campaigns/${CAMPAIGN}`, {
    opensAt: new Date(now - 7 * DAY),
    dueAt: new Date(now + 3 * DAY),
    closesAt: new Date(now + 20 * DAY),
  })
}

/** The demo's own cadre stands in no roster of the fixtures. */
const enrolDemoCadre = async (staff: Client): Promise<void> => {
  const csv =
    'Họ và tên;Chức vụ;Đơn vị;Email\nNguyễn Thị Thắm;Chủ tịch CĐCS;LĐLĐ huyện Văn Lâm;cadre@demo.example\n'
  const form = new FormData()
  form.append('unit', 'hung-yen')
  form.append('file', new Blob([csv]), 'bo-sung.csv')
  await staff.upload(`/campaigns/${CAMPAIGN}/roster-imports`, form, 'demo-cadre')
}

/** Safe to repeat after a kill: imports change nothing twice, and every hand-in has its key. */
export const loadDemo = async ({ url, dataDir, password, mailFolder }: DemoStack): Promise<void> => {
  const admin = await signIn(url, 'admin@demo.example', password)
  await moveDates(admin)
  const done = join(dataDir, 'demo-loaded')
  const isLoaded = await access(done).then(
    () => true,
    () => false,
  )
  if (isLoaded) return

  const staff = await signIn(url, 'staff.hung-yen@demo.example', password)
  await importRoster(staff, CAMPAIGN)
  const people = await listPeople(staff, CAMPAIGN)
  await enrolDemoCadre(staff)
  const { topics } = await staff.get<{ topics: { code: string }[] }>(`/campaigns/${CAMPAIGN}`)
  const { handIns } = planHandIns(
    people,
    topics.map(t => t.code),
  )
  const themselves =
    mailFolder === null ? [] : [...new Set(handIns.filter(h => h.by === 'himself').map(h => h.person))]
  const clients = mailFolder === null ? new Map() : await signInAll(url, themselves, openInbox(mailFolder))
  const asSent = handIns.map(
    (handIn): HandIn => (clients.has(handIn.person.id) ? handIn : { ...handIn, by: 'staff' }),
  )
  await sendHandIns(asSent, CAMPAIGN, await essayShelf(), ({ person }) => clients.get(person.id) ?? staff)
  await writeFile(done, `${new Date().toISOString()}\n`)
}
