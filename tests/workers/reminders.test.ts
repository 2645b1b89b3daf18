import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const WAVES = '/api/v1/campaigns/nghi-quyet-12-cdvn/reminder-waves'

interface NoticeView {
  name: string
  state: string
  reason?: string
  phone: string | null
}

const addressesIn = async (world: World): Promise<string[]> =>
  (await readMails(world)).flatMap(mail => [mail.to ?? []].flat().map(to => to.text)).sort()

describe('reminding by hand', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const send = (body: object) => world.as('staff.hung-yen').post(WAVES).send(body)
  const see = async (id: string, query = '') =>
    (await world.as('staff.hung-yen').get(`${WAVES}/${id}${query}`).expect(200)).body

  it('mails those of the unit who owe, lists those to be called, and leaves other provinces alone', async () => {
    await enrol(world, { name: 'Nguyễn Thị Thắm', email: 'tham@test.example' })
    await enrol(world, { name: 'Trần Văn Bình', email: null, phone: '0912345678' })
    await enrol(world, { unit: 'hai-duong-chi-linh', email: 'khac@test.example' })

    const preview = await send({ unit: 'hung-yen', dryRun: true }).expect(202)
    expect(preview.body).to.deep.include({ id: null, recipients: 1, withoutAddress: 1 })
    expect(preview.body.sample.text).to.include('Kính gửi đồng chí Nguyễn Thị Thắm,')
    await world.work()
    expect(await addressesIn(world)).to.deep.equal([])

    const wave = await send({ unit: 'hung-yen' }).expect(202)
    expect(wave.body).to.deep.include({ recipients: 1, withoutAddress: 1 })
    expect(await see(wave.body.id)).to.include({ state: 'planning', recipients: 1, withoutAddress: 1 })
    await world.work()

    const [mail, ...others] = await readMails(world)
    expect(others).to.deep.equal([])
    expect(mail).to.include({ subject: 'Nhắc nộp bài thu hoạch: còn thiếu chuyên đề 1, 2, 3, 4 và 5' })
    // The same but for his own way in, which is made when it is sent.
    const [link = ''] = /http\S+\/dang-nhap\/\S+/.exec(mail!.text ?? '') ?? []
    expect(mail!.text!.replace(link, world.container.publicUrl).replace(/Liên kết trên.*\n\n/, '')).to.equal(
      preview.body.sample.text,
    )
    const opened = await world
      .as('nobody')
      .post('/api/v1/sign-in-links/consume')
      .send({ token: link.split('/').pop() })
      .expect(200)
    expect(opened.body.actor.name).to.equal('Nguyễn Thị Thắm')
    expect(mail!.html).to.include('Đồng chí còn thiếu chuyên đề 1, 2, 3, 4 và 5.')
    expect(mail!.from!.text).to.include('Thu Hoạch')

    const seen = await see(wave.body.id)
    expect(seen).to.deep.include({
      state: 'done',
      kind: 'manual',
      counts: { queued: 0, sent: 1, bounced: 0, failed: 0, skipped: 1 },
      recipients: 1,
      withoutAddress: 1,
    })
    expect(
      seen.notices.map(({ name, state, reason, phone }: NoticeView) => [name, state, reason, phone]),
    ).to.deep.equal([
      ['Trần Văn Bình', 'skipped', 'no-address', '0912345678'],
      ['Nguyễn Thị Thắm', 'sent', undefined, null],
    ])
  })

  it('goes out at once at any hour: who presses the button at night means now', async () => {
    await enrol(world, { email: 'tham@test.example' })
    world.clock.set('2018-12-07T16:30:00Z')
    await send({ unit: 'hung-yen' }).expect(202)
    await world.work()
    expect(await addressesIn(world)).to.deep.equal(['tham@test.example'])
  })

  it('mails a selection, and nobody else', async () => {
    const chosen = await enrol(world, { email: 'chon@test.example' })
    await enrol(world, { email: 'khong@test.example' })
    await send({ enrolments: [chosen.id, chosen.id] }).expect(202)
    await world.work()
    expect(await addressesIn(world)).to.deep.equal(['chon@test.example'])
  })

  it('refuses what is out of the scope as if it were not there', async () => {
    const ours = await enrol(world)
    const theirs = await enrol(world, { unit: 'hai-duong-chi-linh' })
    const answer = await send({ enrolments: [ours.id, theirs.id] }).expect(404)
    expect(answer.body.code).to.equal('not-found')
    await send({ unit: 'hai-duong' }).expect(404)
    await send({ unit: 'tld' }).expect(404)
    await world.as('trainer').post(WAVES).send({ unit: 'hung-yen' }).expect(403)
    await world.as('cadre').post(WAVES).send({ unit: 'hung-yen' }).expect(403)
    await world.as('nobody').post(WAVES).send({ unit: 'hung-yen' }).expect(401)
    await world.work()
    expect(await addressesIn(world)).to.deep.equal([])
  })

  it('shows each province only its own part of a wave of all', async () => {
    await enrol(world, { name: 'Người Hưng Yên' })
    await enrol(world, { name: 'Người Hải Dương', unit: 'hai-duong-chi-linh' })
    const wave = await world.as('admin').post(WAVES).send({ unit: 'tld' }).expect(202)
    expect(wave.body.recipients).to.equal(2)
    await world.as('staff.hung-yen').get(`${WAVES}/${wave.body.id}`).expect(404)
    await world.work()

    const seen = await see(wave.body.id)
    expect(seen.counts).to.deep.equal({ queued: 0, sent: 1, bounced: 0, failed: 0, skipped: 0 })
    expect(seen.notices.map((n: NoticeView) => n.name)).to.deep.equal(['Người Hưng Yên'])
    const list = await world.as('staff.hai-duong').get(`${WAVES}?unit=hai-duong-chi-linh`).expect(200)
    expect(list.body).to.have.length(1)
    expect(list.body[0]).to.include({ id: wave.body.id, recipients: 1 })
    await world.as('staff.hai-duong').get(`${WAVES}?unit=hung-yen`).expect(404)
  })

  it('pages through the notices by name, and by state', async () => {
    for (const name of ['Lê Văn Cường', 'Lê Văn An', 'Lê Văn Bằng']) await enrol(world, { name })
    await enrol(world, { name: 'Lê Văn Dũng', email: null })
    const { id } = (await send({ unit: 'hung-yen' }).expect(202)).body
    await world.work()
    const names: string[] = []
    let query = '?limit=3'
    for (const expected of [3, 1]) {
      const page = await see(id, query)
      expect(page.notices).to.have.length(expected)
      names.push(...page.notices.map((n: NoticeView) => n.name))
      query = `?limit=3&cursor=${page.nextCursor}`
      if (expected === 1) expect(page.nextCursor).to.equal(null)
    }
    expect(names).to.deep.equal(['Lê Văn An', 'Lê Văn Bằng', 'Lê Văn Cường', 'Lê Văn Dũng'])
    const toCall = await see(id, '?state=skipped')
    expect(toCall.notices.map((n: NoticeView) => n.name)).to.deep.equal(['Lê Văn Dũng'])
  })

  it('needs a unit or people, not both and not neither', async () => {
    for (const body of [{}, { unit: 'hung-yen', enrolments: ['a'] }, { enrolments: [] }, { unit: 'Sai Mã' }])
      expect((await send(body).expect(400)).body.code).to.equal('input-not-valid')
  })

  it('is refused where nobody owes', async () => {
    expect((await send({ unit: 'hung-yen' }).expect(422)).body.code).to.equal('nobody-to-remind')
  })

  it('is refused where nothing would be taken any more', async () => {
    await enrol(world)
    world.clock.set('2018-12-31T10:06:00Z')
    expect((await send({ unit: 'hung-yen' }).expect(422)).body.code).to.equal('nobody-to-remind')
  })

  const press = async (body: object) => send(body).set('Idempotency-Key', 'k1')

  it('pressed twice with one key is one wave', async () => {
    await enrol(world)
    const [one, two] = await Promise.all([press({ unit: 'hung-yen' }), press({ unit: 'hung-yen' })])
    expect([one.status, two.status]).to.deep.equal([202, 202])
    expect(one.body).to.deep.equal(two.body)
    await world.work()
    expect((await press({ unit: 'hung-yen' })).body).to.deep.equal(one.body)
    expect((await press({ unit: 'hung-yen-van-lam' })).body.code).to.equal('wave-key-reused')
    expect(await addressesIn(world)).to.have.length(1)
  })

  it('pressed by several people at once mails nobody twice', async () => {
    for (let i = 0; i < 5; i += 1) await enrol(world)
    const answers = await Promise.all([
      send({ unit: 'hung-yen' }),
      send({ unit: 'hung-yen-van-lam' }),
      world.as('admin').post(WAVES).send({ unit: 'tld' }),
    ])
    expect(answers.map(answer => answer.status)).to.deep.equal([202, 202, 202])
    await world.work()
    expect(new Set(await addressesIn(world)).size).to.equal(5)
    expect(await addressesIn(world)).to.have.length(5)

    expect((await send({ unit: 'hung-yen' }).expect(409)).body.code).to.equal('just-reminded')
    world.clock.set('2018-12-07T02:01:00Z')
    await send({ unit: 'hung-yen' }).expect(202)
    await world.work()
    expect(await addressesIn(world)).to.have.length(10)
  })
})
