import { expect } from 'chai'
import { recount } from '../../src/commands/recount.ts'
import { recountStale } from '../../src/commands/recount-stale.ts'
import { tallyOf } from '../../src/domain/completion.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import type { Ports } from '../../src/ports/index.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = `/api/v1/campaigns/${CAMPAIGN.code}`

const withoutTopic = (...codes: string[]) => ({
  topics: CAMPAIGN.topics.filter(topic => !codes.includes(topic.code)),
})

describe('changing a campaign', () => {
  let world: World
  let lam: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    lam = await enrol(world, { unit: 'hung-yen-van-lam' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const patch = (body: object) => world.as('admin').patch(PATH).send(body)
  const submit = async (id: string, ...topics: string[]) =>
    world
      .as('admin')
      .post(`${PATH}/enrolments/${id}/submissions`)
      .send({ topics, text: 'Bài thu hoạch của tôi.' })
      .expect(201)
  const progress = async () => (await world.as('admin').get(`${PATH}/progress`).expect(200)).body

  it('leaves alone what is not given, within file rules, reminders and reports too', async () => {
    const before = (await world.as('admin').get(PATH).expect(200)).body
    const answer = await patch({
      name: '  Đợt học  mới ',
      graceSeconds: 0,
      fileRules: { maxBytes: 5_000_000 },
      reminders: { hour: 9 },
      reports: { weekly: 1 },
    }).expect(200)
    const expected = {
      ...before,
      name: 'Đợt học mới',
      graceSeconds: 0,
      fileRules: { ...before.fileRules, maxBytes: 5_000_000 },
      reminders: { ...before.reminders, hour: 9 },
      reports: { ...before.reports, weekly: 1 },
    }
    expect(answer.body).to.deep.equal(expected)
    expect((await world.as('admin').get(PATH).expect(200)).body).to.deep.equal(expected)
    const entry = await world.db.collection('audit').findOne({ action: 'campaign.changed' })
    expect(entry!['target']).to.equal(`campaign:${CAMPAIGN.code}`)
    expect(entry!['details'].before.name).to.equal(CAMPAIGN.name)
    expect(entry!['details'].after.name).to.equal('Đợt học mới')
  })

  it('is refused, with all reasons at once, when it could not be a campaign, or takes a topic that has essays', async () => {
    await submit(lam.id, 'CD2')
    const answer = await patch({
      ...withoutTopic('CD2', 'CD5'),
      requiredTopics: 4,
      dueAt: '2019-12-14T10:00:00Z',
    }).expect(422)
    expect(answer.body.problems.map((p: { code: string }) => p.code)).to.deep.equal([
      'campaign-dates-not-in-order',
      'input-not-valid',
      'campaign-topics-in-use',
    ])
    const used = await patch(withoutTopic('CD2', 'CD5')).expect(409)
    expect(used.body.problems[0].details).to.deep.equal({ topics: ['CD2'] })
    expect((await progress()).topics).to.have.length(5)
  })

  it('is for admins', async () => {
    await world.as('staff.hung-yen').patch(PATH).send({ name: 'x' }).expect(403)
    await world.as('nobody').patch(PATH).send({ name: 'x' }).expect(401)
    await world.as('admin').patch('/api/v1/campaigns/khong-co').send({ name: 'x' }).expect(404)
    await patch({ name: '' }).expect(400)
  })

  it('of what is owed changes everybody’s tally and all totals', async () => {
    await submit(lam.id, 'CD1', 'CD2')
    for (let i = 0; i < 5; i += 1) await enrol(world)
    await world.settle()
    await patch({ ...withoutTopic('CD5'), requiredTopics: 2 }).expect(200)
    await world.settle()
    const { totals, topics } = await progress()
    expect(totals).to.include({ people: 6, expected: 12, submitted: 2, complete: 1, nothing: 5, missing: 10 })
    expect(topics.map((t: { topic: string }) => t.topic)).to.deep.equal(['CD1', 'CD2', 'CD3', 'CD4'])
    expect(topics[2], 'who has written enough owes no more').to.include({ topic: 'CD3', missing: 5 })
  })

  it('survives a crash between any two batches, and "as of" waits for its end', async function () {
    this.timeout(60_000)
    const { ports } = world.container
    for (let i = 0; i < 250; i += 1) await enrol(world)
    await world.settle()
    const { asOf } = await progress()
    world.clock.set('2018-12-08T02:00:00Z')
    await patch({ requiredTopics: 3 }).expect(200)
    // Each pass gets one batch further, then dies.
    const dying = (): Ports => {
      let batches = 0
      const after: Ports['enrolments']['after'] = async (...args) => {
        batches += 1
        if (batches > 1) throw new Error('crash')
        return ports.enrolments.after(...args)
      }
      return { ...ports, enrolments: { ...ports.enrolments, after } }
    }
    let crashes = 0
    for (;;) {
      const found = await recountStale(dying())(world.clock.now()).catch((error: Error) => error.message)
      if (found !== 'crash') break
      crashes += 1
      expect((await progress()).asOf).to.equal(asOf)
    }
    expect(crashes, 'three batches of a hundred').to.equal(2)
    await world.settle()
    expect((await progress()).totals).to.include({ people: 251, expected: 753 })
    expect((await progress()).asOf).to.equal('2018-12-08T02:00:00.000Z')
  })

  it('by two workers at once comes out the same', async () => {
    const { ports } = world.container
    for (let i = 0; i < 30; i += 1) await enrol(world)
    await patch({ requiredTopics: 1 }).expect(200)
    const now = world.clock.now()
    await Promise.all([recountStale(ports)(now), recountStale(ports)(now), submit(lam.id, 'CD4')])
    await world.settle()
    expect((await progress()).totals).to.include({ people: 31, expected: 31, submitted: 1, complete: 1 })
  })

  it('reaches those who began to hand in under the old rules and ended under the new', async () => {
    const { ports } = world.container
    await patch({ requiredTopics: 1 }).expect(200)
    await world.settle()
    // What a long upload does: it still has the old campaign in its hands.
    const heads: Enrolment['heads'] = {
      CD1: { state: 'submitted', version: 1, submittedAt: world.clock.now(), late: false },
    }
    await ports.transact(async tx => {
      const enrolment = (await ports.enrolments.find({ kind: 'everything' }, CAMPAIGN.code, lam.id, tx))!
      await ports.enrolments.save({ ...enrolment, heads, tally: tallyOf(CAMPAIGN, heads, false) }, tx)
    })
    await world.settle()
    expect((await progress()).totals).to.include({ expected: 1, submitted: 1, complete: 1 })
    const proof = await recount(ports)(HOUSE, {}, world.clock.now())
    expect(proof.ok && proof.value.tallies).to.deep.equal([])
    await ports.transact(async tx => {
      const enrolment = (await ports.enrolments.find({ kind: 'everything' }, CAMPAIGN.code, lam.id, tx))!
      await ports.enrolments.save({ ...enrolment, heads: {}, tally: tallyOf(CAMPAIGN, {}, false) }, tx)
    })
    await world.settle()
  })
})
