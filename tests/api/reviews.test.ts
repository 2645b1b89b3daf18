import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { enrolmentPath, pdf, send } from '../support/essays.ts'
import { readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const PROGRESS = '/api/v1/campaigns/nghi-quyet-12-cdvn/progress'
const NOTE = 'Phần liên hệ bản thân còn chung chung.\nĐồng chí viết rõ hơn.'

describe('verdicts on essays', () => {
  let world: World
  let enrolment: string
  beforeEach(async () => {
    world = await openWorld()
    ;({ id: enrolment } = await enrol(world, {
      cadre: 'cadre-1',
      name: 'Nguyễn Thị Thắm',
      email: 'tham@test.example',
    }))
    await send(world, enrolment, 'CD1,CD2', pdf()).expect(201)
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const judge = (topic: string, body: object, who: CastName = 'trainer.hung-yen') =>
    world
      .as(who)
      .post(`${enrolmentPath(enrolment)}/essays/${topic}/reviews`)
      .send({ version: 1, ...body })
  const accept = (topic: string, more = {}) => judge(topic, { verdict: 'accepted', ...more })
  const giveBack = (topic: string, more = {}) => judge(topic, { verdict: 'returned', note: NOTE, ...more })
  const me = async () => (await world.as('cadre').get(enrolmentPath('me')).expect(200)).body
  const stateOf = async (topic: string) =>
    (await me()).essays.find((essay: { topic: string }) => essay.topic === topic).state

  it('return an essay: it is owed again, the note is there for its writer, totals and mails follow', async () => {
    const answer = await giveBack('CD1').expect(201)
    expect(answer.body.reviews).to.have.length(1)
    expect(answer.body.reviews[0]).to.deep.include({ verdict: 'returned', note: NOTE, dueAt: null })
    const mine = await me()
    expect(mine.owed).to.deep.equal(['CD1', 'CD3', 'CD4', 'CD5'])
    expect(mine.versions[0].reviews[0].note).to.equal(NOTE)
    expect(mine.versions[0].reviews[0]).not.to.have.any.keys('by', 'byName')
    await world.work()
    const { totals } = (
      await world.as('trainer.hung-yen').get(PROGRESS).query({ unit: 'hung-yen' }).expect(200)
    ).body
    expect(totals).to.deep.include({ submitted: 1, missing: 4 })
    const mail = (await readMails(world)).find(one => one.subject?.includes('trả lại'))
    expect(mail?.subject).to.equal('Bài thu hoạch chuyên đề 1 được trả lại để viết lại')
    expect(mail?.text)
      .to.include('Phần liên hệ bản thân còn chung chung.')
      .and.include('Hạn nộp: 17:00 ngày 14/12/2018.')

    // Written again in time, it is a new version and counts.
    await send(world, enrolment, 'CD1', pdf(), 'lần hai.pdf', 'cadre').expect(201)
    expect(await stateOf('CD1')).to.equal('submitted')
    expect((await me()).versions.map((one: { reviews: [] }) => one.reviews.length)).to.deep.equal([1, 0, 0])
    const audited = await world.db.collection('audit').findOne({ action: 'essay.returned' })
    expect(audited?.['details']).to.deep.include({ topic: 'CD1', version: 1, note: NOTE })
  })

  it('accept an essay, which nobody replaces or withdraws from then on; a retry of its hand-in gets its receipt', async () => {
    const again = pdf()
    const handIn = (topics: string) =>
      send(world, enrolment, topics, again, 'bài.pdf', 'cadre').set('Idempotency-Key', 'key-1')
    const { body } = await handIn('CD3').expect(201)
    await accept('CD3').expect(201)
    expect(await stateOf('CD3')).to.equal('accepted')
    const refused = await send(world, enrolment, 'CD3,CD4', pdf(), 'bài.pdf', 'cadre').expect(409)
    expect(refused.body.detail).to.equal(
      'Bài CĐ3 đã được nhận xét là đạt nên không nộp lại hay rút được nữa.',
    )
    expect((await handIn('CD3').expect(201)).body).to.deep.equal(body)
    const withdrawn = await world
      .as('cadre')
      .delete(`${enrolmentPath('me')}/essays/CD3`)
      .expect(409)
    expect(withdrawn.body.code).to.equal('essay-accepted')
    await world
      .as('staff.hung-yen')
      .post(`${enrolmentPath(enrolment)}/papers`)
      .send({ topics: ['CD3'], receivedAt: '2018-12-07T01:00:00Z' })
      .expect(409)
    await send(world, enrolment, 'CD4', pdf(), 'bài.pdf', 'cadre').expect(201)
  })

  it('give time to rewrite after the due date, so that nobody is late because he was asked to write again', async () => {
    world.clock.set('2018-12-20T02:00:00Z')
    expect((await giveBack('CD2').expect(422)).body.code).to.equal('rewriting-needs-date')
    await giveBack('CD2', { dueAt: '2018-12-27T10:00:00Z' }).expect(201)
    expect((await me()).dueAt).to.equal('2018-12-27T10:00:00.000Z')
    const extensions = await world
      .as('staff.hung-yen')
      .get('/api/v1/campaigns/nghi-quyet-12-cdvn/extensions')
      .query({ enrolment })
      .expect(200)
    expect(extensions.body[0]).to.deep.include({ reason: 'Viết lại bài chuyên đề 2' })
    world.clock.set('2019-01-05T02:00:00Z')
    await giveBack('CD1', { dueAt: '2019-01-12T10:00:00Z' }).expect(201)
    // The campaign is closed to everybody else.
    world.clock.set('2019-01-10T02:00:00Z')
    const { body } = await send(world, enrolment, 'CD1', pdf(), 'bài.pdf', 'cadre').expect(201)
    expect(body.receipts[0].late).to.equal(false)
  })

  it('are refused for what is no longer there to be judged, and say so', async () => {
    await send(world, enrolment, 'CD1', pdf(), 'mới.pdf', 'cadre').expect(201)
    expect((await accept('CD1').expect(409)).body.code).to.equal('essay-changed')
    expect((await accept('CD5').expect(404)).body.code).to.equal('not-found')
    await world
      .as('cadre')
      .delete(`${enrolmentPath('me')}/essays/CD2`)
      .expect(204)
    expect((await accept('CD2').expect(409)).body.code).to.equal('essay-changed')
    expect((await giveBack('CD1', { version: 2, note: '  ' }).expect(422)).body.code).to.equal(
      'review-note-missing',
    )
  })

  it('change only where the one before was seen', async () => {
    const first = await accept('CD1').expect(201)
    expect((await giveBack('CD1').expect(409)).body.code).to.equal('essay-judged-meanwhile')
    const replaces = first.body.reviews[0].id
    const second = await giveBack('CD1', { replaces }).expect(201)
    expect(second.body.reviews.map((one: { verdict: string }) => one.verdict)).to.deep.equal([
      'accepted',
      'returned',
    ])
    // Thought better of before the mail went out: none goes out.
    await accept('CD1', { replaces: second.body.reviews[1].id }).expect(201)
    await world.work()
    expect((await readMails(world)).filter(mail => mail.subject?.includes('trả lại'))).to.deep.equal([])
  })

  it('and a new version that come at once: one of the two is refused or comes first, never half of both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id } = await enrol(world)
      await send(world, id, 'CD1', pdf()).expect(201)
      const [verdict, handIn] = await Promise.all([
        world
          .as('trainer.hung-yen')
          .post(`${enrolmentPath(id)}/essays/CD1/reviews`)
          .send({ version: 1, verdict: 'accepted' }),
        send(world, id, 'CD1', pdf()),
      ])
      expect([verdict.status, handIn.status], verdict.text + handIn.text).to.have.members([201, 409])
      const code = verdict.status === 409 ? verdict.body.code : handIn.body.code
      expect(code).to.equal(verdict.status === 409 ? 'essay-changed' : 'essay-accepted')
    }
  })

  it('of two readers at once: one is told of the other', async () => {
    const answers = await Promise.all([accept('CD1'), giveBack('CD1')])
    expect(answers.map(({ status }) => status)).to.have.members([201, 409])
  })

  it('are for trainers of the unit and admins', async () => {
    for (const [who, status] of [
      ['staff.hung-yen', 403],
      ['cadre', 403],
      ['trainer.hai-duong', 404],
      ['trainer', 201],
    ] as const)
      expect((await judge('CD2', { verdict: 'accepted' }, who)).status, who).to.equal(status)
  })

  it('are told after a kill all the same, once', async () => {
    await giveBack('CD1').expect(201)
    const { ports } = world.container
    const { deliverReturns } = await import('../../src/commands/deliver-returns.ts')
    const dying = {
      ...ports,
      outbox: { ...ports.outbox, clearReturned: async () => Promise.reject(new Error('dead')) },
    }
    expect(await deliverReturns(dying)(world.clock.now()).catch((error: Error) => error.message)).to.equal(
      'dead',
    )
    await world.work()
    expect((await readMails(world)).filter(mail => mail.subject?.includes('trả lại'))).to.have.length(1)
  })
})
