import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { everythingIn, fixture, pdf, send, submissions, zip } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

const expectCode = (answer: { body: { code: string } }, code: string) =>
  expect(answer.body.code).to.equal(code)

describe('handing in refuses, and keeps nothing of', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const refusals: readonly (readonly [string, string, number, () => Promise<Buffer> | Buffer])[] = [
    ['an empty file', 'a.pdf', 422, () => Buffer.alloc(0)],
    ['a PDF called Word', 'a.docx', 415, () => pdf()],
    ['a Word file called PDF', 'a.pdf', 415, () => fixture('bai thu hoach 2.doc')],
    ['a DOCX called DOC', 'a.doc', 415, () => fixture('cả năm chuyên đề.docx')],
    ['an ODT called DOCX', 'a.docx', 415, () => fixture('thu-hoach-3.odt')],
    ['a program called PDF', 'a.pdf', 415, () => Buffer.concat([Buffer.from('MZ'), pdf()])],
    [
      'a workbook called DOCX',
      'a.docx',
      415,
      () => zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
    ],
    ['a spreadsheet', 'a.xlsx', 415, () => zip({ 'xl/workbook.xml': '' })],
    ['a file without an extension', 'bài thu hoạch', 415, () => pdf()],
    ['a photo of an iPhone', 'IMG_1.HEIC', 415, () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')],
    ['the same, renamed', 'IMG_1.jpg', 415, () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')],
    ['half a DOCX', 'a.docx', 422, () => fixture('cả năm chuyên đề.docx').subarray(0, 5000)],
    ['half a PDF', 'a.PDF', 422, () => pdf().subarray(0, 2000)],
    [
      'a bomb',
      'a.docx',
      422,
      () => zip({ '[Content_Types].xml': '', 'word/document.xml': 101 * 1024 * 1024 }),
    ],
    [
      'a small bomb',
      'a.docx',
      422,
      () => zip({ '[Content_Types].xml': '', 'word/document.xml': 20 * 1024 * 1024 }),
    ],
    [
      'a ZIP of 2,001 entries',
      'a.docx',
      422,
      () => zip(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}`, '']))),
    ],
    [
      'macros',
      'a.docx',
      415,
      () => zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
    ],
    ['more than 20 MB', 'a.pdf', 413, () => pdf(20 * 1024 * 1024 + 1)],
  ]
  const CODES: Readonly<Record<string, string>> = {
    'an empty file': 'file-empty',
    'a spreadsheet': 'file-type-not-allowed',
    'a file without an extension': 'file-type-not-allowed',
    'a photo of an iPhone': 'photo-is-heic',
    'the same, renamed': 'photo-is-heic',
    'half a DOCX': 'file-damaged',
    'half a PDF': 'file-damaged',
    'a bomb': 'file-inflates-too-much',
    'a small bomb': 'file-inflates-too-much',
    'a ZIP of 2,001 entries': 'file-inflates-too-much',
    macros: 'file-has-macros',
    'more than 20 MB': 'file-too-large',
  }
  for (const [what, name, status, make] of refusals)
    it(what, async () => {
      const { id } = await enrol(world)
      const bytes = await make()
      const before = await everythingIn(world)
      const answer = await send(world, id, 'CD1', bytes, name).expect(status)
      expect(answer.body.code).to.equal(CODES[what] ?? 'file-content-mismatch')
      expect(await everythingIn(world)).to.deep.equal(before)
    })

  it('what has no topic, an unknown one, no file, two files, an object for a field, or another content type', async () => {
    const { id } = await enrol(world)
    const before = await everythingIn(world)
    const ask = () => world.as('admin').post(submissions(id))

    expectCode(await ask().attach('file', pdf(), 'a.pdf').expect(422), 'topics-missing')
    const unknown = await send(world, id, 'CD1,CD9,XX', pdf(2_500_000), 'a.pdf').expect(422)
    expect(unknown.body.problems.map((p: { code: string }) => p.code)).to.deep.equal([
      'topic-not-known',
      'topic-not-known',
    ])
    expectCode(await ask().field('topics', 'CD1').expect(422), 'file-missing')
    expectCode(
      await ask()
        .field('topics', 'CD1')
        .attach('file', pdf(2_500_000), 'a.pdf')
        .attach('file', pdf(), 'b.pdf')
        .expect(422),
      'more-than-one-file',
    )
    expectCode(
      await ask().field('topics[$ne]', 'CD1').attach('file', pdf(), 'a.pdf').expect(400),
      'input-not-valid',
    )
    expectCode(
      await ask().field('topics', 'CD1').attach('essay', pdf(), 'a.pdf').expect(400),
      'input-not-valid',
    )
    expectCode(await ask().type('text/plain').send('xin chào').expect(400), 'input-not-valid')
    expectCode(await ask().send({ topics: 'CD1', text: ' \n\t ' }).expect(422), 'text-too-short')
    expectCode(
      await ask().set('Idempotency-Key', 'a b').send({ topics: 'CD1', text: 'x' }).expect(400),
      'input-not-valid',
    )
    expect(await everythingIn(world)).to.deep.equal(before)
  })

  it('people of another province, as if they were not there', async () => {
    const { id } = await enrol(world, { unit: 'hai-duong-chi-linh' })
    const before = await everythingIn(world)
    const answer = await send(world, id, 'CD1', pdf(), 'a.pdf', 'staff.hung-yen').expect(404)
    expect(answer.body.code).to.equal('not-found')
    await send(world, id, 'CD1', pdf(), 'a.pdf', 'cadre').expect(404)
    await send(world, id, 'CD1', pdf(), 'a.pdf', 'trainer').expect(403)
    expect(await everythingIn(world)).to.deep.equal(before)
  })
})
