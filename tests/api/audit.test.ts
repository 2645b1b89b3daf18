import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

interface Entry {
  id: string
  at: string
  action: string
  actor: { id: string }
  target: string
}

describe('the audit log', () => {
  let world: World
  let person: string
  before(async () => {
    world = await openWorld()
    person = (await enrol(world)).id
    const staff = world.as('staff.hung-yen')
    const extend = async (body: object) =>
      staff.post(`${CAMPAIGN_PATH}/extensions`).send({ reason: '=1+1', ...body })
    await extend({ enrolment: person, dueAt: '2018-12-20T10:00:00Z' })
    world.clock.set('2018-12-08T02:00:00Z')
    await extend({ unit: 'hung-yen', dueAt: '2018-12-21T10:00:00Z' })
    await world.as('staff.hai-duong').post(`${CAMPAIGN_PATH}/extensions`).send({
      unit: 'hai-duong',
      dueAt: '2018-12-22T10:00:00Z',
      reason: 'bão',
    })
    world.clock.set('2018-12-09T02:00:00Z')
    await world.as('admin').patch(CAMPAIGN_PATH).send({ name: 'Đợt mới' }).expect(200)
  })
  after(async () => world.close())

  const ask = async (query: object = {}) =>
    (await world.as('admin').get('/api/v1/audit').query(query).expect(200)).body as {
      items: Entry[]
      nextCursor: string | null
    }
  const seen = async (query: object) => (await ask(query)).items.map(({ action, target }) => [action, target])

  it('is found by who, what, to whom, where and when', async () => {
    const hers = [
      ['extension.granted', 'unit:hung-yen'],
      ['extension.granted', `enrolment:${person}`],
    ]
    const changed = [['campaign.changed', 'campaign:nghi-quyet-12-cdvn']]
    expect(await seen({ who: 'staff.hung-yen' })).to.deep.equal(hers)
    expect(await seen({ who: 'STAFF hung' })).to.deep.equal(hers)
    expect(await seen({ who: 'khong-co' })).to.deep.equal([])
    expect(await seen({ action: 'campaign.changed' })).to.deep.equal(changed)
    expect(await seen({ action: 'campaign.' })).to.deep.equal(changed)
    expect(await seen({ target: `enrolment:${person}` })).to.deep.equal(hers.slice(1))
    expect(await seen({ unit: 'hung-yen' })).to.deep.equal(hers)
    expect(await seen({ unit: 'hung-yen-van-lam' })).to.deep.equal(hers.slice(1))
    expect(await seen({ since: '2018-12-09T00:00:00Z' })).to.deep.equal(changed)
    expect(await seen({ until: '2018-12-08T02:00:00Z' })).to.deep.equal(hers.slice(1))
    expect(await seen({ unit: 'hung-yen', since: '2018-12-08T00:00:00Z' })).to.deep.equal(hers.slice(0, 1))
  })

  it('is walked page by page, also through entries of one moment', async () => {
    const all = (await ask()).items.map(({ id }) => id)
    expect(all).to.have.length(4)
    const walked: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await ask({ limit: 1, ...(cursor === undefined ? {} : { cursor }) })
      walked.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(walked).to.deep.equal(all)
    await world.as('admin').get('/api/v1/audit').query({ cursor: 'x' }).expect(400)
  })

  it('looks at no more entries than it shows, by an index, whatever is asked for', async () => {
    for (const filter of [
      {},
      { unit: 'hung-yen' },
      { target: 'x' },
      { action: 'a.b' },
      { 'actor.id': 'x' },
    ]) {
      const key = Object.keys(filter)[0]
      const plan = await world.db
        .collection('audit')
        .find(key === 'unit' ? { path: 'hung-yen' } : filter)
        .sort({ at: -1, _id: -1 })
        .limit(2)
        .explain('executionStats')
      expect(JSON.stringify(plan), JSON.stringify(filter))
        .to.include('IXSCAN')
        .and.not.include('"stage":"SORT"')
      expect(plan['executionStats'].totalDocsExamined).to.be.at.most(2)
    }
  })

  it('goes out as CSV that a spreadsheet does not run', async () => {
    const answer = await world.as('admin').get('/api/v1/audit.csv').query({ unit: 'hung-yen' }).expect(200)
    expect(answer.headers['content-type']).to.equal('text/csv; charset=utf-8')
    const lines = answer.text.replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(lines).to.have.length(3)
    expect(lines[0]).to.equal('Thời điểm,Người,Mã tài khoản,Việc,Mã việc,Đối tượng,Đơn vị,Chi tiết')
    expect(lines[1]).to.match(
      /^08\/12\/2018 09:00,staff\.hung-yen,staff\.hung-yen,Gia hạn,extension\.granted/,
    )
  })

  it('is the admins’ alone', async () => {
    for (const path of ['/api/v1/audit', '/api/v1/audit.csv'])
      for (const [who, status] of [
        ['staff.hung-yen', 403],
        ['trainer', 403],
        ['cadre', 403],
        ['nobody', 401],
      ] as const)
        await world.as(who).get(path).expect(status)
  })
})
