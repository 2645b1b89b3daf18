import { expect } from 'chai'
import { essayEntryNames, NAME_PATTERNS, patternProblem } from '../../../src/domain/archive-naming.ts'
import { reportFileName, safeName } from '../../../src/domain/naming.ts'

const bytes = (text: string): number => Buffer.byteLength(text)

describe('safe names', () => {
  const table: [what: string, given: string, expected: string][] = [
    ['keeps Vietnamese', 'Nguyễn Thị Thắm', 'Nguyễn Thị Thắm'],
    ['composes NFD', 'Phạm Thị Ánh'.normalize('NFD'), 'Phạm Thị Ánh'.normalize('NFC')],
    ['climbs nowhere', '../../etc/passwd', '-..-etc-passwd'],
    ['has no backslash', '..\\..\\a', '-..-a'],
    ['has no drive', 'C:\\Windows', 'C--Windows'],
    ['has nothing Windows forbids', 'a*b?c"d<e>f|g', 'a-b-c-d-e-f-g'],
    ['has no control characters', 'Lê\u0000 Văn\u0007\nBa', 'Lê Văn Ba'],
    ['does not turn its direction', 'Trần \u202Efdp.exe\u202C', 'Trần fdp.exe'],
    ['hides nothing', 'Vũ\u200B Thị\uFEFF Tư', 'Vũ Thị Tư'],
    ['is no device', 'CON', '_CON'],
    ['is no device with an extension', 'nul.txt', '_nul.txt'],
    ['may begin like a device', 'Concon', 'Concon'],
    ['is not hidden', '.bashrc', 'bashrc'],
    ['does not end in a dot or a space', 'Công ty CP. ', 'Công ty CP'],
    ['is never empty', ' ... ', '_'],
    ['is never a dot', '..', '_'],
  ]
  for (const [what, given, expected] of table)
    it(`${what}: ${JSON.stringify(given)} → ${expected}`, () => {
      expect(safeName(given)).to.equal(expected)
    })

  it('are cut between characters, not between bytes', () => {
    expect(safeName('ệệệ', 7)).to.equal('ệệ')
    expect(safeName('👩🏽‍🌾👩🏽‍🌾', 9)).to.equal('👩🏽')
  })
})

describe('names of essays in a ZIP', () => {
  const essay = {
    unit: 'LĐLĐ huyện Văn Lâm',
    number: 7,
    last: 391,
    person: 'Nguyễn Thị Thắm',
    topics: ['CD1'],
    extension: 'pdf',
  }

  it('tell unit, number, person and topics', () => {
    const name = essayEntryNames()
    expect(name(essay)).to.equal('LĐLĐ huyện Văn Lâm/007_Nguyễn Thị Thắm_CĐ1.pdf')
    expect(name({ ...essay, topics: ['CD1', 'CD3'], extension: 'docx' })).to.equal(
      'LĐLĐ huyện Văn Lâm/007_Nguyễn Thị Thắm_CĐ1-CĐ3.docx',
    )
    expect(name({ ...essay, number: 391, topics: ['KYNANG'] })).to.equal(
      'LĐLĐ huyện Văn Lâm/391_Nguyễn Thị Thắm_KYNANG.pdf',
    )
  })

  it('are unique without case', () => {
    const name = essayEntryNames()
    expect([name(essay), name({ ...essay, person: 'NGUYỄN THỊ THẮM' }), name(essay)]).to.deep.equal([
      'LĐLĐ huyện Văn Lâm/007_Nguyễn Thị Thắm_CĐ1.pdf',
      'LĐLĐ huyện Văn Lâm/007_NGUYỄN THỊ THẮM (2)_CĐ1.pdf',
      'LĐLĐ huyện Văn Lâm/007_Nguyễn Thị Thắm (3)_CĐ1.pdf',
    ])
  })

  it('stay within 200 bytes, with their end, and unique', () => {
    const name = essayEntryNames()
    const long = {
      ...essay,
      unit: 'Công đoàn cơ sở '.repeat(20),
      person: 'Nguyễn Đình Phước '.repeat(20),
      topics: Array.from({ length: 20 }, (_, n) => `CHUYENDE${n + 10}`),
    }
    const names = Array.from({ length: 12 }, () => name(long))
    expect(new Set(names).size).to.equal(12)
    for (const each of names) {
      expect(bytes(each)).to.be.at.most(200)
      expect(each).to.match(/^Công đoàn cơ sở [^/]+\/007_Nguyễn Đình Phước [^/]*_CHUYENDE10-[^/]*\.pdf$/)
    }
  })

  it('never leave their folder', () => {
    const name = essayEntryNames()({ ...essay, unit: '../..', person: '/../x' })
    expect(name.split('/')).to.have.length(2)
    expect(name.split('/')).not.to.include('..')
  })
})

