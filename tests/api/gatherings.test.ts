import { expect } from 'chai'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, type CastName } from '../support/cast.ts'
import { pdf, zip } from '../support/essays.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = `${CAMPAIGN_PATH}/gatherings`

interface File {
  id: string
  path: string
  state: string
  isReady: boolean
  person: { enrolment: string; name: string; unit: string } | null
  topics: string[]
  matchedBy: string | null
  candidates: { enrolment: string }[]
  doubled: string[]
  receipts: { topic: string; code: string }[]
  problem: { code: string } | null
}

describe('collected essays, through the API', () => {
  let world: World
  let an: Enrolment
  let son: Enrolment
  let namesake: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    an = await enrol(world, { name: 'Trần Văn An' })
    son = await enrol(world, { name: 'Vũ Đức Sơn' })
    namesake = await enrol(world, { name: 'Vũ Đức Sơn', unit: 'hung-yen-van-giang' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const staff = () => world.as('staff.hung-yen')
  const begin = async (): Promise<string> =>
    (await staff().post(PATH).send({ unit: 'hung-yen' }).expect(201)).body.id
  const at = (id: string) => `/api/v1/gatherings/${id}`
  /** With their folders in their names, as a browser sends a folder. */
  const upload = (id: string, files: Readonly<Record<string, Buffer>>, who: CastName = 'staff.hung-yen') => {
    const request = world.as(who).post(`${at(id)}/files`)
    for (const [path, bytes] of Object.entries(files))
      request.attach('file', bytes, Object.assign({ filename: path }, { filepath: path }))
    return request
  }
  const see = async (id: string) => (await staff().get(at(id)).expect(200)).body
  const fileIn = ({ files }: { files: File[] }, path: string): File => files.find(file => file.path === path)!
  const choose = (id: string, ...files: object[]) =>
    staff()
      .patch(`${at(id)}/files`)
      .send({ files })
  const confirm = (id: string, seal: string) =>
    staff()
      .post(`${at(id)}/confirmation`)
      .send({ seal })

  it('are uploaded, matched, corrected, confirmed with a seal, and answered with receipts', async () => {
    const id = await begin()
    expect((await staff().get(PATH).expect(200)).body).to.deep.equal([
      {
        id,
        campaign: CAMPAIGN.code,
        unit: 'hung-yen',
        state: 'open',
        by: 'staff.hung-yen',
        startedAt: '2018-12-07T02:00:00.000Z',
        expiresAt: '2018-12-14T02:00:00.000Z',
        confirmedAt: null,
        finishedAt: null,
        failure: null,
      },
    ])
    const nothing = await see(id)
    expect((await confirm(id, nothing.seal).expect(422)).body.code).to.equal('nothing-to-hand-in')
    const uploaded = (
      await upload(id, {
        'Trần Văn An/CĐ1.pdf': pdf(),
        'Trần Văn An/CĐ1 sửa.pdf': pdf(),
        'Vũ Đức Sơn CĐ2.pdf': pdf(),
        'ghi chú.txt': Buffer.from('x'),
      }).expect(200)
    ).body
    const first = fileIn(uploaded, 'Trần Văn An/CĐ1.pdf')
    expect(first).to.deep.include({
      state: 'waiting',
      isReady: true,
      person: { enrolment: an.id, name: 'Trần Văn An', unit: 'LĐLĐ huyện Văn Lâm' },
      topics: ['CD1'],
      matchedBy: 'name',
      candidates: [],
      doubled: ['CD1'],
    })
    const unclear = fileIn(uploaded, 'Vũ Đức Sơn CĐ2.pdf')
    expect(unclear).to.include({ person: null, matchedBy: null, isReady: false })
    expect(unclear.candidates.map(({ enrolment }) => enrolment)).to.have.members([son.id, namesake.id])
    expect(fileIn(uploaded, 'ghi chú.txt')).to.deep.include({ state: 'refused' })
    expect(fileIn(uploaded, 'ghi chú.txt').problem?.code).to.equal('file-type-not-allowed')

    const chosen = await choose(
      id,
      { file: unclear.id, enrolment: namesake.id, topics: ['CD3', 'CD2'] },
      {
        file: fileIn(uploaded, 'Trần Văn An/CĐ1 sửa.pdf').id,
        enrolment: an.id,
        topics: ['CD1'],
        skipped: true,
      },
    ).expect(200)
    expect(fileIn(chosen.body, 'Vũ Đức Sơn CĐ2.pdf')).to.deep.include({
      isReady: true,
      topics: ['CD2', 'CD3'],
      person: { enrolment: namesake.id, name: 'Vũ Đức Sơn', unit: 'LĐLĐ huyện Văn Giang' },
    })
    const changed = await confirm(id, uploaded.seal).expect(409)
    expect(changed.body.code).to.equal('gathering-changed')
    expect((await confirm(id, chosen.body.seal).expect(202)).body).to.include({
      state: 'queued',
      confirmedAt: '2018-12-07T02:00:00.000Z',
    })
    expect((await confirm(id, chosen.body.seal).expect(409)).body.code).to.equal('gathering-busy')
    await staff().delete(at(id)).expect(409)
    await world.work()

    const done = await see(id)
    expect(done.state).to.equal('done')
    const states = done.files.map(({ path, state }: File) => [path, state])
    expect(Object.fromEntries(states)).to.deep.equal({
      'Trần Văn An/CĐ1.pdf': 'handed-in',
      'Trần Văn An/CĐ1 sửa.pdf': 'skipped',
      'Vũ Đức Sơn CĐ2.pdf': 'handed-in',
      'ghi chú.txt': 'refused',
    })
    const { receipts } = fileIn(done, 'Vũ Đức Sơn CĐ2.pdf')
    expect(receipts.map(({ topic }) => topic)).to.deep.equal(['CD2', 'CD3'])
    await world.as('nobody').get(`/api/v1/receipts/${receipts[0]!.code}`).expect(200)
    await staff()
      .get(`${at(id)}/files.xlsx`)
      .expect(200)
    expect((await upload(id, { 'Trần Văn An CĐ4.pdf': pdf() }).expect(409)).body.code).to.equal(
      'gathering-closed',
    )
    const { versions } = (await staff().get(`${CAMPAIGN_PATH}/enrolments/${an.id}`).expect(200)).body
    expect(versions).to.have.length(1)
  })

  it('come in archives too, which a worker unpacks, and are thrown away on demand', async () => {
    const id = await begin()
    const packed = await zip({
      'Trần Văn An CĐ1.rtf': '{\\rtf1 Nhận thức của tôi}',
      'Vũ Đức Sơn/CĐ2.rtf': '{\\rtf1 b}',
    })
    const sent = (await upload(id, { 'bài.zip': packed }).expect(200)).body
    expect(sent).to.deep.include({ state: 'queued', files: [] })
    await world.work()
    const unpacked = await see(id)
    expect(unpacked.state).to.equal('open')
    expect(
      unpacked.archives.map(({ name, state }: { name: string; state: string }) => [name, state]),
    ).to.deep.equal([['bài.zip', 'unpacked']])
    expect(fileIn(unpacked, 'bài/Trần Văn An CĐ1.rtf').person?.enrolment).to.equal(an.id)
    await staff().delete(at(id)).expect(204)
    await staff().get(at(id)).expect(404)
    expect(await world.db.collection('staged.files').countDocuments()).to.equal(0)
  })

  it('are refused with reasons: no file, an unknown topic, somebody else’s person, too late', async () => {
    const id = await begin()
    await staff().post(PATH).send({ unit: 'hai-duong' }).expect(404)
    expect(
      (
        await staff()
          .post(`${at(id)}/files`)
          .field('x', 'y')
          .expect(422)
      ).body.code,
    ).to.equal('file-missing')
    const { files } = (await upload(id, { 'Trần Văn An CĐ1.pdf': pdf() }).expect(200)).body
    const file = files[0].id
    const unknown = await choose(id, { file, enrolment: an.id, topics: ['CD9'] }).expect(422)
    expect(unknown.body.problems[0]).to.deep.include({ code: 'topic-not-known', details: { topic: 'CD9' } })
    const stranger = await enrol(world, { unit: 'hai-duong-chi-linh' })
    await choose(id, { file, enrolment: stranger.id, topics: ['CD1'] }).expect(404)
    await choose(id, { file: 'khong-co', enrolment: an.id, topics: ['CD1'] }).expect(404)
    await choose(id).expect(400)
    expect((await see(id)).files).to.deep.equal(files)
    world.clock.set('2018-12-15T02:00:00Z')
    expect((await upload(id, { 'Vũ Đức Sơn CĐ2.pdf': pdf() }).expect(410)).body.code).to.equal(
      'gathering-expired',
    )
    await choose(id, { file, enrolment: null, topics: [] }).expect(410)
  })
})
