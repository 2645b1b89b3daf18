import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { ObjectId } from 'mongodb'
import readExcel from 'read-excel-file/node'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = '/api/v1/campaigns/nghi-quyet-12-cdvn'
const DOCX = readFileSync('fixtures/essays/cả năm chuyên đề.docx')
const PDF = readFileSync('fixtures/essays/Bai 1 va 3.PDF')

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

interface Line {
  readonly receipt: string
  readonly sha256: string
  readonly entry: string | null
  readonly problem: string | null
  readonly person: string
  readonly topic: string
  readonly late: boolean
}

describe('reports', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const handIn = async (
    enrolment: string,
    topics: string,
    bytes: Buffer,
    name: string,
  ): Promise<string[]> => {
    const answer = await world
      .as('admin')
      .post(`${CAMPAIGN}/enrolments/${enrolment}/submissions`)
      .field('topics', topics)
      .attach('file', bytes, name)
      .expect(201)
    return answer.body.receipts.map((receipt: { code: string }) => receipt.code)
  }
  const ask = async (body: object = {}, who: CastName = 'staff.hung-yen'): Promise<string> => {
    const answer = await world
      .as(who)
      .post(`${CAMPAIGN}/reports`)
      .send({ unit: 'hung-yen', formats: ['xlsx', 'zip'], ...body })
      .expect(202)
    return answer.body.id
  }
  const see = async (id: string, who: CastName = 'staff.hung-yen') =>
    (await world.as(who).get(`/api/v1/reports/${id}`).expect(200)).body
  const download = async (id: string, format: string): Promise<Buffer> => {
    const path = `/api/v1/reports/${id}/files/${format}`
    const answer = await world.as('trainer.hung-yen').get(path).responseType('arraybuffer').expect(200)
    return Buffer.from(answer.body)
  }
  const compiled = async (body: object = {}): Promise<string> => {
    const id = await ask(body)
    await world.work()
    expect(await see(id)).to.include({ state: 'done', progress: 1 })
    return id
  }
  const sheetsOf = async (id: string) => {
    const sheets = await readExcel(await download(id, 'xlsx'))
    return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
  }
  /** The rows of a table below its header, without the sheet's title lines. */
  const rowsOf = async (id: string, sheet: string) => (await sheetsOf(id)).get(sheet)!.slice(6)

  it('go from hand-ins to a workbook that another reader understands', async () => {
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm', posts: ['Uỷ viên BCH', 'Chủ tịch CĐCS'] })
    await enrol(world, { name: 'Đỗ Văn An', phone: '+84912345678', email: '=cmd@test.example' })
    await enrol(world, { unit: 'hai-duong-chi-linh' })
    await handIn(tham.id, 'CD1,CD3', PDF, 'Bai 1 va 3.PDF')
    world.clock.set('2018-12-20T02:00:00Z')
    await handIn(tham.id, 'CD2', DOCX, 'bài.docx')

    const id = await compiled()
    const sheets = await sheetsOf(id)
    expect([...sheets.keys()]).to.deep.equal(['Theo đơn vị', 'Theo người', 'Chưa nộp', 'Theo chuyên đề'])
    const people = sheets.get('Theo người')!
    expect(people.slice(0, 4).map(row => row[0])).to.deep.equal([
      'BÁO CÁO NỘP BÀI THU HOẠCH',
      'Đơn vị: LĐLĐ tỉnh Hưng Yên',
      'Đợt học tập: Học tập Nghị quyết Đại hội XII Công đoàn Việt Nam',
      'Số liệu tính đến 09:00 ngày 20/12/2018',
    ])
    expect(people[5]).to.deep.equal([
      ...['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đơn vị'],
      ...[1, 2, 3, 4, 5].map(n => `Chuyên đề ${n}`),
      'Ghi chú',
    ])
    const [an, row] = people.slice(6)
    expect(an!.slice(0, 6)).to.deep.equal([
      1,
      'Đỗ Văn An',
      1980,
      'Chuyên viên',
      'LĐLĐ huyện Văn Lâm',
      'Chưa nộp',
    ])
    expect(row![1]).to.equal('Nguyễn Thị Thắm')
    expect(row![3]).to.equal('Uỷ viên BCH; Chủ tịch CĐCS')
    // 09:00 in Hanoi, as a real date; the late one too, whatever its format adds.
    expect(row![5]).to.deep.equal(new Date('2018-12-07T09:00:00Z'))
    expect(row![6]).to.deep.equal(new Date('2018-12-20T09:00:00Z'))
    expect(row![10]).to.equal('Còn thiếu 2 bài; Có bài nộp muộn')

    const units = sheets.get('Theo đơn vị')!
    expect(units[5]).to.deep.equal(
      'STT|Đơn vị|Tổng số|Miễn|Phải nộp|Đã nộp|Đúng hạn|Nộp muộn|Chưa nộp|Tỷ lệ %'.split('|'),
    )
    expect(units.slice(6)).to.deep.equal([
      [1, 'LĐLĐ huyện Văn Giang', 0, 0, 0, 0, 0, 0, 0, 100],
      [2, 'LĐLĐ huyện Văn Lâm', 2, 0, 10, 3, 2, 1, 7, 30],
      [null, 'Cộng', 2, 0, 10, 3, 2, 1, 7, 30],
    ])
    expect(
      sheets
        .get('Chưa nộp')!
        .slice(6)
        .map(each => [each[1], each[5], each[7], each[8]]),
    ).to.deep.equal([
      ['Đỗ Văn An', 'CĐ1, CĐ2, CĐ3, CĐ4, CĐ5', "'+84912345678", "'=cmd@test.example"],
      ['Nguyễn Thị Thắm', 'CĐ4, CĐ5', null, tham.person.email],
    ])
  })

  it('have the numbers of the progress page', async () => {
    const [a, b, c] = [await enrol(world), await enrol(world, { unit: 'hung-yen' }), await enrol(world)]
    await enrol(world, { unit: 'hung-yen-van-giang' })
    for (const { id } of [a, b]) await handIn(id, 'CD1,CD2,CD3', PDF, 'bài.pdf')
    await world.as('staff.hung-yen').delete(`${CAMPAIGN}/enrolments/${a.id}/essays/CD2`).expect(204)
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN}/exemptions`)
      .send({ enrolment: c.id, reason: 'Nghỉ thai sản' })
      .expect(201)
    world.clock.set('2018-12-20T02:00:00Z')
    await handIn(b.id, 'CD4,CD5', PDF, 'bài.pdf')
    await world.settle()

    const id = await compiled()
    const progress = (await world.as('staff.hung-yen').get(`${CAMPAIGN}/progress?unit=hung-yen`).expect(200))
      .body
    const numbers = ({
      people,
      exempt,
      expected,
      submitted,
      onTime,
      late,
      missing,
      percent,
    }: Record<string, number>) => [...[people, exempt, expected, submitted, onTime, late, missing, percent]]
    const rows = await rowsOf(id, 'Theo đơn vị')
    expect(rows.at(-1)!.slice(2)).to.deep.equal(numbers(progress.totals))
    expect(progress.totals).to.include({ people: 4, exempt: 1, expected: 15, submitted: 7, late: 2 })
    const children = rows.filter(row => !String(row[1]).endsWith('(trực thuộc)')).slice(0, -1)
    expect(children.map(row => row.slice(2)).sort()).to.deep.equal(
      progress.children.map((child: { totals: Record<string, number> }) => numbers(child.totals)).sort(),
    )
    expect((await rowsOf(id, 'Theo chuyên đề')).map(row => row.slice(3, 7))).to.deep.equal(
      progress.topics.map((topic: Record<string, number>) =>
        ['submitted', 'onTime', 'late', 'missing'].map(key => topic[key]),
      ),
    )
  })

  describe('as a ZIP', () => {
    const archiveOf = async (id: string) => unpackFolder(await download(id, 'zip'))
    const manifestIn = (folder: string): Line[] =>
      JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).essays

    it('hold every essay under its name, once a file, with a manifest of every receipt', async function () {
      if (!hasProgram('unzip') || !hasProgram('sha256sum')) this.skip()
      const tham = await enrol(world, { name: 'Nguyễn Thị Thắm' })
      const an = await enrol(world, { name: 'Đỗ Văn An', unit: 'hung-yen-van-giang' })
      const other = await enrol(world, { unit: 'hai-duong-chi-linh' })
      await handIn(tham.id, 'CD2', DOCX, 'bản cũ.docx')
      const receipts = [
        ...(await handIn(an.id, 'CD5', DOCX, '=1+1.docx')),
        ...(await handIn(tham.id, 'CD1,CD3', PDF, 'Bai 1 va 3.PDF')),
        ...(await handIn(tham.id, 'CD2', DOCX, 'bản mới.docx')),
      ]
      await handIn(other.id, 'CD1', PDF, 'bài.pdf')

      const folder = await archiveOf(await compiled())
      try {
        const essays = [
          'LĐLĐ huyện Văn Giang/1_Đỗ Văn An_CĐ5.docx',
          'LĐLĐ huyện Văn Lâm/2_Nguyễn Thị Thắm_CĐ1-CĐ3.pdf',
          'LĐLĐ huyện Văn Lâm/2_Nguyễn Thị Thắm_CĐ2.docx',
        ]
        const workbook = 'Báo cáo thu hoạch - LĐLĐ tỉnh Hưng Yên - 2018-12-07.xlsx'
        const listed = (await folder.run('unzip', '-Z1', 'report.zip')).trim().split('\n')
        expect(listed).to.deep.equal([workbook, ...essays, 'manifest.csv', 'manifest.json', 'SHA256SUMS'])
        await folder.run('unzip', '-q', 'report.zip')
        const checked = await folder.run('sha256sum', '-c', 'SHA256SUMS')
        expect(checked.trim().split('\n')).to.have.length(6)
        expect(sha256(readFileSync(join(folder.path, essays[1]!)))).to.equal(sha256(PDF))

        const lines = manifestIn(folder.path)
        expect(lines.map(line => line.receipt)).to.have.members(receipts)
        expect(lines.map(line => line.entry)).to.deep.equal([essays[0], essays[1], essays[2], essays[1]])
        expect(lines.every(line => line.problem === null)).to.equal(true)
        const csv = readFileSync(join(folder.path, 'manifest.csv'))
        expect(csv.subarray(0, 3).toString('hex')).to.equal('efbbbf')
        const records: Record<string, string>[] = parse(csv, { bom: true, columns: true })
        expect(records.map(record => record['receipt'])).to.deep.equal(lines.map(line => line.receipt))
        expect(records[0]!['name']).to.equal("'=1+1.docx")
      } finally {
        await folder.remove()
      }
    })

    it('name what is missing or damaged, and hold the rest', async function () {
      if (!hasProgram('unzip') || !hasProgram('sha256sum')) this.skip()
      const { id } = await enrol(world, { name: 'Nguyễn Thị Thắm' })
      for (const topic of ['CD1', 'CD2', 'CD3', 'CD4']) await handIn(id, topic, DOCX, `${topic}.docx`)
      const fileOf = async (topic: string) =>
        new ObjectId((await world.db.collection('versions').findOne({ topic }))!['file'].id as string)
      const chunks = world.db.collection('essays.chunks')
      await chunks.deleteMany({ files_id: await fileOf('CD1') })
      await world.db.collection('essays.files').deleteOne({ _id: await fileOf('CD1') })
      await chunks.deleteMany({ files_id: await fileOf('CD2') })
      await chunks.updateOne({ files_id: await fileOf('CD3') }, { $set: { data: Buffer.alloc(DOCX.length) } })

      const folder = await archiveOf(await compiled({ formats: ['zip'] }))
      try {
        await folder.run('unzip', '-q', 'report.zip')
        expect(
          manifestIn(folder.path).map(({ topic, entry, problem }) => [topic, entry !== null, problem]),
        ).to.deep.equal([
          ['CD1', false, 'Không tìm thấy tệp trong kho lưu trữ.'],
          ['CD2', true, 'Tệp trong kho đã hỏng: nội dung không còn đúng với biên nhận.'],
          ['CD3', true, 'Tệp trong kho đã hỏng: nội dung không còn đúng với biên nhận.'],
          ['CD4', true, null],
        ])
        const checked = await folder.run('sh', '-c', 'sha256sum -c SHA256SUMS 2>/dev/null || true')
        expect(checked.split('\n').filter(line => line.endsWith('FAILED'))).to.have.length(2)
      } finally {
        await folder.remove()
      }
    })

    it('are safe to unpack whatever people are called', async function () {
      if (!hasProgram('python3')) this.skip()
      const ugly = [
        '../../etc/passwd',
        'C:\\Windows\\a',
        'Trần \u202Egpj.exe',
        'CON',
        '=HYPERLINK("x")',
        'Nguyễn\u0000Văn\nBa',
        'Phạm Thị Ánh'.normalize('NFD'),
        'Đặng '.repeat(100),
        '...',
        'a<b>c|d?e*f"g',
        '👩🏽‍🌾'.repeat(30),
        '/',
      ]
      for (const name of ugly) await handIn((await enrol(world, { name })).id, 'CD1', PDF, 'bài.pdf')
      const folder = await archiveOf(await compiled())
      try {
        const script = [
          'import json, zipfile',
          "archive = zipfile.ZipFile('report.zip')",
          'assert archive.testzip() is None',
          "archive.extractall('out')",
          'print(json.dumps(archive.namelist()))',
        ].join('\n')
        const names: string[] = JSON.parse(await folder.run('python3', '-c', script))
        const essays = names.filter(name => name.includes('/'))
        expect(essays).to.have.length(ugly.length)
        expect(new Set(names.map(name => name.toLowerCase())).size).to.equal(names.length)
        for (const name of names) {
          expect(Buffer.byteLength(name)).to.be.at.most(200)
          expect(name).to.equal(name.normalize('NFC'))
          expect(name).to.match(/^[^/\\:*?"<>|\p{C}]+(\/[^/\\:*?"<>|\p{C}]+)?$/u)
          expect(existsSync(join(folder.path, 'out', name)), name).to.equal(true)
        }
      } finally {
        await folder.remove()
      }
    })
  })
})