describe('patterns of names in a ZIP', () => {
  const essay = {
    unit: 'LĐLĐ huyện Văn Lâm',
    number: 7,
    last: 391,
    person: 'Nguyễn Thị Thắm',
    topics: ['CD1', 'CD2'],
    extension: 'pdf',
  }

  it('make what they say', () => {
    const cases: [pattern: string, name: string][] = [
      ['{donvi}/{hoten}_{chuyende}', 'LĐLĐ huyện Văn Lâm/Nguyễn Thị Thắm_CĐ1-CĐ2.pdf'],
      ['{chuyende}/{donvi}/{stt}_{hoten}', 'CĐ1-CĐ2/LĐLĐ huyện Văn Lâm/007_Nguyễn Thị Thắm.pdf'],
      ['{stt}', '007.pdf'],
      ['Bài {hoten} ({donvi}) {chuyende}', 'Bài Nguyễn Thị Thắm (LĐLĐ huyện Văn Lâm) CĐ1-CĐ2.pdf'],
    ]
    for (const [pattern, name] of cases) {
      expect(patternProblem(pattern), pattern).to.equal(null)
      expect(essayEntryNames(pattern)(essay)).to.equal(name)
    }
    for (const pattern of NAME_PATTERNS) expect(patternProblem(pattern)).to.equal(null)
  })

  it('stay short, unique and in place whatever people are called', () => {
    const long = { ...essay, unit: '../Công đoàn '.repeat(20), person: '/Nguyễn Đình '.repeat(30) }
    for (const pattern of [...NAME_PATTERNS, '{stt}', '{hoten}{donvi}{donvi}{chuyende}', 'a/b/c/{hoten}']) {
      const name = essayEntryNames(pattern)
      const names = Array.from({ length: 11 }, () => name(long))
      expect(new Set(names).size, pattern).to.equal(11)
      for (const each of names) {
        expect(bytes(each), each).to.be.at.most(200)
        expect(each.split('/')).to.have.length(pattern.split('/').length)
        expect(each).to.match(/\.pdf$/)
      }
    }
  })

  it('are refused where they cannot', () => {
    const wrong = [
      '{donvi}',
      '{hoten',
      '{ten}_{hoten}',
      '/{hoten}',
      'a//{hoten}',
      '../{hoten}',
      'a:{hoten}',
      '{hoten}/x',
    ]
    for (const pattern of [...wrong, '1/2/3/4/{hoten}', `${'x'.repeat(120)}{hoten}`])
      expect(patternProblem(pattern), pattern).not.to.equal(null)
  })
})

describe('the name of a report', () => {
  it('has the day of the cut-off in Hanoi', () => {
    expect(reportFileName('LĐLĐ tỉnh Hưng Yên', new Date('2018-12-14T18:00:00Z'), 'zip')).to.equal(
      'Báo cáo thu hoạch - LĐLĐ tỉnh Hưng Yên - 2018-12-15.zip',
    )
  })
})
