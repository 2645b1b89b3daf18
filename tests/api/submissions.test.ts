import { readdirSync } from 'node:fs'
import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { enrolmentPath, fixture, pdf, send, sha256, submissions } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

describe('handing in', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  for (const name of readdirSync('fixtures/essays').filter(file => !file.endsWith('.md')))
    it(`takes “${name}” and gives it back byte for byte, under its name`, async () => {
      const { id } = await enrol(world)
      const bytes = fixture(name)
      const { body } = await send(world, id, 'CD1,CD3', bytes, name, 'staff.hung-yen').expect(201)
      expect(body.receipts.map((receipt: { topic: string }) => receipt.topic)).to.deep.equal(['CD1', 'CD3'])
      expect(body.receipts[0]).to.deep.include({
        version: 1,
        sha256: sha256(bytes),
        size: bytes.length,
        receivedAt: '2018-12-07T02:00:00.000Z',
        late: false,
      })
      expect(body.receipts[0].code).to.match(/^TH(-[2-9A-Z]{4}){3}$/)
      const file = await world
        .as('staff.hung-yen')
        .get(`${enrolmentPath(id)}/essays/CD3/versions/1/file`)
        .responseType('arraybuffer')
        .expect(200)
      expect(Buffer.from(file.body).equals(bytes)).to.equal(true)
      const encoded = /filename\*=UTF-8''(\S+)/.exec(file.headers['content-disposition'] ?? '')?.[1]
      expect(decodeURIComponent(encoded ?? '')).to.equal(name.normalize('NFC'))
    })

  it('takes the parts in any order, and topics one by one', async () => {
    const { id } = await enrol(world)
    const answer = await world
      .as('admin')
      .post(submissions(id))
      .field('topics', 'CD4')
      .attach('file', pdf(), 'a.pdf')
      .field('topics', ' CD2 ,CD4')
      .expect(201)
    expect(answer.body.receipts.map((r: { topic: string }) => r.topic)).to.deep.equal(['CD2', 'CD4'])
    await world
      .as('admin')
      .post(submissions(id))
      .attach('file', pdf(), 'a.pdf')
      .field('topics', 'CD1')
      .expect(201)
  })

  it('keeps a typed text as a file of its own', async () => {
    await enrol(world, { cadre: 'cadre-1' })
    const text = 'Qua học tập, tôi nhận thức rõ hơn.\n\nLiên hệ bản thân: …'
    const cadre = world.as('cadre')
    const { body } = await cadre.post(submissions('me')).send({ topics: 'CD1,CD2', text }).expect(201)
    expect(body.receipts[0].size).to.equal(Buffer.byteLength(text))
    const file = await cadre
      .get(`${enrolmentPath('me')}/essays/CD2/versions/1/file`)
      .responseType('arraybuffer')
      .expect(200)
    expect(Buffer.from(file.body).toString()).to.equal(text)
    expect(decodeURIComponent(file.headers['content-disposition'] ?? '')).to.contain('Bài viết CĐ1, CĐ2.txt')
  })

  it('shows the person what was handed in, what is owed, and his dates', async () => {
    const { id } = await enrol(world, { name: 'Trần Thị Hoa' })
    await send(world, id, 'CD1', pdf(), 'bài.pdf').expect(201)
    const second = await send(world, id, 'CD1', pdf(), 'bài sửa.pdf').expect(201)
    const { body } = await world.as('trainer.hung-yen').get(enrolmentPath(id)).expect(200)
    expect(body).to.deep.include({ id, name: 'Trần Thị Hoa', state: 'partial', late: false, exemption: null })
    expect(body).to.deep.include({ dueAt: '2018-12-14T10:00:00.000Z', owed: ['CD2', 'CD3', 'CD4', 'CD5'] })
    expect(
      body.versions.map((v: { version: number; fileName: string }) => [v.version, v.fileName]),
    ).to.deep.equal([
      [1, 'bài.pdf'],
      [2, 'bài sửa.pdf'],
    ])
    expect(body.versions[1]).to.deep.include({ receipt: second.body.receipts[0].code, onBehalf: true })
    expect(body.essays[0]).to.deep.include({ topic: 'CD1', state: 'submitted', version: 2 })
    expect(body.essays[1]).to.deep.include({ topic: 'CD2', state: 'missing', version: null })
  })

  it('numbers the versions of one person without a gap, however many come at once', async () => {
    const { id } = await enrol(world)
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => send(world, id, 'CD1,CD5', pdf(), 'a.pdf').expect(201)),
    )
    const numbers = answers.map(answer => answer.body.receipts[0].version)
    expect(numbers.sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 12 }, (_, i) => i + 1))
  })

  it('takes 20 MB to the last byte, in chunks', async () => {
    const { id } = await enrol(world)
    const bytes = pdf(20 * 1024 * 1024)
    const { body } = await send(world, id, 'CD1', bytes, 'quét.pdf').expect(201)
    expect(body.receipts[0]).to.deep.include({ sha256: sha256(bytes), size: bytes.length })
    const file = await world
      .as('admin')
      .get(`${enrolmentPath(id)}/essays/CD1/versions/1/file`)
      .responseType('arraybuffer')
      .expect(200)
    expect(Buffer.from(file.body).equals(bytes)).to.equal(true)
    expect(await world.db.collection('uploads').countDocuments()).to.equal(0)
  })
})
