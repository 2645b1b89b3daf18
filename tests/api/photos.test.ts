import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect } from 'chai'
import { bindPhotos } from '../../src/commands/bind-photos.ts'
import { deliverPending } from '../../src/commands/deliver-pending.ts'
import { reconcile } from '../../src/commands/reconcile.ts'
import { enrol } from '../support/builders.ts'
import {
  enrolmentPath,
  everythingIn,
  fixture,
  held,
  PHOTOS,
  padded,
  pdf,
  sendPhotos,
  sha256,
  submissions,
} from '../support/essays.ts'
import { askForReport, downloadReport, seeReport } from '../support/reporting.ts'
import { unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

const pages = PHOTOS.map(name => [name, fixture(name)] as const)
const joined = (photos: typeof pages): Buffer => Buffer.concat(photos.map(([, bytes]) => bytes))

describe('photos of handwritten pages', () => {
  let world: World
  let id: string
  beforeEach(async () => {
    world = await openWorld()
    ;({ id } = await enrol(world, { cadre: 'cadre-1' }))
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const ask = (path: string, topic = 'CD1') =>
    world.as('staff.hung-yen').get(`${enrolmentPath(id)}/essays/${topic}/versions/1/${path}`)
  const bytesOf = async (path: string, topic?: string): Promise<Buffer> =>
    Buffer.from((await ask(path, topic).responseType('arraybuffer').expect(200)).body)
  const readPdf = async (topic?: string) => PDFDocument.load(await bytesOf('file', topic))
  /** Each page as it is seen: how wide, how high, how far turned. */
  const sheets = async () =>
    (await readPdf()).getPages().map(page => {
      const { width, height } = page.getSize()
      return [Math.round(width), Math.round(height), page.getRotation().angle]
    })
  const sendAgain = async (turns: string, status: number) => {
    const request = sendPhotos(world, id, pages, { turns }).set('Idempotency-Key', 'photos-1')
    return (await request.expect(status)).body
  }
  const versions = async () => world.container.ports.essays.ofEnrolment(id)

  it('are handed in together under one receipt a topic, and bound into one PDF, the originals kept', async () => {
    const { body } = await sendPhotos(world, id, pages, { topics: 'CD1,CD3', turns: '0,90,180' }).expect(201)
    const all = joined(pages)
    expect(body.receipts.map((receipt: { topic: string }) => receipt.topic)).to.deep.equal(['CD1', 'CD3'])
    expect(body.receipts[0]).to.deep.include({ version: 1, sha256: sha256(all), size: all.length })
    const early = await ask('file').expect(409)
    expect(early.body.code).to.equal('photos-not-bound')
    for (const [index, [, bytes]] of pages.entries())
      expect((await bytesOf(`photos/${index + 1}`)).equals(bytes)).to.equal(true)
    await ask('photos/4').expect(404)

    await world.work()
    expect(await sheets()).to.deep.equal([
      [595, 842, 0],
      [595, 842, 90],
      [595, 842, 180],
    ])
    const file = await ask('file', 'CD3').expect(200)
    expect(file.headers['content-type']).to.equal('application/pdf')
    expect(decodeURIComponent(file.headers['content-disposition'] ?? '')).to.contain(
      '3 ảnh bài viết tay CĐ1, CĐ3.pdf',
    )
    expect((await bytesOf('photos/2', 'CD3')).equals(pages[1]![1])).to.equal(true)
    const part = await ask('photos/2').set('Range', 'bytes=10-19').responseType('arraybuffer').expect(206)
    expect(Buffer.from(part.body).equals(pages[1]![1].subarray(10, 20))).to.equal(true)
    const { body: seen } = await world.as('staff.hung-yen').get(enrolmentPath(id)).expect(200)
    expect(seen.versions[0]).to.deep.include({ photos: 3, type: 'photos', sha256: sha256(all) })
    expect(seen.versions[0].bound.sha256).to.equal(sha256(await bytesOf('file')))
  })

  it('stand as the camera was held, and as they were turned beyond that', async () => {
    const held6 = held(pages[0]![1], 6)
    const mirrored = held(pages[1]![1], 7)
    await sendPhotos(
      world,
      id,
      [
        ['a.jpg', held6],
        ['b.jpg', held6],
        ['c.jpg', mirrored],
        ['d.png', fixture('anh chup man hinh.png')],
      ],
      { turns: '0,270,0,90' },
    ).expect(201)
    await world.work()
    expect((await sheets()).map(([, , turn]) => turn)).to.deep.equal([90, 0, 90, 90])
  })

  it('are read by their names where a page cannot order them', async () => {
    const unordered = (['IMG_10.jpg', 'IMG_9.jpg', 'IMG_1.jpg'] as const).map(
      (name, index) => [name, pages[index]![1]] as const,
    )
    await sendPhotos(world, id, unordered, { order: 'name' }).expect(201)
    const [version] = await versions()
    expect(version!.file!.pages!.map(({ name }) => name)).to.deep.equal([
      'IMG_1.jpg',
      'IMG_9.jpg',
      'IMG_10.jpg',
    ])
    expect((await bytesOf('photos/1')).equals(pages[2]![1])).to.equal(true)
  })

  it('of one page stay that file; turned, it is bound too', async () => {
    const [photo] = pages
    await sendPhotos(world, id, [photo!]).expect(201)
    await sendPhotos(world, id, [photo!], { topics: 'CD2', turns: '90' }).expect(201)
    await world.work()
    const [plain, turned] = await versions()
    expect(plain!.file).to.deep.include({ type: 'jpg', sha256: sha256(photo![1]) })
    expect(plain!.file).not.to.have.property('pages')
    expect(turned!.file).to.deep.include({ name: photo![0], type: 'jpg', sha256: sha256(photo![1]) })
    expect((await readPdf('CD2')).getPage(0).getRotation().angle).to.equal(90)
  })

  it('as large as phones take them, go in chunks, each page whole', async () => {
    const large = pages.map(([name, bytes]) => [name, padded(bytes, 1_500_000)] as const)
    await sendPhotos(world, id, large).expect(201)
    for (const [index, [, bytes]] of large.entries())
      expect((await bytesOf(`photos/${index + 1}`)).equals(bytes)).to.equal(true)
    await world.work()
    expect((await sheets()).length).to.equal(3)
    expect(await world.db.collection('uploads').countDocuments()).to.equal(0)
  })

  it('again under one key are the same hand-in, unless they stand otherwise', async () => {
    const first = await sendAgain('0,0,90', 201)
    expect(await sendAgain('0,0,90', 201)).to.deep.equal(first)
    expect((await sendAgain('90,0,90', 409)).code).to.equal('key-reused')
    expect(await versions()).to.have.length(1)
  })

  it('leave nothing behind where one of them is refused', async () => {
    const before = await everythingIn(world)
    const refusals = [
      [[pages[0]!, ['bài.pdf', pdf()]], {}, 422, 'more-than-one-file'],
      [[['bài.pdf', pdf()], pages[0]!], {}, 422, 'more-than-one-file'],
      [[pages[0]!, ['IMG_2.HEIC', pages[1]![1]]], {}, 415, 'photo-is-heic'],
      [[pages[0]!, ['IMG_2.jpg', pdf()]], {}, 415, 'file-content-mismatch'],
      [[pages[0]!, ['IMG_2.jpg', Buffer.alloc(0)]], {}, 422, 'file-empty'],
      [[pages[0]!, pages[1]!], { turns: '45' }, 400, 'input-not-valid'],
      [[pages[0]!, pages[1]!], { topics: 'CD9' }, 422, 'topic-not-known'],
      [Array.from({ length: 31 }, () => pages[0]!), {}, 422, 'too-many-photos'],
      [pages.map(([name, bytes]) => [name, padded(bytes, 7_000_000)] as const), {}, 413, 'file-too-large'],
    ] as const
    for (const [photos, fields, status, code] of refusals) {
      const answer = await sendPhotos(world, id, photos, fields).expect(status)
      expect(answer.body.code).to.equal(code)
    }
    expect(await everythingIn(world)).to.deep.equal(before)
  })

  it('are taken whole or not at all when the line is cut between two pages', async () => {
    const before = await everythingIn(world)
    const boundary = 'ranh-gioi'
    const part = (name: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
    const body = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="topics"\r\n\r\nCD1\r\n${part('1.jpg')}`,
      ),
      padded(pages[0]![1], 1_500_000),
      Buffer.from(`\r\n${part('2.jpg')}`),
      pages[1]![1].subarray(0, 1000),
    ])
    const stopped = new AbortController()
    const sending = fetch(`${world.url}${submissions(id)}`, {
      method: 'POST',
      headers: {
        Authorization: 'Bearer token-admin',
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
      },
      duplex: 'half',
      signal: stopped.signal,
      body: new ReadableStream({
        start: stream => {
          stream.enqueue(body)
        },
      }),
    } as RequestInit)
    while ((await world.db.collection('uploads').countDocuments()) === 0)
      await new Promise(resolve => {
        setTimeout(resolve, 10)
      })
    stopped.abort()
    await sending.catch(() => null)
    while ((await world.db.collection('uploads').countDocuments()) > 0)
      await new Promise(resolve => {
        setTimeout(resolve, 10)
      })
    expect(await everythingIn(world)).to.deep.equal(before)
  })

  it('are bound once, whoever is killed and whoever else is at it', async () => {
    await sendPhotos(
      world,
      id,
      pages.map(([name, bytes]) => [name, padded(bytes, 600_000)] as const),
    ).expect(201)
    const { ports } = world.container
    const [version] = await versions()
    const file = version!.file!
    const now = world.clock.now()
    // Redis loses the job, and a worker dies at the last moment.
    await deliverPending({ ...ports, queue: { ...ports.queue, enqueueAll: async () => undefined } })(now)
    const dying = { ...ports, transact: async () => Promise.reject(new Error('dead')) }
    expect(await bindPhotos(dying)(file.id, now).catch((error: Error) => error.message)).to.equal('dead')
    expect(await ports.essays.unbound(5)).to.deep.equal([file.id])
    await world.checkInvariants()
    const bound = await Promise.all([1, 2, 3].map(async () => bindPhotos(ports)(file.id, now)))
    expect(new Set(bound.map(one => one!.id)).size).to.equal(1)
    expect(await ports.essays.unbound(5)).to.deep.equal([])
    await world.checkInvariants()

    await sendPhotos(world, id, pages, { topics: 'CD2' }).expect(201)
    await deliverPending({ ...ports, queue: { ...ports.queue, enqueueAll: async () => undefined } })(now)
    const queued: string[] = []
    await reconcile({
      ...ports,
      queue: { ...ports.queue, enqueueAll: async name => void queued.push(name) },
    })(now)
    expect(queued).to.include('bind-photos')
    await world.work()
    expect((await readPdf('CD2')).getPageCount()).to.equal(3)
  })

  it('are a PDF in the report’s ZIP, also where nobody had bound them yet', async () => {
    await sendPhotos(world, id, pages, { topics: 'CD1,CD2' }).expect(201)
    const report = await askForReport(world)
    await world.work()
    expect(await seeReport(world, report)).to.deep.include({ state: 'done' })
    const folder = await unpackFolder(await downloadReport(world, report, 'zip'))
    await folder.run('unzip', '-q', 'report.zip')
    const name = (await folder.run('unzip', '-Z1', 'report.zip'))
      .split('\n')
      .find(entry => entry.endsWith('_CĐ1-CĐ2.pdf'))!
    const entry = await readFile(join(folder.path, name))
    expect(entry.equals(await bytesOf('file'))).to.equal(true)
    expect(await folder.run('sha256sum', '-c', 'SHA256SUMS')).to.include(`${name}: OK`)
    const { essays } = JSON.parse(await readFile(join(folder.path, 'manifest.json'), 'utf8'))
    await folder.remove()
    expect(essays[0]).to.deep.include({
      entry: name,
      problem: null,
      sha256: sha256(joined(pages)),
      boundSha256: sha256(entry),
    })
  })

  it('that nobody can read have a page that says so', async () => {
    const broken = Buffer.concat([pages[0]![1].subarray(0, 20), Buffer.alloc(5000)])
    await sendPhotos(world, id, [pages[0]!, ['hỏng.jpg', broken]]).expect(201)
    await world.work()
    expect((await sheets()).length).to.equal(2)
  })
})
