import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { ObjectId } from 'mongodb'
import { enrol } from '../support/builders.ts'
import { compiledReport, DOCX, downloadReport, handIn, PDF, seeReport } from '../support/reporting.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

interface Line {
  readonly receipt: string
  readonly entry: string | null
  readonly problem: string | null
  readonly topic: string
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const archiveOf = async (world: World, id: string) => unpackFolder(await downloadReport(world, id, 'zip'))
const manifestIn = (folder: string): Line[] =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).essays

/** A file of 600 kB or so, each of its own. */
const large = (seed: number): Buffer => Buffer.from(`{\\rtf1\\ansi ${`${seed} `.repeat(300_000)}}`)

describe('the ZIP of a report', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  it('holds every essay under its name, once a file, with a manifest of every receipt', async function () {
    if (!hasProgram('unzip') || !hasProgram('sha256sum')) this.skip()
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    const an = await enrol(world, { name: 'Đỗ Văn An', unit: 'hung-yen-van-giang' })
    const other = await enrol(world, { unit: 'hai-duong-chi-linh' })
    await handIn(world, tham.id, 'CD2', DOCX, 'bản cũ.docx')
    const receipts = [
      ...(await handIn(world, an.id, 'CD5', DOCX, '=1+1.docx')),
      ...(await handIn(world, tham.id, 'CD1,CD3', PDF, 'Bai 1 va 3.PDF')),
      ...(await handIn(world, tham.id, 'CD2', DOCX, 'bản mới.docx')),
    ]
    await handIn(world, other.id, 'CD1', PDF, 'bài.pdf')

    const folder = await archiveOf(world, await compiledReport(world))
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

  it('names what is missing or damaged, and holds the rest', async function () {
    if (!hasProgram('unzip') || !hasProgram('sha256sum')) this.skip()
    const { id } = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    for (const topic of ['CD1', 'CD2', 'CD3', 'CD4']) await handIn(world, id, topic, DOCX, `${topic}.docx`)
    const fileOf = async (topic: string) =>
      new ObjectId((await world.db.collection('versions').findOne({ topic }))!['file'].id as string)
    const chunks = world.db.collection('essays.chunks')
    await chunks.deleteMany({ files_id: await fileOf('CD1') })
    await world.db.collection('essays.files').deleteOne({ _id: await fileOf('CD1') })
    await chunks.deleteMany({ files_id: await fileOf('CD2') })
    await chunks.updateOne({ files_id: await fileOf('CD3') }, { $set: { data: Buffer.alloc(DOCX.length) } })

    const folder = await archiveOf(world, await compiledReport(world, { formats: ['zip'] }))
    try {
      await folder.run('unzip', '-q', 'report.zip')
      expect(
        manifestIn(folder.path).map(({ topic, entry, problem }) => [topic, entry !== null, problem]),
      ).to.deep.equal([
        ['CD1', false, 'Không tìm thấy tệp trong kho lưu trữ.'],
        ['CD2', false, 'Không tìm thấy tệp trong kho lưu trữ.'],
        ['CD3', true, 'Tệp trong kho đã hỏng: nội dung không còn đúng với biên nhận.'],
        ['CD4', true, null],
      ])
      const checked = await folder.run('sh', '-c', 'sha256sum -c SHA256SUMS 2>/dev/null || true')
      expect(checked.split('\n').filter(line => line.endsWith('FAILED'))).to.have.length(1)
    } finally {
      await folder.remove()
    }
  })

  it('holds what is newer than a moment, named as chosen, in parts that stay together and prove themselves', async function () {
    if (!hasProgram('unzip') || !hasProgram('sha256sum')) this.skip()
    const an = await enrol(world, { name: 'Đỗ Văn An' })
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    await handIn(world, an.id, 'CD1', DOCX, 'cũ.docx')
    world.clock.set('2018-12-07T03:00:00Z')
    const receipts = [
      ...(await handIn(world, an.id, 'CD2', large(1), 'a.rtf')),
      ...(await handIn(world, tham.id, 'CD1,CD5', large(2), 'b.rtf')),
      ...(await handIn(world, tham.id, 'CD3', large(3), 'c.rtf')),
    ]
    const id = await compiledReport(world, {
      archive: {
        newerThan: '2018-12-07T02:00:00Z',
        names: '{chuyende}/{hoten}',
        splitBytes: 1024 * 1024,
      },
    })
    const { files } = await seeReport(world, id)
    const zips = files.filter((file: { format: string }) => file.format === 'zip')
    expect(zips.map((file: { name: string }) => file.name.replace(/^.*?2018-12-07 - /, ''))).to.deep.equal([
      'bài nộp sau 2018-12-07 - phần 1.zip',
      'bài nộp sau 2018-12-07 - phần 2.zip',
      'bài nộp sau 2018-12-07 - phần 3.zip',
    ])
    const listed: string[] = []
    const entries: (string | null)[] = []
    for (const { part } of zips) {
      const folder = await unpackFolder(await downloadReport(world, id, `zip?part=${part}`))
      try {
        await folder.run('unzip', '-q', 'report.zip')
        await folder.run('sha256sum', '-c', 'SHA256SUMS')
        const lines = manifestIn(folder.path)
        listed.push(...lines.map(line => line.receipt))
        entries.push(...lines.map(line => line.entry))
      } finally {
        await folder.remove()
      }
    }
    expect(listed).to.deep.equal(receipts)
    expect(entries).to.deep.equal([
      'CĐ2/Đỗ Văn An.rtf',
      'CĐ1-CĐ5/Nguyễn Thị Thắm.rtf',
      'CĐ1-CĐ5/Nguyễn Thị Thắm.rtf',
      'CĐ3/Nguyễn Thị Thắm.rtf',
    ])
  })
})
