import { expect } from 'chai'
import { recount } from '../../src/commands/recount.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, type CastName } from '../support/cast.ts'
import { CAMPAIGN_PATH, DOCX, handIn } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const LAM = 'hung-yen-van-lam'
const GIANG = 'hung-yen-van-giang'
const lastDay = '2018-12-06'

describe('the tree of units, kept by an admin', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  /** Whatever was merged and split: essays are whole, and every number is what the essays say. */
  afterEach(async () => {
    await world.checkInvariants()
    await world.settle()
    const proof = await recount(world.container.ports)(HOUSE, {}, world.clock.now())
    expect(proof.ok && proof.value.differences).to.deep.equal([])
    expect(proof.ok && proof.value.tallies).to.deep.equal([])
    await world.close()
  })

  const admin = () => world.as('admin')
  const merge = (body: object) =>
    admin()
      .post('/api/v1/unit-mergers')
      .send({ lastDay, ...body })
  const split = (body: object) =>
    admin()
      .post('/api/v1/unit-splits')
      .send({ lastDay, unit: LAM, ...body })
  const unit = async (code: string) => (await admin().get(`/api/v1/units/${code}`).expect(200)).body
  const person = async (id: string) =>
    (await world.container.ports.enrolments.find({ kind: 'everything' }, CAMPAIGN.code, id))!
  const people = async (code: string, who: CastName = 'admin') =>
    (await world.as(who).get(`${CAMPAIGN_PATH}/progress`).query({ unit: code }).expect(200)).body.totals
      .people
  const extend = async (body: object) =>
    admin()
      .post(`${CAMPAIGN_PATH}/extensions`)
      .send({ dueAt: '2018-12-20T10:00:00Z', reason: 'bão', ...body })
      .expect(201)
  const dueOf = async (found: Enrolment) => {
    const { extensions } = world.container.ports
    return (await extensions.applyingTo(found)).map(({ dueAt }) => dueAt.toISOString())
  }

  it('is walked level by level and searched without diacritics', async () => {
    const names = async (query: object) =>
      (await admin().get('/api/v1/units').query(query).expect(200)).body.map(
        ({ code }: { code: string }) => code,
      )
    expect(await names({})).to.deep.equal(['tld'])
    expect(await names({ parent: 'tld' })).to.deep.equal(['hai-duong', 'hung-yen'])
    expect(await names({ q: 'van huyen' })).to.deep.equal([GIANG, LAM])
    expect(await names({ q: 'CHÍ linh' })).to.deep.equal(['hai-duong-chi-linh'])
    await admin().get('/api/v1/units').query({ parent: 'khong-co' }).expect(404)
    await world.as('staff.hung-yen').get('/api/v1/units').expect(403)
  })

  it('takes a new unit, with a code made of its name, and refuses what cannot stand there', async () => {
    const add = (body: object) =>
      admin()
        .post('/api/v1/units')
        .send({ parent: 'hung-yen', ...body })
    const made = await add({ name: ' LĐLĐ  huyện Ân Thi ' }).expect(201)
    expect(made.body).to.deep.include({
      code: 'hung-yen-an-thi',
      name: 'LĐLĐ huyện Ân Thi',
      kind: 'superior',
      path: ['tld', 'hung-yen', 'hung-yen-an-thi'],
    })
    expect((await add({ name: 'LĐLĐ huyện Ân Thi' }).expect(201)).body.code).to.equal('hung-yen-an-thi-2')
    await add({ name: 'x', code: LAM }).expect(409)
    await add({ name: 'x', parent: 'khong-co' }).expect(404)
    const wrong = await add({
      name: 'x',
      kind: 'province',
      validFrom: '2019-01-01',
      validTo: '2018-01-01',
    }).expect(400)
    expect(wrong.body.problems.map(({ at }: { at: string }) => at)).to.deep.equal([
      'body/kind',
      'body/validTo',
    ])
  })

  it('keeps an old name as one that rosters may use', async () => {
    const patch = (body: object) => admin().patch(`/api/v1/units/${LAM}`).send(body)
    await patch({ name: 'LĐLĐ thị xã Văn Lâm', aliases: ['Văn Lâm'] }).expect(200)
    expect(await unit(LAM)).to.deep.include({
      name: 'LĐLĐ thị xã Văn Lâm',
      aliases: ['Văn Lâm', 'LĐLĐ huyện Văn Lâm'],
    })
    await patch({ validTo: '2018-12-31' }).expect(200)
    expect(await unit(LAM)).to.include({ validTo: '2018-12-31', name: 'LĐLĐ thị xã Văn Lâm' })
    await patch({ validTo: null }).expect(200)
    await patch({ name: '' }).expect(400)
    await admin().patch('/api/v1/units/khong-co').send({}).expect(404)
    expect(await world.db.collection('audit').countDocuments({ action: 'unit.changed' })).to.equal(3)
  })

  it('merges: people with their past, units below, extensions and grants follow; both sides are recounted', async () => {
    const lam = await enrol(world, { unit: LAM })
    const giang = await enrol(world, { unit: GIANG })
    await handIn(world, lam.id, 'CD1', DOCX, 'bài.docx')
    await extend({ unit: LAM })
    await extend({ enrolment: lam.id, dueAt: '2018-12-22T10:00:00Z' })
    await admin().post('/api/v1/units').send({ parent: LAM, name: 'CĐCS Công ty May' }).expect(201)
    await admin()
      .patch('/api/v1/accounts/staff.hai-duong')
      .send({ grants: [{ role: 'staff', units: [LAM] }] })
      .expect(200)
    await world.settle()

    const body = { units: [LAM], successor: { code: GIANG } }
    const told = (await merge({ ...body, dryRun: true }).expect(200)).body
    expect(told).to.deep.equal({
      ended: [LAM],
      successors: [{ code: GIANG, name: 'LĐLĐ huyện Văn Giang', people: 1 }],
      moved: [`${LAM}-cdcs-cong-ty-may`],
      extensions: 1,
      accounts: 1,
    })
    expect((await person(lam.id)).unit, 'a dry run writes nothing').to.equal(LAM)
    expect((await merge(body).expect(200)).body).to.deep.equal(told)

    const moved = await person(lam.id)
    expect(moved).to.deep.include({ unit: GIANG, path: ['tld', 'hung-yen', GIANG] })
    expect(moved.stays.map(stay => stay.unit)).to.deep.equal([LAM, GIANG])
    expect(moved.heads['CD1']?.state).to.equal('submitted')
    expect(await dueOf(moved)).to.have.members(['2018-12-20T10:00:00.000Z', '2018-12-22T10:00:00.000Z'])
    expect(await dueOf(await person(giang.id)), 'the unit’s date is everybody’s').to.have.length(1)
    expect(await unit(LAM)).to.deep.include({ validTo: lastDay, people: {}, successors: [GIANG] })
    expect(await unit(GIANG)).to.deep.include({
      predecessors: [LAM],
      aliases: ['LĐLĐ huyện Văn Lâm'],
      children: [`${LAM}-cdcs-cong-ty-may`],
    })
    await world.settle()
    expect([await people(LAM), await people(GIANG), await people('hung-yen')]).to.deep.equal([0, 2, 2])
    expect(
      await people(GIANG, 'staff.hai-duong'),
      'whoever looked after it looks after the successor',
    ).to.equal(2)
    expect((await merge(body).expect(409)).body.code, 'it ended already').to.equal('unit-ended')
    const entry = await world.db.collection('audit').findOne({ action: 'unit.merged' })
    expect(entry).to.deep.include({ target: `unit:${LAM}`, path: ['tld', 'hung-yen', LAM] })
    expect(entry!['details']).to.deep.include({ successors: [GIANG], people: 1, extensions: 1 })

    // A roster that still has the old name finds the successor.
    const roster = Buffer.from('Họ và tên,Đơn vị\nLê Thị Mới,LĐLĐ huyện Văn Lâm\n')
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN_PATH}/roster-imports`)
      .field('unit', 'hung-yen')
      .attach('file', roster, 'a.csv')
      .expect(201)
    await world.settle()
    expect(await people(GIANG)).to.equal(3)
  })

  it('merges several into a new one, across all that is below, and leaves closed campaigns as they were', async () => {
    await admin()
      .post('/api/v1/campaigns')
      .send({
        code: 'cu',
        name: 'Đợt cũ',
        topics: [{ code: 'CD1', title: 'Một' }],
        opensAt: '2017-12-01T00:00:00Z',
        dueAt: '2017-12-10T00:00:00Z',
        closesAt: '2017-12-20T00:00:00Z',
      })
      .expect(201)
    const now = await enrol(world, { unit: 'hung-yen-van-lam' })
    const past = await enrol(world, { unit: 'hung-yen' })
    await world.db.collection('enrolments').updateOne({ _id: past.id as never }, { $set: { campaign: 'cu' } })
    const there = await enrol(world, { unit: 'hai-duong' })
    const made = await merge({ units: ['hung-yen', 'hai-duong'], successor: { name: 'LĐLĐ tỉnh Hải Hưng' } })
    expect(made.body.successors).to.deep.equal([{ code: 'hai-hung', name: 'LĐLĐ tỉnh Hải Hưng', people: 1 }])
    expect(made.body.moved).to.have.members([LAM, GIANG, 'hai-duong-chi-linh'])
    expect((await person(now.id)).path).to.deep.equal(['tld', 'hai-hung', LAM])
    expect((await person(there.id)).path).to.deep.equal(['tld', 'hai-hung'])
    const old = await world.container.ports.enrolments.find({ kind: 'everything' }, 'cu', past.id)
    expect(old?.path).to.deep.equal(['tld', 'hung-yen'])
    expect(await unit('hai-hung')).to.deep.include({
      validFrom: '2018-12-07',
      predecessors: ['hung-yen', 'hai-duong'],
    })
    await world.settle()
    expect(await people('hai-hung', 'staff.hung-yen')).to.equal(2)
    expect(await people('tld')).to.equal(2)
  })

  it('splits: everybody goes where he is told, each part keeps the dates that were given', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(async () => enrol(world, { unit: LAM })))
    await handIn(world, two!.id, 'CD1,CD2', DOCX, 'bài.docx')
    await extend({ unit: LAM })
    const below = (await admin().post('/api/v1/units').send({ parent: LAM, name: 'CĐCS Trường' }).expect(201))
      .body.code
    const body = {
      parts: [{ name: 'LĐLĐ huyện Văn Lâm Bắc' }, { name: 'LĐLĐ huyện Văn Lâm Nam' }],
      people: { [two!.cadre]: 1 },
      children: { [below]: 1 },
    }
    const done = (await split(body).expect(200)).body
    const [north, south] = done.successors.map(({ code }: { code: string }) => code)
    expect(done.successors.map((part: { people: number }) => part.people)).to.deep.equal([2, 1])
    expect((await person(one!.id)).unit).to.equal(north)
    expect((await person(three!.id)).unit).to.equal(north)
    expect(await person(two!.id)).to.deep.include({ unit: south, path: ['tld', 'hung-yen', south] })
    for (const { id } of [one!, two!])
      expect(await dueOf(await person(id))).to.deep.equal(['2018-12-20T10:00:00.000Z'])
    expect((await unit(below)).path).to.deep.equal(['tld', 'hung-yen', south, below])
    expect((await unit(LAM)).successors).to.have.members([north, south])
    await world.settle()
    expect([await people(north), await people(south), await people(LAM)]).to.deep.equal([2, 1, 0])
  })

  it('refuses, all or nothing and with all reasons, what cannot be', async () => {
    const { id } = await enrol(world, { unit: LAM })
    const reasons = async (answer: ReturnType<typeof merge>) =>
      (await answer.expect(400)).body.problems.map(({ at }: { at: string }) => at)
    expect(await reasons(merge({ units: [LAM, 'hung-yen'], successor: { code: GIANG } }))).to.deep.equal([
      'units/1',
      'units/1',
    ])
    expect(
      await reasons(merge({ units: ['tld'], successor: { name: 'x' }, lastDay: '2018-12-08' })),
    ).to.deep.equal(['units/0', 'lastDay'])
    expect(await reasons(merge({ units: [LAM], successor: { code: LAM } }))).to.deep.equal(['successors/0'])
    expect(await reasons(merge({ units: [LAM], successor: { code: 'hai-duong' } }))).to.deep.equal([
      'successors/0',
    ])
    await merge({ units: ['khong-co'], successor: { code: LAM } }).expect(404)
    expect(await reasons(split({ parts: [{ name: 'a' }, { name: 'b' }], people: { x: 2 } }))).to.deep.equal([
      'people',
    ])
    await split({ parts: [{ name: 'a' }] }).expect(400)
    expect((await person(id)).unit).to.equal(LAM)
    expect(await world.db.collection('audit').countDocuments({ action: /^unit\./ })).to.equal(0)
  })

  it('merges while people hand in: nobody is lost, nobody is counted twice', async () => {
    const crowd = await Promise.all([...Array(12).keys()].map(async () => enrol(world, { unit: LAM })))
    await Promise.all([
      merge({ units: [LAM], successor: { code: GIANG } }).expect(200),
      ...crowd.map(async ({ id }) => handIn(world, id, 'CD1', DOCX, 'bài.docx')),
    ])
    await world.settle()
    const { totals } = (await admin().get(`${CAMPAIGN_PATH}/progress`).query({ unit: GIANG }).expect(200))
      .body
    expect(totals).to.include({ people: 12, submitted: 12 })
    expect(await people(LAM)).to.equal(0)
  })
})
