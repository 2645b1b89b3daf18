import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { expect } from 'chai'
import { getDocumentProxy } from 'unpdf'
import { compileReport } from '../../src/commands/compile-report.ts'
import { type HandIn, submitEssays } from '../../src/commands/submit-essays.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { mapResult } from '../../src/domain/result.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN } from '../support/cast.ts'
import { fixture, PHOTOS, pdf, send, sendPhotos } from '../support/essays.ts'
import {
  askForReport,
  CAMPAIGN_PATH,
  compiledReport,
  DOCX,
  downloadReport,
  handIn,
  PDF,
  seeReport,
} from '../support/reporting.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

/** A volume as a reader's program sees it; pages are counted from 0. */
const openVolume = async (bytes: Buffer) => {
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const texts: string[] = []
  const turns: number[] = []
  const links: number[][] = []
  for (let number = 1; number <= proxy.numPages; number += 1) {
    const page = await proxy.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(
      items
        .map(item => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .normalize('NFC'),
    )
    turns.push(page.rotate)
    const annotations: { dest?: unknown[] }[] = await page.getAnnotations()
    const found: number[] = []
    for (const { dest } of annotations)
      if (Array.isArray(dest)) found.push(await proxy.getPageIndex(dest[0] as never))
    links.push(found)
  }
  const outline: [title: string, page: number][] = []
  const walk = async (marks: Awaited<ReturnType<typeof proxy.getOutline>>): Promise<void> => {
    for (const { title, dest, items } of marks ?? []) {
      outline.push([title, await proxy.getPageIndex((dest as unknown[])[0] as never)])
      await walk(items)
    }
  }
  await walk(await proxy.getOutline())
  const labels = await proxy.getPageLabels()
  await proxy.destroy()
  return { texts, turns, links, outline, labels }
}

/** Where programs are looked for while `act` runs. */
const withPath = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
  const before = process.env['PATH']
  process.env['PATH'] = path
  try {
    return await act()
  } finally {
    process.env['PATH'] = before
  }
}

const leftovers = (): readonly string[] =>
  readdirSync(tmpdir()).filter(name => name.startsWith(`thu-hoach-office-${process.pid}-`))

