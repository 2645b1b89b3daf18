import { expect } from 'chai'
import { openWorld, type World } from '../support/world.ts'

describe('campaigns', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  const body = {
    code: 'nghi-quyet-13',
    name: 'Học tập Nghị quyết Đại hội XIII',
    topics: [{ code: 'CD1', title: 'Chuyên đề một' }],
    opensAt: '2023-12-06T01:00:00Z',
    dueAt: '2023-12-20T17:00:00+07:00',
    closesAt: '2023-12-31T10:00:00Z',
  }

  it('are created by an admin, with defaults for what is not given', async () => {
    const answer = await world.as('admin').post('/api/v1/campaigns').send(body).expect(201)
    expect(answer.body).to.deep.include({ code: 'nghi-quyet-13', requiredTopics: 'all', graceSeconds: 300 })
    expect(answer.body.dueAt).to.equal('2023-12-20T10:00:00.000Z')
    const list = await world.as('staff.hung-yen').get('/api/v1/campaigns').expect(200)
    expect(list.body.map((c: { code: string }) => c.code)).to.deep.equal([
      'nghi-quyet-13',
      'nghi-quyet-12-cdvn',
    ])
  })

  it('have reports compiled by themselves as usual, as their creator wants, or as somebody sets later', async () => {
    const post = (code: string, reports?: object) =>
      world
        .as('admin')
        .post('/api/v1/campaigns')
        .send({ ...body, code, ...(reports && { reports }) })
    const usual = { afterDue: true, afterClose: true, weekly: null, formats: ['docx', 'pdf', 'xlsx', 'csv'] }
    expect((await post('nhu-thuong-le').expect(201)).body.reports).to.deep.equal(usual)
    const given = { afterClose: false, weekly: 1, formats: ['pdf'] }
    expect((await post('nhu-da-chon', given).expect(201)).body.reports).to.deep.equal({ ...usual, ...given })

    const path = '/api/v1/campaigns/nhu-da-chon'
    const patch = (reports: object) => world.as('admin').patch(path).send({ reports })
    await patch({ afterDue: false }).expect(200)
    await patch({ weekly: null }).expect(200)
    const expected = { afterDue: false, afterClose: false, weekly: null, formats: ['pdf'] }
    expect((await world.as('cadre').get(path).expect(200)).body.reports).to.deep.equal(expected)
    // What is heavy is somebody's express wish.
    for (const wrong of [{ weekly: 7 }, { formats: [] }, { formats: ['zip'] }, { afterDue: 'không' }])
      expect((await patch(wrong).expect(400)).body.code).to.equal('input-not-valid')
    expect((await world.as('admin').get(path).expect(200)).body.reports).to.deep.equal(expected)
    await world.db
      .collection<{ _id: string }>('campaigns')
      .updateOne({ _id: 'nhu-da-chon' }, { $unset: { reports: 1 } })
    expect((await world.as('admin').get(path).expect(200)).body.reports, 'of before').to.deep.equal(usual)
  })

  it('keep the unannounced grace to admins', async () => {
    const answer = await world.as('cadre').get('/api/v1/campaigns/nghi-quyet-12-cdvn').expect(200)
    expect(answer.body).not.to.have.property('graceSeconds')
  })

  it('are refused twice under one code', async () => {
    const answer = await world
      .as('admin')
      .post('/api/v1/campaigns')
      .send({ ...body, code: 'nghi-quyet-12-cdvn' })
      .expect(409)
    expect(answer.body.code).to.equal('already-exists')
  })

  it('name everything that is wrong at once, in Vietnamese', async () => {
    const answer = await world
      .as('admin')
      .post('/api/v1/campaigns')
      .send({ ...body, code: 'Sai Mã', topics: [], dueAt: 'hôm nay' })
      .expect(400)
    expect(answer.type).to.equal('application/problem+json')
    expect(answer.body.problems.map((p: { at: string }) => p.at)).to.have.members([
      'body/code',
      'body/topics',
      'body/dueAt',
    ])
    expect(answer.body.detail).to.match(/^Thông tin gửi lên chưa đúng/)
  })

  it('are refused to others: 401 to nobody, 403 to staff, 404 where there is none', async () => {
    await world.as('nobody').get('/api/v1/campaigns').expect(401)
    await world.as('staff.hung-yen').post('/api/v1/campaigns').send(body).expect(403)
    const answer = await world.as('admin').get('/api/v1/campaigns/khong-co').expect(404)
    expect(answer.body.code).to.equal('not-found')
  })
})
