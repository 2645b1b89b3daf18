import { expect } from 'chai'
import { sha256 } from '../../src/crypto/sha256.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = `${CAMPAIGN_PATH}/sign-in-slips`

describe('sign-in slips', () => {
  let world: World
  let tham: Enrolment
  let binh: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    tham = await enrol(world, { name: 'Nguyễn Thị Thắm', email: null })
    binh = await enrol(world, { name: 'Trần Thị Bình', email: 'binh@test.example' })
  })
  afterEach(async () => world.close())

  const staff = () => world.as('staff.hung-yen')
  const issue = async (body: object) => (await staff().post(PATH).send(body).expect(201)).body
  const codeFor = async ({ id }: Enrolment): Promise<string> =>
    (await issue({ enrolments: [id] })).slips[0].code
  const consume = (token: string) => world.as('nobody').post('/api/v1/sign-in-links/consume').send({ token })
  const states = async (query: object = {}) => (await staff().get(PATH).query(query).expect(200)).body.states

  it('sign in once who has neither mail nor account, however the code is typed', async () => {
    const { slips, expiresAt } = await issue({ unit: 'hung-yen' })
    expect(slips).to.have.length(1)
    expect(expiresAt).to.equal('2018-12-31T10:00:00.000Z')
    const [{ code, url, reference, ...rest }] = slips
    expect(reference).to.match(/^CB-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect((await consume(reference).expect(410)).body.code, 'it signs nobody in').to.be.oneOf([
      'link-not-valid',
      'slip-not-valid',
    ])
    expect(rest).to.deep.equal({ enrolment: tham.id, name: 'Nguyễn Thị Thắm', unit: 'LĐLĐ huyện Văn Lâm' })
    expect(url).to.equal(`http://localhost:3000/dang-nhap/${code}`)
    expect(await states()).to.deep.equal({ none: 1, unused: 1, used: 0, expired: 0 })

    const stored = await world.db.collection('sign-in-links').find().toArray()
    expect(JSON.stringify(stored), 'only its hash is kept').to.not.include(code)
    expect(stored[0]!['_id']).to.equal(sha256(code))

    const answer = await consume(` ${code.toLowerCase().replaceAll('-', ' ')} `).expect(200)
    expect(answer.body.actor).to.deep.include({ name: 'Nguyễn Thị Thắm', roles: ['cadre'], units: [] })
    const account = await world.container.ports.accounts.ofCadre(tham.cadre)
    expect(account).to.include({ passwordHash: null, disabled: false })
    expect(account!.login).to.not.include('@')
    expect((await consume(code).expect(410)).body.code).to.equal('slip-not-valid')
    expect(await states()).to.deep.equal({ none: 1, unused: 0, used: 1, expired: 0 })
    const again = await consume(await codeFor(tham)).expect(200)
    expect(again.body.actor.id).to.equal(answer.body.actor.id)
    const log = await world.db
      .collection('audit')
      .find({ target: `enrolment:${tham.id}` })
      .sort({ _id: 1 })
      .toArray()
    expect(log.map(entry => entry['action'])).to.deep.equal([
      'slip.issued',
      'sign-in.by-slip',
      'slip.issued',
      'sign-in.by-slip',
    ])
    expect(log[1]!['path'].at(-1)).to.equal('hung-yen-van-lam')
  })

  it('open no more once they are reissued, revoked, or the campaign is closed', async () => {
    const first = await codeFor(tham)
    const second = await codeFor(tham)
    await consume(first).expect(410)
    const path = `${CAMPAIGN_PATH}/enrolments/${tham.id}/sign-in-slip`
    await staff().delete(path).expect(204)
    await consume(second).expect(410)
    expect((await staff().delete(path).expect(409)).body.code).to.equal('no-slip-to-revoke')
    const third = await codeFor(tham)
    world.clock.set('2018-12-31T10:00:00Z')
    await consume(third).expect(410)
    expect(await states()).to.deep.equal({ none: 1, unused: 0, used: 0, expired: 1 })
    const late = await staff()
      .post(PATH)
      .send({ enrolments: [tham.id] })
      .expect(409)
    expect(late.body.code).to.equal('slips-too-late')
  })

  it('opened at the same moment by two, let one in', async () => {
    const code = await codeFor(tham)
    const answers = await Promise.all([1, 2, 3].map(async () => consume(code)))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).to.deep.equal([200, 410, 410])
  })

  it('are chosen for those without mail, without a slip, or with one that was not used', async () => {
    const names = ({ slips }: { slips: { name: string }[] }) => slips.map(({ name }) => name)
    const unit = 'hung-yen'
    expect(names(await issue({ unit }))).to.deep.equal(['Nguyễn Thị Thắm'])
    const none = await staff().post(PATH).send({ unit }).expect(422)
    expect(none.body.code).to.equal('nobody-for-slips')
    expect(names(await issue({ unit, whom: 'no-slip' }))).to.deep.equal(['Trần Thị Bình'])
    const anew = await issue({ unit, whom: 'unused' })
    expect(names(anew)).to.deep.equal(['Trần Thị Bình', 'Nguyễn Thị Thắm'])
    await consume(anew.slips[0].code).expect(200)
    expect(names(await issue({ unit, whom: 'unused' }))).to.deep.equal(['Nguyễn Thị Thắm'])
    await world
      .as('admin')
      .post(`${CAMPAIGN_PATH}/exemptions`)
      .send({ enrolment: tham.id, reason: 'ốm' })
      .expect(201)
    expect((await staff().get(PATH).expect(200)).body.people, 'the exempt need none').to.equal(1)
    await staff()
      .post(PATH)
      .send({ unit, enrolments: [tham.id] })
      .expect(400)
  })

  it('never open an office', async () => {
    const { accounts } = world.container.ports
    const code = await codeFor(binh)
    const trainer = (await accounts.byId('trainer'))!
    await accounts.save({ ...trainer, cadre: binh.cadre })
    await consume(code).expect(410)
    const refused = await staff()
      .post(PATH)
      .send({ enrolments: [binh.id] })
      .expect(422)
    expect(refused.body.code).to.equal('nobody-for-slips')
    const stranger = world.as('staff.hai-duong')
    await stranger
      .post(PATH)
      .send({ enrolments: [tham.id] })
      .expect(404)
    await world
      .as('trainer')
      .post(PATH)
      .send({ enrolments: [tham.id] })
      .expect(403)
  })
})