const locked = async (passwords: Parameters<PDFDocument['encrypt']>[0]): Promise<Buffer> => {
  const document = await PDFDocument.create()
  document.addPage().drawText('Behind a password')
  document.encrypt(passwords)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A page with so many bytes that nothing makes smaller. */
const heavy = async (size: number): Promise<Buffer> => {
  const document = await PDFDocument.create()
  const page = document.addPage()
  const bytes = document.context.register(document.context.stream(randomBytes(size)))
  page.node.setXObject(PDFName.of('Heavy'), bytes)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** What somebody typed on the page, without the page. */
const typeIn = async ({ container: { ports } }: World, enrolment: string, topic: string, text: string) => {
  const handIn: HandIn = {
    campaign: CAMPAIGN.code,
    enrolment,
    idempotencyKey: null,
    receive: async rules =>
      mapResult(ports.essayFiles.receiveText('bài.txt', text, rules), file => ({ topics: [topic], file })),
  }
  expect((await submitEssays(ports)(HOUSE, handIn, ports.clock.now())).ok).to.equal(true)
}

describe('the bound volume', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  it('binds every essay behind its divider, and contents, links and outline lead there', async function () {
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    const an = await enrol(world, { name: 'Đỗ Văn An', unit: 'hung-yen-van-giang', posts: ['Chủ tịch'] })
    const binh = await enrol(world, { name: 'Lê Bình' })
    const other = await enrol(world, { unit: 'hai-duong-chi-linh' })
    await handIn(world, other.id, 'CD1', PDF, 'tỉnh khác.pdf')
    await handIn(world, an.id, 'CD5', DOCX, 'cả năm.docx')
    await handIn(world, tham.id, 'CD1,CD3', PDF, 'Bai 1 va 3.PDF')
    await sendPhotos(
      world,
      tham.id,
      PHOTOS.map(name => [name, fixture(name)] as const),
      {
        topics: 'CD2',
        turns: '0,90,180',
      },
    ).expect(201)
    await handIn(world, tham.id, 'CD4', pdf(), 'hỏng.pdf')
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN_PATH}/enrolments/${tham.id}/papers`)
      .send({ topics: ['CD5'], receivedAt: world.clock.now().toISOString(), note: 'Tập 3' })
      .expect(201)
    await typeIn(world, binh.id, 'CD1', 'Bài gõ\n\nĐoạn hai.')
    await send(world, binh.id, 'CD2', await locked({ userPassword: 'a', ownerPassword: 'b' })).expect(201)
    await send(world, binh.id, 'CD3', await locked({ ownerPassword: 'b' })).expect(201)

    const id = await withPath('', async () => compiledReport(world, { formats: ['volume'] }))
    const [file] = (await seeReport(world, id)).files
    expect(file.name).to.equal('Kỷ yếu bài thu hoạch - LĐLĐ tỉnh Hưng Yên - 2018-12-07.pdf')
    const bytes = await downloadReport(world, id, 'volume')
    if (hasProgram('qpdf')) {
      const folder = await unpackFolder(bytes)
      await folder.run('qpdf', '--check', 'report.zip')
      await folder.remove()
    }
    const { texts, turns, links, outline, labels } = await openVolume(bytes)
    expect(texts[0])
      .to.include('KỶ YẾU')
      .and.to.include('LĐLĐ tỉnh Hưng Yên')
      .and.to.include('9 bài của 3 cán bộ')

    const essays = outline.slice(2).filter(([title]) => title.includes(', CĐ'))
    expect(essays.map(([title]) => title)).to.deep.equal([
      'Đỗ Văn An, CĐ5',
      'Lê Bình, CĐ1',
      'Lê Bình, CĐ2',
      'Lê Bình, CĐ3',
      'Nguyễn Thị Thắm, CĐ1, CĐ3',
      'Nguyễn Thị Thắm, CĐ2',
      'Nguyễn Thị Thắm, CĐ4',
      'Nguyễn Thị Thắm, CĐ5',
    ])
    // What the contents print, what they lead to, what the page prints and what the reader's program calls it agree.
    expect(links[1]).to.deep.equal(essays.map(([, page]) => page))
    const printed = essays.map(([title, page]) => {
      expect(texts[page]).to.include(title.split(',')[0]!)
      expect(texts[page]).to.match(new RegExp(`^${labels![page]!} `))
      return `${title} ${'.'.repeat(3)}${labels![page]!}`
    })
    const contents = texts[1]!.replaceAll(/ ?\.{3,} ?/g, ' ...')
    for (const line of printed) expect(contents).to.include(line)
    expect(labels!.slice(0, 4)).to.deep.equal(['i', 'ii', '1', '2'])

    const after = (title: string, shift: number): string =>
      texts[outline.find(([name]) => name === title)![1] + shift]!
    const typeset = after('Đỗ Văn An, CĐ5', 0)
    expect(typeset).to.include('Chủ tịch').and.to.include('In lại từ phần chữ của tệp “cả năm.docx”')
    expect(after('Đỗ Văn An, CĐ5', 1)).to.include('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(after('Lê Bình, CĐ1', 1)).to.match(/^\d+ Bài gõ Đoạn hai\.$/)
    expect(after('Lê Bình, CĐ2', 0)).to.include('có đặt mật khẩu, không mở được')
    expect(after('Lê Bình, CĐ3', 1)).to.include('Behind a password')
    const pages = (await openVolume(PDF)).texts
    pages.forEach((text, page) => {
      expect(after('Nguyễn Thị Thắm, CĐ1, CĐ3', page + 1)).to.include(text.trim())
    })
    const photos = outline.find(([name]) => name === 'Nguyễn Thị Thắm, CĐ2')![1]
    expect(turns.slice(photos, photos + 5)).to.deep.equal([0, 0, 90, 180, 0])
    expect(after('Nguyễn Thị Thắm, CĐ4', 0)).to.include('Tệp “hỏng.pdf” bị hỏng, không mở được')
    expect(after('Nguyễn Thị Thắm, CĐ5', 0)).to.include('bản giấy').and.to.include('Tập 3')
    expect(texts).to.have.length(photos + 4 + 2)
  }).timeout(30_000)

  it('comes in parts no larger than the limit, numbered through', async () => {
    const an = await enrol(world, { name: 'Đỗ Văn An' })
    for (const topic of ['CD1', 'CD2', 'CD3', 'CD4'])
      await handIn(world, an.id, topic, await heavy(500_000), `${topic}.pdf`)
    const limit = 1024 * 1024
    const id = await compiledReport(world, {
      formats: ['volume'],
      archive: { splitBytes: limit },
    })
    const { files } = await seeReport(world, id)
    const numbers: string[] = []
    for (const { part, size: bytes, name } of files) {
      expect(bytes).to.be.at.most(limit)
      expect(name).to.match(new RegExp(` - phần ${part}\\.pdf$`))
      const { texts, labels } = await openVolume(await downloadReport(world, id, `volume?part=${part}`))
      expect(texts[0]).to.include(`Phần ${part}`)
      numbers.push(...labels!.filter(label => !/^[ivx]+$/.test(label)))
    }
    expect(files.length).to.be.greaterThan(1)
    expect(numbers).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8'])
  })

  it('has a cover that says so when nothing was received', async () => {
    const id = await compiledReport(world, { formats: ['volume'] })
    const { texts } = await openVolume(await downloadReport(world, id, 'volume'))
    expect(texts).to.have.length(1)
    expect(texts[0]).to.include('Chưa có bài nào được nhận')
  })

  it('has the pages of Word files as LibreOffice makes them, and leaves nothing of it behind', async function () {
    if (!hasProgram('soffice')) this.skip()
    const an = await enrol(world, { name: 'Đỗ Văn An' })
    await handIn(world, an.id, 'CD1', fixture('thu-hoach-3.odt'), 'bài.odt')
    await handIn(world, an.id, 'CD2', fixture('bai thu hoach 2.doc'), 'bài.doc')
    const id = await compiledReport(world, { formats: ['volume'] })
    const { texts } = await openVolume(await downloadReport(world, id, 'volume'))
    expect(texts.join()).not.to.include('In lại từ phần chữ')
    // Letters that every font has: those it lacks come from another one, and readers find them elsewhere.
    expect(texts.join()).to.include('Công đoàn các Khu công nghi')
    expect(leftovers()).to.deep.equal([])
  }).timeout(60_000)

  it('stops LibreOffice when it is cancelled, and what that had started', async () => {
    const an = await enrol(world, { name: 'Đỗ Văn An' })
    await handIn(world, an.id, 'CD1', DOCX, 'bài.docx')
    await world.work()
    const folder = mkdtempSync(join(tmpdir(), 'thu-hoach-volume-'))
    const program = join(folder, 'soffice')
    // As the real one does, it lets another process work.
    writeFileSync(program, `#!/bin/sh\nsleep 600 &\necho $! > ${folder}/pid\nwait\n`)
    chmodSync(program, 0o755)
    try {
      const id = await askForReport(world, { formats: ['volume'] })
      await withPath(`${folder}${delimiter}${process.env['PATH']}`, async () => {
        const compiling = compileReport(world.container.ports)(id)
        while (!existsSync(join(folder, 'pid')) || readFileSync(join(folder, 'pid'), 'utf8') === '')
          await pause(10)
        await world.as('staff.hung-yen').delete(`/api/v1/reports/${id}`).expect(204)
        await compiling
      })
      const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
      const state = (): string => {
        try {
          return readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2]!
        } catch {
          return 'gone'
        }
      }
      // A zombie waits for the one who reaps it, and does nothing.
      while (!['gone', 'Z'].includes(state())) await pause(10)
      while (leftovers().length > 0) await pause(10)
      expect((await seeReport(world, id)).files).to.deep.equal([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  }).timeout(20_000)
})
