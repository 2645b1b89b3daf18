import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import ExcelJS from 'exceljs'
import { workGathering } from '../../src/commands/work-gathering.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { getGathering } from '../../src/queries/gathering.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { fixture, pdf, send, zip } from '../support/essays.ts'
import { rawZip } from '../support/raw-zip.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = '/dot/nghi-quyet-12-cdvn/nop-ho'
const DECOMPOSED = 'Phạm Thị Hồng Ánh – chuyên đề 5.pdf'.normalize('NFD')

describe('essays that were collected, and are handed in together', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const post = (path: string, form: object = {}, who: CastName = 'staff.hung-yen') =>
    world.as(who).post(path).type('form').send(form)
  const start = async (unit = 'hung-yen'): Promise<string> => {
    const answer = await post(PAGE, { unit }).expect(303)
    return String(answer.headers['location']).split('/').pop() ?? ''
  }
  /** Uploads files as a browser sends a folder: with their paths. */
  const upload = (id: string, files: readonly (readonly [path: string, bytes: Buffer])[]) => {
    const request = world.as('staff.hung-yen').post(`${PAGE}/${id}/tep`)
    for (const [path, bytes] of files)
      request.attach('file', bytes, Object.assign({ filename: path }, { filepath: path }))
    return request
  }
  const see = async (id: string) => {
    const found = await getGathering(world.container.ports)(HOUSE, id)
    if (!found.ok) throw new Error('no such gathering')
    return found.value
  }
  /** What is known of every file: `path: enrolment topics`. */
  const recognised = async (id: string, names: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      (await see(id)).files.map(({ path, enrolment, topics, problem }) => [
        path,
        [names[enrolment ?? ''] ?? enrolment ?? '-', topics.join(), problem?.code].filter(Boolean).join(' '),
      ]),
    )
  const confirm = async (id: string, seal?: string) =>
    post(`${PAGE}/${id}/xem-lai`, { seal: seal ?? (await see(id)).seal })
  const versions = async () => world.db.collection('versions').find().sort({ _id: 1 }).toArray()
  const staged = async () => world.db.collection('staged.files').countDocuments()

  it('are told by the reference on a slip, and by the receipt of an earlier hand-in of the campaign', async () => {
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    const twin = await enrol(world, { name: 'Nguyễn Thị Thắm', unit: 'hung-yen-van-giang' })
    const { body } = await world
      .as('staff.hung-yen')
      .post('/api/v1/campaigns/nghi-quyet-12-cdvn/sign-in-slips')
      .send({ enrolments: [tham.id, twin.id] })
      .expect(201)
    const slipOf = ({ id }: { id: string }) =>
      body.slips.find((slip: { enrolment: string }) => slip.enrolment === id)
    const { receipts } = (await send(world, twin.id, 'CD1', pdf()).expect(201)).body
    const id = await start()
    await upload(id, [
      [`${slipOf(tham).reference} CĐ2.pdf`, pdf()],
      [`${slipOf(twin).reference.toLowerCase().replaceAll('-', '')}_Nguyen Thi Tham_CD3.pdf`, pdf()],
      [`${receipts[0].code} chuyên đề 1 viết lại.pdf`, pdf()],
      ['Nguyễn Thị Thắm CĐ4.pdf', pdf()],
    ]).expect(303)
    const { files } = await see(id)
    expect(files.map(({ match, topics }) => [match.enrolment, match.by, topics.join()])).to.have.deep.members(
      [
        [tham.id, 'slip', 'CD2'],
        [twin.id, 'slip', 'CD3'],
        [twin.id, 'receipt', 'CD1'],
        [null, null, 'CD4'],
      ],
    )
  })

  it('as a folder of real files: recognised, chosen, confirmed, received like any other', async () => {
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    const anh = await enrol(world, { name: 'Phạm Thị Hồng Ánh', unit: 'hung-yen-van-giang' })
    const an = await enrol(world, { name: 'Trần Văn An' })
    const names = { [tham.id]: 'Thắm', [anh.id]: 'Ánh', [an.id]: 'An' }
    const id = await start()
    await upload(id, [
      ['Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx', fixture('Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx')],
      [DECOMPOSED, fixture(DECOMPOSED)],
      ['Tran Van An/Bai 1 va 3.PDF', fixture('Bai 1 va 3.PDF')],
      ['Tran Van An/CHUYEN DE 4.RTF', fixture('CHUYEN DE 4.RTF')],
      ['Tran Van An/CD 5/IMG_20181210_02.jpg', fixture('IMG_20181210_02.jpg')],
      ['Tran Van An/CD 5/IMG_20181210_01.jpg', fixture('IMG_20181210_01.jpg')],
      ['thu-hoach-3.odt', fixture('thu-hoach-3.odt')],
      ['danh sach.xlsx', Buffer.from('PK')],
      ['Thumbs.db', Buffer.from('x')],
    ]).expect(303)
    expect(await recognised(id, names)).to.deep.equal({
      'Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx': 'Thắm CD1',
      [DECOMPOSED.normalize('NFC')]: 'Ánh CD5',
      'Tran Van An/Bai 1 va 3.PDF': 'An CD1,CD3',
      'Tran Van An/CHUYEN DE 4.RTF': 'An CD4',
      'Tran Van An/CD 5/IMG_20181210_02.jpg': 'An CD5',
      'thu-hoach-3.odt': '- CD3',
      'danh sach.xlsx': '- file-type-not-allowed',
    })
    expect(await versions(), 'nothing is an essay yet').to.deep.equal([])

    const { files } = await see(id)
    const odt = files.find(({ path }) => path === 'thu-hoach-3.odt')!
    const rtf = files.find(({ path }) => path.endsWith('.RTF'))!
    await post(`${PAGE}/${id}`, {
      file: [odt.id, rtf.id],
      [`who.${odt.id}`]: anh.id,
      [`topics.${odt.id}`]: ['CD2', 'CD3'],
      [`who.${rtf.id}`]: an.id,
      [`topics.${rtf.id}`]: 'CD4',
      [`skip.${rtf.id}`]: 'yes',
      next: 'review',
    }).expect(303)
    const review = await world.as('staff.hung-yen').get(`${PAGE}/${id}/xem-lai`).expect(200)
    expect(review.text).to.include('Nộp 5 bài của 3 cán bộ.')
    expect((await confirm(id)).status).to.equal(303)
    expect(await versions()).to.deep.equal([])
    world.clock.set('2018-12-15T02:00:00Z')
    await world.work()

    const done = await see(id)
    expect(done.gathering.state).to.equal('done')
    const states = Object.fromEntries(done.files.map(({ path, state }) => [path, state]))
    expect(states).to.deep.equal({
      'Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx': 'handed-in',
      [DECOMPOSED.normalize('NFC')]: 'handed-in',
      'Tran Van An/Bai 1 va 3.PDF': 'handed-in',
      'Tran Van An/CHUYEN DE 4.RTF': 'skipped',
      'Tran Van An/CD 5/IMG_20181210_02.jpg': 'handed-in',
      'thu-hoach-3.odt': 'handed-in',
      'danh sach.xlsx': 'refused',
    })
    const kept = await versions()
    expect(kept.map(({ topic }) => topic)).to.have.members(['CD1', 'CD1', 'CD2', 'CD3', 'CD3', 'CD5', 'CD5'])
    // Judged by when it was confirmed, however late the worker came to it.
    expect(kept.some(({ late }) => late)).to.equal(false)
    for (const { by, onBehalf } of kept)
      expect({ by, onBehalf }).to.deep.equal({ by: 'staff.hung-yen', onBehalf: true })
    const photos = kept.find(version => version['enrolment'] === an.id && version['topic'] === 'CD5')
    expect(photos?.['file'].pages).to.have.length(2)
    const receipts = done.files.flatMap(file => file.receipts.map(({ code }) => code))
    expect(receipts).to.have.members(kept.map(({ receipt }) => receipt))
    expect(await staged(), 'only what was left out waits for its end').to.equal(1)
    expect(await world.db.collection('audit').countDocuments({ action: 'essay.submitted' })).to.equal(7)
    await world.checkInvariants()

    const answer = await world
      .as('staff.hung-yen')
      .get(`${PAGE}/${id}/ket-qua.xlsx`)
      .responseType('arraybuffer')
      .expect(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(answer.body)
    const rows = JSON.stringify(workbook.worksheets[0]?.getSheetValues())
    for (const receipt of receipts) expect(rows).to.include(receipt)
    expect(rows).to.include('Không nhận tệp kiểu “xlsx”')
  })

  it('as a ZIP: unpacked by a worker, names in any writing, nothing led astray', async () => {
    const an = await enrol(world, { name: 'Trần Văn An' })
    const id = await start()
    const bytes = pdf()
    // "Trần Văn An CĐ1.pdf" as Windows in Vietnamese writes it: letters and tones apart.
    const vietnamese = Buffer.from('5472e2cc6e2056e36e20416e204344d0', 'hex').subarray(0, 12)
    const names = [
      Buffer.concat([vietnamese, Buffer.from(' CD1.pdf')]),
      Buffer.from('Trần Văn An CD2.pdf'.normalize('NFD')),
      Buffer.from('../../Tran Van An CD3.pdf'),
      Buffer.from('C:\\bai\\Tran Van An CD4.pdf'),
      Buffer.from([0x63, 0x61, 0x66, 0x82, 0x2e, 0x70, 0x64, 0x66]),
      Buffer.from('__MACOSX/._Tran Van An CD5.pdf'),
      Buffer.from('trong.zip'),
      Buffer.from('Tran Van An CD5/'),
    ]
    const archive = rawZip([
      ...names.map(name => ({ name, bytes: name.at(-1) === 0x2f ? Buffer.alloc(0) : bytes })),
      { name: Buffer.from('mat khau CD1.pdf'), bytes, flags: 1 },
      { name: Buffer.from('noi doi CD1.pdf'), bytes, claimed: bytes.length - 10 },
    ])
    await upload(id, [['Thu gom.zip', archive]]).expect(303)
    expect((await see(id)).files).to.deep.equal([])
    await world.work()
    const { gathering } = await see(id)
    expect(gathering).to.deep.include({ state: 'open' })
    expect(gathering.archives).to.have.length(1)
    expect(gathering.archives[0]).to.include({ state: 'unpacked' })
    expect(await recognised(id, { [an.id]: 'An' })).to.deep.equal({
      'Thu gom/Trần Văn An CD1.pdf': 'An CD1',
      'Thu gom/Trần Văn An CD2.pdf': 'An CD2',
      'Thu gom/Tran Van An CD3.pdf': 'An CD3',
      'Thu gom/C:/bai/Tran Van An CD4.pdf': 'An CD4',
      'Thu gom/café.pdf': '-',
      'Thu gom/trong.zip': '- file-type-not-allowed',
      'Thu gom/mat khau CD1.pdf': '- CD1 archive-not-readable',
      'Thu gom/noi doi CD1.pdf': '- CD1 file-damaged',
    })
    await confirm(id)
    await world.work()
    expect(await versions()).to.have.length(4)
    await world.checkInvariants()
  })

  it('refuses an archive that is none, or inflates beyond belief, and takes the next', async () => {
    const id = await start()
    await upload(id, [
      ['hỏng.zip', Buffer.from('PK không phải ZIP')],
      ['bom.zip', await zip({ 'bai CD1.docx': 30 * 1024 * 1024 })],
      ['tốt.zip', await zip({ 'bai CD1.pdf': '%PDF-1.7 %%EOF' })],
    ]).expect(303)
    await world.work()
    const { gathering } = await see(id)
    expect(gathering.archives.map(({ state, problem }) => problem?.code ?? state)).to.deep.equal([
      'archive-not-readable',
      'unpacked',
      'unpacked',
    ])
    expect(await recognised(id)).to.deep.equal({
      'bom/bai CD1.docx': '- CD1 file-inflates-too-much',
      'tốt/bai CD1.pdf': '- CD1',
    })
  })

  it('goes on where a killed worker stopped: nobody is received twice', async () => {
    const people = []
    for (let n = 1; n <= 6; n += 1) people.push(await enrol(world, { name: `Lê Thị Thứ ${'I'.repeat(n)}` }))
    const id = await start()
    await upload(
      id,
      people.map(({ person }) => [`${person.name} CD1.pdf`, pdf()] as const),
    ).expect(303)
    await confirm(id)

    const { ports } = world.container
    let end: () => void
    const dead = new Promise<never>((_, reject) => {
      end = () => reject(new Error('killed'))
    })
    let settled = 0
    const gatherings = {
      ...ports.gatherings,
      renew: async () => dead,
      // The third essay is received, and nobody writes that down any more.
      settle: async (...args: Parameters<typeof ports.gatherings.settle>) => {
        settled += 1
        return settled > 2 ? dead : ports.gatherings.settle(...args)
      },
    }
    const killed = workGathering({ ...ports, gatherings })(id).catch(String)
    while ((await versions()).length < 3) await pause(20)
    await world.work()
    expect((await see(id)).gathering.state).to.equal('running')
    world.clock.set('2018-12-07T02:05:00Z')
    await world.work()
    const { gathering, files } = await see(id)
    expect(gathering.state).to.equal('done')
    expect(files.map(({ state }) => state)).to.deep.equal(Array.from({ length: 6 }, () => 'handed-in'))
    const kept = await versions()
    expect(kept).to.have.length(6)
    expect(new Set(kept.map(({ enrolment }) => enrolment)).size).to.equal(6)
    expect(files.flatMap(file => file.receipts.map(({ code }) => code))).to.have.members(
      kept.map(({ receipt }) => receipt),
    )
    end!()
    await killed
    expect((await see(id)).gathering.state).to.equal('done')
    await world.checkInvariants()
  })

  it('is confirmed once, and as it was looked at', async () => {
    const an = await enrol(world, { name: 'Trần Văn An' })
    const id = await start()
    await upload(id, [['Trần Văn An CD1.pdf', pdf()]]).expect(303)
    const { seal, files } = await see(id)
    await upload(id, [['Trần Văn An CD2.pdf', pdf()]]).expect(303)
    const changed = await confirm(id, seal)
    expect(changed.status).to.equal(409)
    expect(changed.text).to.include('vừa được đổi lựa chọn')
    const answers = await Promise.all([confirm(id), confirm(id)])
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303])
    // Nothing moves under what was confirmed.
    const late = { file: files[0]?.id, [`who.${files[0]?.id}`]: an.id, [`topics.${files[0]?.id}`]: 'CD5' }
    await post(`${PAGE}/${id}`, late).expect(409)
    await upload(id, [['Trần Văn An CD3.pdf', pdf()]]).expect(409)
    await world.work()
    expect((await versions()).map(({ topic }) => topic)).to.have.members(['CD1', 'CD2'])
    await post(`${PAGE}/${id}/bo`).expect(409)
    await world.checkInvariants()
  })

  it('tells each refusal with its reason, and knows what was handed in before', async () => {
    const an = await enrol(world, { name: 'Trần Văn An' })
    const binh = await enrol(world, { name: 'Lê Thị Bình' })
    const bytes = pdf()
    await send(world, an.id, 'CD1', bytes, 'bài.pdf').expect(201)
    await world
      .as('staff.hung-yen')
      .post('/api/v1/campaigns/nghi-quyet-12-cdvn/exemptions')
      .send({ enrolment: binh.id, reason: 'ốm' })
      .expect(201)
    const id = await start()
    await upload(id, [
      ['Trần Văn An CD1.pdf', bytes],
      ['Trần Văn An CD2.pdf', Buffer.from('không phải PDF')],
      ['Trần Văn An CD3.pdf', Buffer.alloc(0)],
      ['Lê Thị Bình CD1.pdf', pdf()],
      ['a/Trần Văn An CD4.pdf', pdf()],
      ['a/Trần Văn An CD4.pdf', pdf()],
    ]).expect(303)
    await confirm(id)
    await world.work()
    const { files } = await see(id)
    expect(
      Object.fromEntries(files.map(({ path, state, problem }) => [path, problem?.code ?? state])),
    ).to.deep.equal({
      'Trần Văn An CD1.pdf': 'same',
      'Trần Văn An CD2.pdf': 'file-content-mismatch',
      'Trần Văn An CD3.pdf': 'file-empty',
      'Lê Thị Bình CD1.pdf': 'exempt-from-writing',
      'a/Trần Văn An CD4.pdf': 'handed-in',
      'a/Trần Văn An CD4 (2).pdf': 'handed-in',
    })
    expect((await versions()).map(({ topic, number }) => `${topic} ${number}`)).to.deep.equal([
      'CD1 1',
      'CD4 1',
      'CD4 2',
    ])
    await world.checkInvariants()
  })

  it('the same upload again changes nothing', async () => {
    await enrol(world, { name: 'Trần Văn An' })
    const id = await start()
    const files = [['Trần Văn An CD1.pdf', pdf()]] as const
    await upload(id, files).expect(303)
    await upload(id, files).expect(303)
    expect((await see(id)).files).to.have.length(1)
    expect(await staged()).to.equal(1)
  })

  it('is thrown away on demand, or when its time is over', async () => {
    const [first, second] = [await start(), await start()]
    await upload(first, [['CD1.pdf', pdf()]]).expect(303)
    await upload(second, [['CD1.pdf', pdf()]]).expect(303)
    await post(`${PAGE}/${first}/bo`).expect(303)
    expect(await staged()).to.equal(1)
    await world.as('staff.hung-yen').get(`${PAGE}/${first}`).expect(404)
    world.clock.set('2018-12-15T02:00:00Z')
    await upload(second, [['CD2.pdf', pdf()]]).expect(410)
    expect((await confirm(second)).status).to.equal(303)
    world.clock.set('2018-12-22T02:00:00Z')
    await world.work()
    expect(await staged()).to.equal(0)
    const page = await world.as('staff.hung-yen').get(`${PAGE}/${second}`).expect(200)
    expect(page.text).to.include('không còn được giữ')
  })

  it('does not exist for another province, by any path, nor for other roles', async () => {
    await enrol(world, { name: 'Trần Văn An' })
    const stranger = await enrol(world, { name: 'Lê Thị Lạ', unit: 'hai-duong-chi-linh' })
    const id = await start()
    await upload(id, [['Trần Văn An CD1.pdf', pdf()]]).expect(303)
    const { files } = await see(id)
    const file = files[0]!.id
    const paths = ['', '/xem-lai', '/bo', '/ket-qua.xlsx', `/tep/${file}`]
    for (const who of ['staff.hai-duong', 'trainer.hung-yen', 'cadre'] as const) {
      const expected = who === 'staff.hai-duong' ? 404 : 403
      for (const path of paths) await world.as(who).get(`${PAGE}/${id}${path}`).expect(expected)
      await post(PAGE, { unit: 'hung-yen' }, who).expect(expected)
      await post(`${PAGE}/${id}`, { file, [`who.${file}`]: '' }, who).expect(expected)
      await post(`${PAGE}/${id}/tep/${file}`, { who: '' }, who).expect(expected)
      await post(`${PAGE}/${id}/bo`, {}, who).expect(expected)
      await post(`${PAGE}/${id}/xem-lai`, { seal: 'x' }, who).expect(expected)
      await world.as(who).post(`${PAGE}/${id}/tep`).attach('file', pdf(), 'CD1.pdf').expect(expected)
    }
    const list = await world.as('staff.hai-duong').get(PAGE).expect(200)
    expect(list.text).to.include('Chưa có đợt thu bài nào').and.not.include(id)
    // Nor can somebody else's person be chosen or found.
    await post(`${PAGE}/${id}/tep/${file}`, { who: stranger.id, topics: 'CD1' }).expect(404)
    const found = await world.as('staff.hung-yen').get(`${PAGE}/${id}/tep/${file}?q=la`).expect(200)
    expect(found.text).to.include('Không tìm thấy ai').and.not.include('Lê Thị Lạ')
    expect((await see(id)).files).to.deep.equal(files)
  })
})
