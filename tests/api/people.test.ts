import { expect } from 'chai'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { mailsTo } from '../support/inbox.ts'
import { CAMPAIGN_PATH, DOCX, handIn } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const reason = 'Điều động công tác'

describe('a person that staff looks after', () => {
  let world: World
  let tham: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    tham = await enrol(world, { name: 'Nguyễn Thị Thắm', email: 'cu@test.example' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const path = () => `${CAMPAIGN_PATH}/enrolments/${tham.id}`
  const staff = () => world.as('staff.hung-yen')
  const sums = async (unit: string) => {
    const { totals } = (await staff().get(`${CAMPAIGN_PATH}/progress`).query({ unit }).expect(200)).body
    return [totals.people, totals.submitted]
  }

  it('moves with what was handed in: both units are counted anew, and where he was is kept', async () => {
    await handIn(world, tham.id, 'CD1,CD2', DOCX, 'bài.docx')
    await world.settle()
    expect(await sums('hung-yen-van-lam')).to.deep.equal([1, 2])
    world.clock.set('2018-12-09T02:00:00Z')
    const unit = 'hung-yen-van-giang'
    const moved = await staff().post(`${path()}/moves`).send({ unit, reason }).expect(200)
    expect(moved.body).to.deep.include({ id: tham.id, unit, state: 'partial' })
    await world.settle()
    expect(await sums('hung-yen-van-lam')).to.deep.equal([0, 0])
    expect(await sums(unit)).to.deep.equal([1, 2])
    expect(await sums('hung-yen')).to.deep.equal([1, 2])
    const stored = await world.container.ports.enrolments.find(
      { kind: 'everything' },
      'nghi-quyet-12-cdvn',
      tham.id,
    )
    expect(stored!.stays).to.deep.equal([
      { unit: 'hung-yen-van-lam', since: new Date('2018-12-07T02:00:00Z') },
      { unit, since: new Date('2018-12-09T02:00:00Z') },
    ])
    const [entry] = await world.db.collection('audit').find({ action: 'person.moved' }).toArray()
    expect(entry!['details']).to.include({ from: 'hung-yen-van-lam', to: unit, reason })
    const again = await staff().post(`${path()}/moves`).send({ unit, reason }).expect(422)
    expect(again.body.code).to.equal('cannot-move-there')
  })

  it('does not move out of the reach of who moves him', async () => {
    await staff().post(`${path()}/moves`).send({ unit: 'hai-duong-chi-linh', reason }).expect(404)
    await staff().post(`${path()}/moves`).send({ unit: 'khong-co', reason }).expect(404)
    await staff().post(`${path()}/moves`).send({ unit: 'hung-yen', reason: ' ' }).expect(400)
    await world.as('admin').post(`${path()}/moves`).send({ unit: 'hai-duong-chi-linh', reason }).expect(200)
    await staff().get(path()).expect(404)
    await world.as('staff.hai-duong').get(path()).expect(200)
  })

  it('is reached at the new address, and not signed in from the old one any more', async () => {
    const link = async (login: string, count = 1) => {
      await world.as('nobody').post('/api/v1/sign-in-links').send({ login }).expect(202)
      const mail = (await mailsTo(world, login, count)).at(-1)
      return /dang-nhap\/([\w-]+)/.exec(mail?.text ?? '')?.[1]
    }
    const consume = (token: string | undefined) =>
      world.as('nobody').post('/api/v1/sign-in-links/consume').send({ token })
    await consume(await link('cu@test.example')).expect(200)

    const body = { email: ' Moi@Test.example ', phone: '912 345 678' }
    const changed = await staff().put(`${path()}/contact`).send(body).expect(200)
    expect(changed.body).to.deep.equal({ email: 'moi@test.example', phone: '0912345678' })
    const { person } = (await staff().get(path()).expect(200)).body
    expect(person).to.include({ email: 'moi@test.example', phone: '0912345678' })
    const found = await staff().get(`${CAMPAIGN_PATH}/enrolments`).query({ q: '0912345678' }).expect(200)
    expect(found.body.total).to.equal(1)

    const { accounts } = world.container.ports
    expect((await accounts.ofCadre(tham.cadre))?.login).to.equal('moi@test.example')
    expect(await accounts.byLogin('cu@test.example')).to.equal(null)
    const session = await consume(await link('moi@test.example')).expect(200)
    expect(session.body.actor.name).to.equal('Nguyễn Thị Thắm')
    await staff().put(`${path()}/contact`).send({ email: null, phone: null }).expect(200)
    expect(await accounts.byLogin('moi@test.example')).to.equal(null)

    const wrong = await staff().put(`${path()}/contact`).send({ email: 'a b', phone: 'xin số' }).expect(400)
    expect(wrong.body.problems.map((problem: { at: string }) => problem.at)).to.deep.equal([
      'body/email',
      'body/phone',
    ])
  })

  it('with an office of his own is not reached elsewhere by the word of staff', async () => {
    const { accounts } = world.container.ports
    const trainer = (await accounts.byId('trainer'))!
    await accounts.save({ ...trainer, cadre: tham.cadre })
    const body = { email: 'toi@test.example', phone: null }
    const refused = await staff().put(`${path()}/contact`).send(body).expect(409)
    expect(refused.body.code).to.equal('contact-of-officer')
    await world.as('admin').put(`${path()}/contact`).send(body).expect(200)
  })
})
