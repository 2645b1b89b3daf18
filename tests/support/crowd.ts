import { tallyOf } from '../../src/domain/completion.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import type { EssayHead } from '../../src/domain/essay.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { CAMPAIGN } from './cast.ts'
import type { World } from './world.ts'

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Vũ', 'Bùi', 'Đặng', 'Ngô', 'Dương']
const MIDDLE = ['Thị', 'Văn', 'Thị Thu', 'Đức', 'Ngọc', 'Thị Bích', 'Quang', 'Minh', 'Hữu', 'Thanh']
const GIVEN = ['Thắm', 'Hạnh', 'Sơn', 'Hà', 'Ánh', 'Đạt', 'Yến', 'Hương', 'Dũng', 'Loan', 'Tuấn', 'Quý', 'Ý']
const POSTS = ['Chủ tịch CĐCS', 'Uỷ viên BCH', 'Uỷ viên UBKT', 'Phó Chủ tịch', 'Chuyên viên']
const NAMES = [
  'LĐLĐ thành phố Hưng Yên',
  'LĐLĐ thị xã Mỹ Hào',
  'LĐLĐ huyện Ân Thi',
  'LĐLĐ huyện Khoái Châu',
  'LĐLĐ huyện Kim Động',
  'LĐLĐ huyện Phù Cừ',
  'LĐLĐ huyện Tiên Lữ',
  'LĐLĐ huyện Yên Mỹ',
  'Công đoàn ngành Giáo dục tỉnh Hưng Yên',
  'Công đoàn ngành Y tế tỉnh Hưng Yên',
  'Công đoàn Viên chức tỉnh Hưng Yên',
  'Công đoàn các Khu công nghiệp tỉnh Hưng Yên',
]

/** The superior unions of Hưng Yên beside the cast's two. */
export const growTree = async ({ container: { ports } }: World): Promise<readonly Unit[]> => {
  const units = NAMES.map((name, index): Unit => {
    const code = `hung-yen-${index + 1}`
    return {
      code,
      name,
      kind: 'superior',
      parent: 'hung-yen',
      path: ['tld', 'hung-yen', code],
      validFrom: null,
      validTo: null,
      predecessors: [],
      aliases: [],
    }
  })
  await ports.transact(async tx => ports.units.save(units, tx))
  return units
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** The first `done` topics handed in, one a day; the last of them late for every ninth person. */
const headsOf = (n: number, done: number): Record<string, EssayHead> =>
  Object.fromEntries(
    CAMPAIGN.topics.slice(0, done).map(({ code }, index) => {
      const late = n % 9 === 0 && index === done - 1
      const day = late ? 16 + (n % 3) : 7 + ((n * 7 + index) % 8)
      return [
        code,
        {
          state: late ? 'late' : 'submitted',
          version: 1,
          submittedAt: new Date(Date.UTC(2018, 11, day, 2)),
          late,
        },
      ]
    }),
  )

/**
 * Many people at once, spread over the units: a quarter has written nothing, a quarter something, half all; every 20th
 * has no mail address. Their essays exist in the enrolments alone, so such a world does not pass the invariants.
 */
export const enrolCrowd = async (
  { container: { ports }, clock }: World,
  size: number,
  units: readonly Unit[],
): Promise<void> => {
  const entries = Array.from({ length: size }, (_, n) => {
    const unit = pick(units, Math.floor(Math.sqrt(n * 31)))
    const person = {
      name: `${pick(FAMILY, n)} ${pick(MIDDLE, n >> 1)} ${pick(GIVEN, n * 5 + 1)}`,
      birth: String(1960 + (n % 35)),
      gender: null,
      staffCode: `HY${n}`,
      email: n % 20 === 0 ? null : `cb${n}@hungyen.example`,
      phone: n % 7 === 0 ? null : `09${String(10_000_000 + n * 7919).slice(-8)}`,
    }
    const cadre = { id: ports.random.id(), ...person }
    const heads = headsOf(n, [0, 2, 5, 5][n % 4]!)
    const enrolment: Enrolment = {
      id: ports.random.id(),
      campaign: CAMPAIGN.code,
      cadre: cadre.id,
      person,
      unit: unit.code,
      path: unit.path,
      stays: [{ unit: unit.code, since: clock.now() }],
      posts: [pick(POSTS, n)],
      venue: null,
      exemption: null,
      pastExemptions: [],
      heads,
      tally: tallyOf(CAMPAIGN, heads, false),
      enrolledAt: clock.now(),
    }
    return { cadre, enrolment }
  })
  for (let at = 0; at < size; at += 1000)
    await ports.transact(async tx => ports.roster.insert(entries.slice(at, at + 1000), tx))
}
