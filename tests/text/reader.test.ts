import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { expect } from 'chai'
import type { EssayFile } from '../../src/domain/essay.ts'
import { readingOf } from '../../src/domain/essay-text.ts'
import type { FoundText, TextReader } from '../../src/ports/essay-texts.ts'
import { textReader } from '../../src/text/reader.ts'
import { fixture, zip } from '../support/essays.ts'

type Type = EssayFile['type']

const ESSAYS: readonly (readonly [name: string, type: Type, words: number, ...phrases: string[]])[] = [
  [
    'Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx',
    'docx',
    642,
    'Họ và tên: Nguyễn Thị Thắm',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'I. Nhận thức về nội dung nghị quyết',
  ],
  [
    'cả năm chuyên đề.docx',
    'docx',
    3180,
    'Họ và tên: Vũ Đình Long',
    'Chuyên đề 2: Đổi mới việc thực hiện chức năng đại diện cho người lao động',
    'Chuyên đề 5',
  ],
  ['bai thu hoach 2.doc', 'doc', 646, 'Họ và tên: Đỗ Văn Ước', 'Đơn vị: LĐLĐ huyện Ân Thi'],
  [
    'thu-hoach-3.odt',
    'odt',
    739,
    'Họ và tên: Trần Ý',
    'tối thiểu 67.000 đồng trước ngày 30 tháng 6.',
    'Quý 4',
  ],
  ['CHUYEN DE 4.RTF', 'rtf', 644, 'Họ và tên: Lê Quang Vinh', 'nâng mức bữa ăn ca lên tối thiểu 82.000 đồng'],
  [
    'Bai 1 va 3.PDF',
    'pdf',
    1239,
    'Họ và tên: Hoàng Kim Oanh',
    // Drawn in two fonts, the letters with marks after all the others.
    'khi quan hệ lao động ngày càng đa dạng và cạnh tranh về tổ chức là có thật. Điều tâm đắc nhất đối với tôi',
    'Chuyên đề 3: Đổi mới tổ chức và hoạt động Công đoàn',
  ],
  [
    'Phạm Thị Hồng Ánh – chuyên đề 5.pdf'.normalize('NFD'),
    'pdf',
    618,
    'Họ và tên: Phạm Thị Hồng Ánh',
    'I. Nhận thức về nội dung nghị quyết',
  ],
]

const NEXT = Buffer.from('{\\rtf1 tiep theo}')
const LIMITS = { longestMs: 60_000, idleMs: 60_000, mostResident: 700 * 1024 * 1024 }

const reading = async (reader: TextReader, type: Type, bytes: Buffer) => {
  const found = await reader.read(type, bytes)
  if ('unreadable' in found) throw new Error(`the file is ${found.unreadable}`)
  return readingOf(type, found.paragraphs)
}

