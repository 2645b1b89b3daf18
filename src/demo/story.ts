import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type Client, signInByLink, until } from './client.ts'
import type { EssayShelf } from './essays.ts'
import type { Inbox } from './inbox.ts'
import type { HandIn, Person } from './plan.ts'

/** Uploads under way at once: an office's worth of people in one hour. */
const AT_ONCE = 16
const ROSTER = new URL('../../fixtures/rosters/hung-yen-cong-van.xlsx', import.meta.url)

export interface Receipt {
  readonly code: string
  readonly topic: string
  readonly version: number
  readonly sha256: string
  readonly size: number
  readonly receivedAt: string
  readonly late: boolean
}

/** Imports the annex of an official letter with the 406 people of Hưng Yên. */
export const importRoster = async (staff: Client, campaign: string): Promise<{ created: number }> => {
  const form = new FormData()
  form.append('unit', 'hung-yen')
  form.append('file', new Blob([await readFile(ROSTER)]), 'hung-yen-cong-van.xlsx')
  return staff.upload(`/campaigns/${campaign}/roster-imports`, form, 'demo-roster')
}

/** Everybody of the unit, page by page. */
export const listPeople = async (
  staff: Client,
  campaign: string,
  filter = '',
): Promise<readonly Person[]> => {
  const people: Person[] = []
  let cursor = ''
  do {
    const page = await staff.get<{ items: Person[]; nextCursor: string | null }>(
      `/campaigns/${campaign}/enrolments?unit=hung-yen&limit=200${filter}${cursor}`,
    )
    people.push(...page.items)
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`
  } while (cursor !== '')
  return people
}

/** Signs people in as they would themselves: asks for the link, waits for the mail, opens it. */
export const signInAll = async (
  url: string,
  people: readonly Person[],
  inbox: Inbox,
): Promise<ReadonlyMap<string, Client>> => {
  const clients = new Map<string, Client>()
  await Readable.from(people).forEach(
    async ({ email }: Person) => {
      await fetch(`${url}/api/v1/sign-in-links`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ login: email }),
      })
    },
    { concurrency: AT_ONCE },
  )
  const tokens = await until(
    'sign-in mails',
    30,
    async () => inbox.signInTokens(),
    found => people.every(({ email }) => found.has(email ?? '')),
  )
  await Readable.from(people).forEach(
    async (person: Person) => {
      clients.set(person.id, await signInByLink(url, tokens.get(person.email ?? '') ?? ''))
    },
    { concurrency: AT_ONCE },
  )
  return clients
}

const send = async (
  client: Client,
  campaign: string,
  handIn: HandIn,
  shelf: EssayShelf,
): Promise<readonly Receipt[]> => {
  const { person, topics, source, by, turn } = handIn
  const path = `/campaigns/${campaign}/enrolments/${by === 'himself' ? 'me' : person.id}/submissions`
  const key = `demo-${person.id}-${topics.join('-')}`
  if (source === 'typed') {
    const text = `Bài thu hoạch của ${person.name} về ${topics.join(', ')}. Bản thân tôi sẽ thực hiện tốt nhiệm vụ được phân công.`
    return (
      await client.send<{ receipts: Receipt[] }>('POST', path, { topics, text }, { 'Idempotency-Key': key })
    ).receipts
  }
  const mark = `${person.id} ${topics.join(' ')}`
  const file = source === 'single' ? shelf.single(turn, mark) : shelf[source](mark)
  const form = new FormData()
  form.append('topics', topics.join(','))
  form.append('file', new Blob([Uint8Array.from(file.bytes)]), file.name)
  return (await client.upload<{ receipts: Receipt[] }>(path, form, key)).receipts
}

/** Sends them all, by the people themselves or the staff; answers what each was given a receipt for. */
export const sendHandIns = async (
  handIns: readonly HandIn[],
  campaign: string,
  shelf: EssayShelf,
  clientOf: (handIn: HandIn) => Client,
): Promise<ReadonlyMap<HandIn, readonly Receipt[]>> => {
  const receipts = new Map<HandIn, readonly Receipt[]>()
  await Readable.from(handIns).forEach(
    async (handIn: HandIn) => {
      receipts.set(handIn, await send(clientOf(handIn), campaign, handIn, shelf))
    },
    { concurrency: AT_ONCE },
  )
  return receipts
}
