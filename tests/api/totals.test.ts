import { EventEmitter, once } from 'node:events'
import { expect } from 'chai'
import { recount } from '../../src/commands/recount.ts'
import { recountStale } from '../../src/commands/recount-stale.ts'
import { countPeople } from '../../src/domain/count.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import type { Ports } from '../../src/ports/index.ts'
import type { TotalsStore } from '../../src/ports/totals.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, UNITS } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = `/api/v1/campaigns/${CAMPAIGN.code}`
const LEAVES = UNITS.filter(unit => unit.kind !== 'confederation')

/** Numbers between 0 and 1 that are the same in every run: a failure can be repeated. */
const sequence = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

describe('totals', function () {
  this.timeout(60_000)
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const submit = async (id: string, topics: readonly string[]) => {
    const answer = await world
      .as('admin')
      .post(`${PATH}/enrolments/${id}/submissions`)
      .send({ topics, text: 'Nhận thức, liên hệ bản thân và giải pháp của tôi.' })
    return answer.status
  }

  const move = async (id: string, to: string) => {
    const { ports } = world.container
    const [unit] = await ports.units.byCodes([to])
    await ports.transact(async tx => {
      const enrolment = (await ports.enrolments.find({ kind: 'everything' }, CAMPAIGN.code, id, tx))!
      const stays = [...enrolment.stays, { unit: to, since: world.clock.now() }]
      await ports.enrolments.save({ ...enrolment, unit: to, path: unit!.path, stays }, tx, [enrolment.unit])
    })
  }

  const shown = async (unit: string) =>
    (await world.as('admin').get(`${PATH}/progress?unit=${unit}`).expect(200)).body

  /** Counts from the versions and enrolments as they lie in the database, by nothing that the product uses for it. */
  const naive = async (unit: string) => {
    const people = await world.db.collection('enrolments').find({ path: unit }).toArray()
    const versions = await world.db.collection('versions').find().sort({ number: 1 }).toArray()
    const numbers = { people: people.length, exempt: 0, expected: 0, onTime: 0, late: 0 }
    for (const { _id: id, ...person } of people) {
      if (person['exemption'] !== null) {
        numbers.exempt += 1
        continue
      }
      numbers.expected += 5
      for (const { code } of CAMPAIGN.topics) {
        const newest = versions.findLast(
          v => v['enrolment'] === String(id) && v['topic'] === code && v['campaign'] === CAMPAIGN.code,
        )
        if (newest === undefined || newest['withdrawnAt'] !== null) continue
        numbers[newest['late'] === true ? 'late' : 'onTime'] += 1
      }
    }
    const submitted = numbers.onTime + numbers.late
    return { ...numbers, submitted, missing: numbers.expected - submitted }
  }

  const holdAll = async () => {
    for (const { code } of UNITS) expect((await shown(code)).totals, code).to.deep.include(await naive(code))
  }

  it('are the naive count after any sequence of hand-ins, withdrawals, exemptions and moves', async () => {
    const random = sequence(20_181_206)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    const people: Enrolment[] = []
    for (let i = 0; i < 12; i += 1) people.push(await enrol(world, { unit: pick(LEAVES).code }))
    const statuses = new Set<number>()
    const client = world.as('admin')
    for (let step = 1; step <= 100; step += 1) {
      if (step === 70) world.clock.set('2018-12-20T02:00:00Z')
      const { id } = pick(people)
      const what = random()
      if (what < 0.5) {
        statuses.add(await submit(id, [pick(CAMPAIGN.topics).code]))
      } else if (what < 0.7) {
        statuses.add(
          (await client.delete(`${PATH}/enrolments/${id}/essays/${pick(CAMPAIGN.topics).code}`)).status,
        )
      } else if (what < 0.8) {
        await client.post(`${PATH}/exemptions`).send({ enrolment: id, reason: 'Nghỉ chế độ' })
      } else if (what < 0.85) {
        const list = (await client.get(`${PATH}/exemptions`).expect(200)).body
        if (list.length > 0)
          await client.delete(`${PATH}/exemptions/${pick<{ id: string }>(list).id}`).expect(204)
      } else {
        await move(id, pick(LEAVES).code)
      }
      // Recounted at odd moments, not after each step.
      if (random() < 0.2) await recountStale(world.container.ports)(world.clock.now())
      if (step % 25 === 0) {
        await world.settle()
        await holdAll()
      }
    }
    expect([...statuses], 'taken, refused and withdrawn all came up').to.include.members([201, 204, 409])
    const proof = await recount(world.container.ports)(HOUSE, {}, world.clock.now())
    expect(proof).to.deep.equal({ ok: true, value: { units: UNITS.length, differences: [], tallies: [] } })
  })

  it('come right with several workers at once while people hand in', async () => {
    const people: Enrolment[] = []
    for (let i = 0; i < 16; i += 1) people.push(await enrol(world, { unit: LEAVES[i % LEAVES.length]!.code }))
    const handIns = { running: true }
    const worker = async () => {
      while (handIns.running) await recountStale(world.container.ports)(world.clock.now())
    }
    const workers = [worker(), worker(), worker()]
    await Promise.all(
      people.map(async ({ id }, i) => {
        for (const { code } of CAMPAIGN.topics.slice(0, 1 + (i % 5)))
          expect(await submit(id, [code])).to.equal(201)
      }),
    )
    handIns.running = false
    await Promise.all(workers)
    await world.settle()
    await holdAll()
  })

  it('are never set back by a worker that was slow', async () => {
    const { ports } = world.container
    const one = await enrol(world, { unit: 'hung-yen-van-lam' })
    // The slow one has counted, and sleeps before it writes.
    const bell = new EventEmitter()
    const hasCounted = once(bell, 'counted')
    const asleep = once(bell, 'wake')
    const slow: Ports = {
      ...ports,
      totals: {
        ...ports.totals,
        write: async (...args) => {
          bell.emit('counted')
          await asleep
          return ports.totals.write(...args)
        },
      },
    }
    const slowPass = recountStale(slow)(world.clock.now())
    await hasCounted
    expect(await submit(one.id, ['CD1', 'CD2'])).to.equal(201)
    await world.settle()
    expect((await shown('tld')).totals.submitted).to.equal(2)
    bell.emit('wake')
    await slowPass
    for (const unit of ['hung-yen-van-lam', 'hung-yen', 'tld'])
      expect((await shown(unit)).totals.submitted, unit).to.equal(2)
    const stale = await ports.totals.stale(10)
    expect(stale, 'nothing is left to do').to.deep.equal([])
  })

  it('are repeated after a crash at any point', async () => {
    const { ports } = world.container
    const steps = [
      'stale',
      'ticket',
      'countOwn',
      'rows',
      'write',
      'clear',
      'setAsOf',
    ] as const satisfies readonly (keyof TotalsStore)[]
    for (const step of steps) {
      // Where a step comes several times in a pass, each of them fails once.
      for (let nth = 1, crashed = true; crashed; nth += 1) {
        await enrol(world, { unit: 'hung-yen-van-lam' })
        let calls = 0
        const method = ports.totals[step].bind(ports.totals) as (...args: unknown[]) => Promise<unknown>
        const broken: TotalsStore = {
          ...ports.totals,
          [step]: async (...args: unknown[]) => {
            calls += 1
            if (calls === nth) throw new Error('crash')
            return method(...args)
          },
        }
        crashed = false
        await recountStale({ ...ports, totals: broken })(world.clock.now()).catch((error: Error) => {
          expect(error.message).to.equal('crash')
          crashed = true
        })
        await world.settle()
        await holdAll()
      }
    }
  })

  it('do not drift when the tree gives a unit to another parent', async () => {
    const { ports } = world.container
    const { id } = await enrol(world, { unit: 'hung-yen-van-lam' })
    await world.settle()
    const [lam] = await ports.units.byCodes(['hung-yen-van-lam'])
    const path = ['tld', 'hai-duong', 'hung-yen-van-lam']
    await ports.transact(async tx => {
      await ports.units.save([{ ...lam!, parent: 'hai-duong', path }], tx)
      const enrolment = (await ports.enrolments.find({ kind: 'everything' }, CAMPAIGN.code, id, tx))!
      await ports.enrolments.save({ ...enrolment, path }, tx, ['hung-yen'])
    })
    await world.settle()
    await holdAll()
    expect((await shown('hai-duong')).totals.people).to.equal(1)
  })

  describe('recount', () => {
    it('finds what was falsified, says so, and mends it', async () => {
      const { ports } = world.container
      const { id } = await enrol(world, { unit: 'hung-yen-van-lam' })
      await submit(id, ['CD1'])
      await world.settle()
      await world.db
        .collection<{ _id: string }>('unit-totals')
        .updateOne({ _id: `${CAMPAIGN.code}:hung-yen` }, { $set: { 'all.totals.people': 7 } })
      const found = await recount(ports)(HOUSE, {}, world.clock.now())
      expect(found).to.deep.include({ ok: true })
      expect(found.ok && found.value.differences).to.deep.equal([
        { campaign: CAMPAIGN.code, unit: 'hung-yen', part: 'all', field: 'people', stored: 7, counted: 1 },
      ])
      await holdAll()
      const again = await recount(ports)(HOUSE, { campaign: CAMPAIGN.code }, world.clock.now())
      expect(again.ok && again.value.differences).to.deep.equal([])
    })

    it('holds tallies against the essays too', async () => {
      const { ports } = world.container
      const { id } = await enrol(world, { unit: 'hung-yen-van-lam' })
      await submit(id, ['CD1'])
      await world.settle()
      await world.db
        .collection<{ _id: string }>('enrolments')
        .updateOne({ _id: id }, { $set: { 'tally.onTime': 3, 'tally.submitted': 3, 'tally.missing': 2 } })
      const found = await recount(ports)(HOUSE, {}, world.clock.now())
      expect(found.ok && found.value.tallies).to.deep.equal([id])
      const mended = await ports.enrolments.find({ kind: 'everything' }, CAMPAIGN.code, id)
      expect(mended!.tally).to.include({ submitted: 1, missing: 4 })
      await holdAll()
    })

    it('is for admins, and of campaigns that exist', async () => {
      const { ports } = world.container
      const nobody = { id: 'x', name: 'x', grants: [], cadre: null }
      const refused = await recount(ports)(nobody, {}, world.clock.now())
      expect(!refused.ok && refused.problems[0].code).to.equal('forbidden')
      const none = await recount(ports)(HOUSE, { campaign: 'khong-co' }, world.clock.now())
      expect(!none.ok && none.problems[0].code).to.equal('not-found')
    })
  })

  it('by the database’s aggregation are those of the rules', async () => {
    const { ports } = world.container
    const rules = { ...CAMPAIGN, requiredTopics: 2 as const }
    await ports.transact(async tx => ports.campaigns.replace(rules, tx))
    const [enough, some, exempt] = [await enrol(world), await enrol(world), await enrol(world)]
    await submit(enough.id, ['CD1', 'CD2', 'CD3'])
    world.clock.set('2018-12-20T02:00:00Z')
    await submit(some.id, ['CD4'])
    await submit(exempt.id, ['CD5'])
    await world
      .as('admin')
      .post(`${PATH}/exemptions`)
      .send({ enrolment: exempt.id, reason: 'Nghỉ chế độ' })
      .expect(201)
    const people = await ports.transact(async tx => ports.enrolments.after(CAMPAIGN.code, '', 10, tx))
    const counted = await ports.totals.countOwn(rules, ['hung-yen-van-lam'])
    expect(counted.get('hung-yen-van-lam')).to.deep.equal(countPeople(rules, people))
  })
})
