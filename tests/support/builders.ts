import { tallyOf } from '../../src/domain/completion.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { CAMPAIGN, UNITS } from './cast.ts'
import type { World } from './world.ts'

let count = 0

/** Puts a person into the world's campaign, as an import would. `cadre: 'cadre-1'` makes him the cast's cadre. */
export const enrol = async (
  world: World,
  given: {
    name?: string
    unit?: string
    cadre?: string
    email?: string | null
    phone?: string | null
    posts?: string[]
  } = {},
): Promise<Enrolment> => {
  count += 1
  const { ports } = world.container
  const unit = UNITS.find(u => u.code === (given.unit ?? 'hung-yen-van-lam'))
  if (unit === undefined) throw new Error(`no unit ${given.unit}`)
  const person = {
    name: given.name ?? `Nguyễn Văn Số ${count}`,
    birth: '1980',
    gender: null,
    staffCode: null,
    email: given.email === undefined ? `so-${count}@test.example` : given.email,
    phone: given.phone ?? null,
  }
  const cadre = { id: given.cadre ?? ports.random.id(), ...person }
  const enrolment: Enrolment = {
    id: ports.random.id(),
    campaign: CAMPAIGN.code,
    cadre: cadre.id,
    person,
    unit: unit.code,
    path: unit.path,
    stays: [{ unit: unit.code, since: world.clock.now() }],
    posts: given.posts ?? ['Chuyên viên'],
    venue: null,
    exemption: null,
    pastExemptions: [],
    heads: {},
    tally: tallyOf(CAMPAIGN, {}, false),
    enrolledAt: world.clock.now(),
  }
  await ports.transact(async tx => ports.roster.insert([{ cadre, enrolment }], tx))
  return enrolment
}
