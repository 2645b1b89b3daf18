import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMongod } from '../../src/embedded/mongod.ts'
import { startRedis } from '../../src/embedded/redis.ts'
import type { Begun } from '../../src/embedded/servers.ts'
import { type KindRow, tableOfKinds, wrongMailboxes } from '../../tests/support/waves/compare.ts'
import { openHouse } from '../../tests/support/waves/house.ts'
import { somebody } from '../../tests/support/waves/people.ts'
import { passCampaign } from '../../tests/support/waves/story.ts'

/**
 * A whole campaign of everybody by a clock of its own, on real servers: from the invitation to the closing, with people
 * who hand in between the waves, who have no address, who are exempt, who joined late, and a province with more time.
 * Ends with 1 unless every mailbox holds exactly what the schedule says: `npm run bench:waves -- 24814`.
 */

const PEOPLE = Number(process.argv[2] ?? 24_814)
const MOST_SHOWN = 5

const print = (rows: readonly KindRow[]): void => {
  const cells = rows.map(({ kind, expected, came, toCall, calls }) =>
    [kind, expected, came, toCall, calls].map(String),
  )
  const all = [['kind', 'expected', 'came', 'no address', 'to call'], ...cells]
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? []
  for (const [name = '', ...numbers] of all)
    console.log(
      [name.padEnd(widths[0] ?? 0), ...numbers.map((n, i) => n.padStart(widths[i + 1] ?? 0))].join('  '),
    )
}

const begun: Begun = []
const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-bench-'))
try {
  const mongod = await startMongod(folder)
  begun.push(mongod)
  const redis = await startRedis(folder)
  begun.push(redis)
  const house = await openHouse(mongod.uri, redis.url)
  begun.push({ stop: house.close })
  const people = Array.from({ length: PEOPLE }, (_, n) => somebody(n))

  let [since, before] = [performance.now(), 0]
  await passCampaign(house.container, house.clock, people, time => {
    const [now, count] = [performance.now(), house.inbox.count()]
    const [seconds, mails] = [(now - since) / 1000, count - before]
    if (mails > 0)
      console.log(`${time}  ${mails} mails in ${seconds.toFixed(1)} s, ${(mails / seconds).toFixed(0)}/s`)
    since = now
    before = count
  })
  const notices = await house.container.ports.notices.countSince(new Date(0))
  const rows = tableOfKinds(people, house.inbox, notices)
  console.log(`\n${PEOPLE} people, ${house.inbox.count()} mails`)
  print(rows)
  const wrong = wrongMailboxes(people, house.inbox)
  console.log(`${wrong.length} mailboxes are not what the schedule says`)
  for (const line of wrong.slice(0, MOST_SHOWN)) console.log(line)
  if (wrong.length > 0) process.exitCode = 1
} finally {
  for (const part of begun.reverse()) await part.stop()
  await rm(folder, { recursive: true, force: true })
}
