import { grantExemption } from '../../../src/commands/grant-exemption.ts'
import { grantExtension } from '../../../src/commands/grant-extension.ts'
import { recordPaper } from '../../../src/commands/record-paper.ts'
import { reviewEssay } from '../../../src/commands/review-essay.ts'
import type { Container } from '../../../src/container.ts'
import { tallyOf } from '../../../src/domain/completion.ts'
import { HOUSE } from '../../../src/domain/permission.ts'
import type { Result } from '../../../src/domain/result.ts'
import { startWork } from '../work.ts'
import type { TestClock } from '../world.ts'
import {
  addressOf,
  type Day,
  EXTENDED,
  EXTENDED_DUE,
  GRANTED,
  type Somebody,
  WAVES_CAMPAIGN,
  WAVES_UNITS,
  WRITTEN_AT_FIRST,
} from './people.ts'

const AT_ONCE = 8
const BATCH = 500
const { code } = WAVES_CAMPAIGN

const done = async <T>(result: Promise<Result<T>>): Promise<void> => {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
}

const forAll = async <T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> => {
  const rest = items.values()
  const worker = async (): Promise<void> => {
    for (const item of rest) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const enrol = async ({ ports }: Container, people: readonly Somebody[], now: Date): Promise<void> => {
  const entries = people.map(somebody => {
    const { n, unit, hasAddress } = somebody
    const person = {
      ...{ name: `Nguyễn Văn Số ${n}`, birth: null, gender: null, staffCode: null },
      ...{ email: hasAddress ? addressOf(somebody) : null, phone: null },
    }
    const enrolment = {
      ...{ id: `e-${n}`, campaign: code, cadre: `c-${n}`, person },
      ...{ unit: unit.code, path: unit.path, stays: [{ unit: unit.code, since: now }] },
      ...{ posts: [], venue: null, exemption: null, pastExemptions: [], heads: {} },
      ...{ tally: tallyOf(WAVES_CAMPAIGN, {}, false), enrolledAt: now },
    }
    return { cadre: { id: `c-${n}`, ...person }, enrolment }
  })
  for (let at = 0; at < entries.length; at += BATCH)
    await ports.transact(async tx => ports.roster.insert(entries.slice(at, at + BATCH), tx))
}

/** All that happens at noon of a day, by the commands that the pages use. */
const noon = async (container: Container, people: readonly Somebody[], day: Day): Promise<void> => {
  const { ports } = container
  const now = ports.clock.now()
  const topics = WAVES_CAMPAIGN.topics.map(topic => topic.code)
  const handIn = async ({ n }: Somebody, given: readonly string[]): Promise<void> =>
    done(
      recordPaper(ports)(
        HOUSE,
        {
          ...{ campaign: code, enrolment: `e-${n}`, topics: given, receivedAt: now },
          ...{ note: null, idempotencyKey: null },
        },
        now,
      ),
    )
  await enrol(
    container,
    people.filter(({ joins }) => joins === day),
    now,
  )
  if (day === GRANTED)
    await done(
      grantExtension(ports)(
        HOUSE,
        code,
        { unit: EXTENDED, dueAt: EXTENDED_DUE, reason: 'Mưa lũ kéo dài' },
        now,
      ),
    )
  // Nobody can be exempted before he is on the roster.
  const isExemptedNow = ({ exempt, joins }: Somebody): boolean =>
    exempt !== null && (exempt < joins ? joins : exempt) === day
  await forAll(people.filter(isExemptedNow), async ({ n }) =>
    done(grantExemption(ports)(HOUSE, code, { enrolment: `e-${n}`, reason: 'Nghỉ thai sản' }, now)),
  )
  await forAll(
    people.filter(({ begins }) => begins === day),
    async person => handIn(person, topics.slice(0, WRITTEN_AT_FIRST)),
  )
  await forAll(
    people.filter(({ completes }) => completes === day),
    async person => handIn(person, topics),
  )
  await forAll(
    people.filter(({ returned }) => returned === day),
    async ({ n }) =>
      done(
        reviewEssay(ports)(
          HOUSE,
          {
            ...{ campaign: code, enrolment: `e-${n}`, topic: 'CD1', version: 1 },
            ...{ verdict: 'returned', note: 'Cần liên hệ bản thân.', dueAt: null, replaces: null },
          },
          now,
        ),
      ),
  )
}

const DAY_MS = 24 * 60 * 60 * 1000
/** The day before the opening to two days after the closing. */
const DAYS: readonly Day[] = Array.from({ length: 29 }, (_, n) =>
  new Date(Date.UTC(2018, 11, 5) + n * DAY_MS).toISOString().slice(0, 10),
)

/**
 * Lets a whole campaign pass, day by day: a real worker at eight, when the schedule's mails go out, and after what
 * people do at noon. `told` hears of each half day.
 */
export const passCampaign = async (
  container: Container,
  clock: TestClock,
  people: readonly Somebody[],
  told: (time: string) => void = () => {},
): Promise<void> => {
  const { ports } = container
  await ports.transact(async tx => ports.units.save(WAVES_UNITS, tx))
  await ports.campaigns.insert(WAVES_CAMPAIGN)
  const worker = await startWork(container)
  try {
    for (const day of DAYS) {
      clock.set(`${day}T08:00:00+07:00`)
      await worker.untilIdle()
      told(`${day} 08:00`)
      clock.set(`${day}T12:00:00+07:00`)
      await noon(container, people, day)
      await worker.untilIdle()
      told(`${day} 12:00`)
    }
  } finally {
    await worker.stop()
  }
}