const docx = async (body: string): Promise<Buffer> =>
  zip({
    'word/document.xml': `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
  })

/** A PDF of one page whose content is this stream; or many pages that share it. */
const pdfOf = (content: Buffer, filter = '/FlateDecode', pages = 1): Buffer => {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 10} 0 R`).join(' ')
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>'
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count ${pages}/Kids[${kids}]>>endobj\n` +
        '4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n' +
        Array.from({ length: pages }, (_, i) => `${i + 10} 0 obj${page}endobj\n`).join('') +
        `3 0 obj<</Length ${content.length}/Filter ${filter}>>stream\n`,
    ),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ])
}

describe('the words of a file', () => {
  let reader: TextReader
  before(() => {
    reader = textReader(LIMITS)
  })
  after(async () => reader.close())

  for (const [name, type, words, ...phrases] of ESSAYS)
    it(`are found, in the order of reading: ${name}`, async () => {
      const text = await reading(reader, type, fixture(name))
      expect(text).to.deep.include({ state: 'read', words, legacyFont: null })
      for (const phrase of phrases) expect(text.paragraphs.join('\n')).to.include(phrase)
    })

  for (const [name, type] of [
    ['scan khong co chu.pdf', 'pdf'],
    ['IMG_20181210_01.jpg', 'jpg'],
    ['anh chup man hinh.png', 'png'],
  ] as const)
    it(`are none in a picture, which is no failure: ${name}`, async () => {
      expect(await reading(reader, type, fixture(name))).to.deep.include({ state: 'without-text', words: 0 })
    })

  it('are without what was struck out, repeated for old programs, or only told to the program', async () => {
    const bytes = await docx(
      '<w:p><w:r><w:t>Một</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:tab/><w:t>hai</w:t></w:r></w:p>' +
        '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Ba</w:t></w:r></w:p></mc:Choice>' +
        '<mc:Fallback><w:p><w:r><w:t>Ba</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>' +
        '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>bốn &amp; năm</w:t></w:r></w:p>',
    )
    expect((await reading(reader, 'docx', bytes)).paragraphs).to.deep.equal(['Một hai', 'Ba', 'bốn & năm'])
  })

  const rtf: [what: string, source: string, expected: string][] = [
    ['numbers below zero', '{\\rtf1\\ansi\\u-10179?\\u-8704?x}', '😀x'],
    [
      'bytes of the Vietnamese code page',
      "{\\rtf1\\ansi\\ansicpg1258 C\\'f4ng \\'f0o\\'e0n Vi\\'ea\\'f2t}",
      'Công đoàn Việt',
    ],
    [
      'bytes of a font',
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset163 B;}}\\f1 \\'f0\\f0 \\'f0}",
      'đð',
    ],
    ['two signs for old readers', '{\\rtf1{\\uc2\\u7879 ??x}}', 'ệx'],
    [
      'what belongs to the program',
      '{\\rtf1{\\info{\\title T}}{\\*\\generator G;}{\\header H}a\\par b\\line c}',
      'a\nb\nc',
    ],
    ['braces and signs', '{\\rtf1 \\{a\\}\\~b \\endash  c}', '{a} b – c'],
  ]
  for (const [what, source, expected] of rtf)
    it(`are read in RTF: ${what}`, async () => {
      expect((await reading(reader, 'rtf', Buffer.from(source, 'latin1'))).paragraphs.join('\n')).to.equal(
        expected,
      )
    })

  it('are paragraphs in a typed text', async () => {
    const text = await reading(reader, 'txt', Buffer.from('Phần một\n\nTôi nhận thức\nrằng…\n'))
    expect(text.paragraphs).to.deep.equal(['Phần một', 'Tôi nhận thức\nrằng…'])
  })

  const broken: [what: string, type: Type, bytes: () => Promise<Buffer> | Buffer, expected: string][] = [
    ['half a Word file', 'docx', () => fixture('cả năm chuyên đề.docx').subarray(0, 6000), 'damaged'],
    ['a Word file with half a tag', 'docx', async () => docx('<w:p><w:r><w:t>Một'), 'damaged'],
    ['entities of its own', 'docx', async () => docx('<w:p>&bomb;</w:p>'), 'damaged'],
    ['half a Word 97 file', 'doc', () => fixture('bai thu hoach 2.doc').subarray(0, 3000), 'damaged'],
    ['an ODT without content', 'odt', async () => zip({ mimetype: 'x' }), 'damaged'],
    [
      'random bytes as PDF',
      'pdf',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5000)]),
      'damaged',
    ],
    ['random bytes as RTF', 'rtf', () => randomBytes(5000), 'damaged'],
    [
      'a ZIP that inflates to 101 MB',
      'docx',
      async () => zip({ 'word/document.xml': 101 * 1024 * 1024 }),
      'too-large',
    ],
    [
      'a text of two million letters',
      'docx',
      async () => docx(`<w:p><w:r><w:t>${'chữ '.repeat(500_000)}</w:t></w:r></w:p>`),
      'too-large',
    ],
    [
      'a PDF of 301 pages',
      'pdf',
      () => pdfOf(deflateSync(Buffer.from('BT ET')), '/FlateDecode', 301),
      'too-large',
    ],
  ]
  for (const [what, type, bytes, expected] of broken)
    it(`are not there, and the next file is read all the same: ${what}`, async () => {
      expect(await reader.read(type, await bytes())).to.deep.equal({ unreadable: expected })
      expect((await reading(reader, 'rtf', NEXT)).words).to.equal(2)
    })

  it('cost a bounded amount of memory: a PDF that inflates to gigabytes ends its own process only', async () => {
    const modest = textReader({ ...LIMITS, mostResident: 200 * 1024 * 1024 })
    const once = deflateSync(Buffer.alloc(300 * 1024 * 1024, 0x20))
    const bomb = pdfOf(deflateSync(once), '[/FlateDecode/FlateDecode]')
    const found = await modest.read('pdf', bomb)
    expect(found).to.deep.equal({ unreadable: 'too-large' })
    expect((await reading(modest, 'rtf', NEXT)).words).to.equal(2)
    await modest.close()
  }).timeout(60_000)

  it('cost a bounded time', async () => {
    const hasty = textReader({ ...LIMITS, longestMs: 1 })
    const found: FoundText = await hasty.read('rtf', NEXT)
    expect(found).to.deep.equal({ unreadable: 'too-slow' })
    await hasty.close()
  })

  it('are asked for again when the process was ended from outside', async () => {
    const other = textReader()
    const answer = other.read('rtf', NEXT).catch((error: Error) => error.message)
    await new Promise(setImmediate)
    await other.close()
    expect(await answer).to.equal('the process was ended')
  })
})
