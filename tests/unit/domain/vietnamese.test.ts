import { expect } from 'chai'
import { clean, fold, maskName, nameKey, personName, textKey } from '../../../src/domain/vietnamese.ts'

const inOrder = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : nameKey(a) > nameKey(b) ? 1 : 0))

describe('the order of a roster', () => {
  const table: [what: string, names: string[]][] = [
    ['goes by the given name', ['Vũ Thị An', 'Trần Văn Bình', 'An Văn Cường']],
    ['then by the middle name', ['Trần Đình An', 'Nguyễn Thị An', 'Lê Văn An']],
    ['then by the family name', ['Lê Văn An', 'Nguyễn Văn An', 'Trần Văn An']],
    ['takes the middle name as a whole', ['Vũ An', 'Vũ Thị An', 'Bùi Thị Ái An', 'Bùi Thị Hà An']],
    ['compares syllable by syllable', ['Lê Hà Nam An', 'Lê Hạ Long An']],
    ['puts letters before tones', ['Lê Ha', 'Lê Hà', 'Lê Hả', 'Lê Hã', 'Lê Há', 'Lê Hạ', 'Lê Hai']],
    [
      'knows ă, â, đ, ê, ô, ơ, ư as letters',
      ['Lê Anh', 'Lê Ăn', 'Lê Ân', 'Lê Dung', 'Lê Đức', 'Lê Em', 'Lê Ên'],
    ],
    ['puts Hà Nam before Hạ Long', ['Hà', 'Hạ']],
    ['takes one syllable', ['An', 'Bình']],
    ['puts foreign letters last', ['Lê Zung', 'Lê Øre']],
  ]
  for (const [what, names] of table)
    it(`${what}: ${names.join(' < ')}`, () => {
      expect(inOrder(names.toReversed())).to.deep.equal(names)
    })

  it('does not care for case, spaces, or how the letters are composed', () => {
    for (const same of ['NGUYỄN THỊ THẮM', ' Nguyễn  Thị Thắm ', 'Nguyễn Thị Thắm'.normalize('NFD')])
      expect(nameKey(same)).to.equal(nameKey('Nguyễn Thị Thắm'))
  })

  it('of units goes syllable by syllable, where a collator over the whole string does not', () => {
    const units = ['LĐLĐ tỉnh Hà Nam', 'LĐLĐ tỉnh Hạ Long']
    expect(units.toSorted((a, b) => (textKey(a) < textKey(b) ? -1 : 1))).to.deep.equal(units)
    expect(units.toSorted(new Intl.Collator('vi').compare)).to.deep.equal(units.toReversed())
  })
})

describe('Vietnamese text', () => {
  const cleaned: [string, string][] = [
    ['  Nguyễn \t Văn\u00A0A\r\n', 'Nguyễn Văn A'],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'.normalize('NFC')],
    ['Th\u200Bắm\uFEFF', 'Thắm'],
    ['a\u0000b', 'a b'],
    ['', ''],
  ]
  for (const [given, expected] of cleaned)
    it(`${JSON.stringify(given)} enters as ${JSON.stringify(expected)}`, () => {
      expect(clean(given)).to.equal(expected)
    })

  const folded: [string, string][] = [
    ['Đỗ Đức', 'do duc'],
    ['đường', 'duong'],
    ['Phạm Thị Ánh'.normalize('NFD'), 'pham thi anh'],
    ['LĐLĐ HUYỆN VĂN LÂM', 'ldld huyen van lam'],
    ['ươƯƠ ăâêô', 'uouo aaeo'],
    ['CB-001 a@b.vn', 'cb-001 a@b.vn'],
  ]
  for (const [given, expected] of folded)
    it(`${given} is searched as ${expected}`, () => {
      expect(fold(given)).to.equal(expected)
    })

  const masked: [string, string][] = [
    ['Nguyễn Thị Thắm', 'N. T. Thắm'],
    ['Đỗ Đức', 'Đ. Đức'],
    ['Ánh', 'Ánh'],
    ['Ân Văn Ba'.normalize('NFD'), 'Â. V. Ba'],
  ]
  for (const [given, expected] of masked)
    it(`${given} is masked as ${expected}`, () => {
      expect(maskName(given)).to.equal(expected)
    })

  const typed: [string, string][] = [
    ['NGUYỄN THỊ THẮM', 'Nguyễn Thị Thắm'],
    ['PHẠM THỊ ÁNH'.normalize('NFD'), 'Phạm Thị Ánh'],
    ['LÊ VĂN A', 'Lê Văn A'],
    ['BÀ RỊA-VŨNG TÀU', 'Bà Rịa-Vũng Tàu'],
    ['Nguyễn Thị Thắm', 'Nguyễn Thị Thắm'],
    ['nguyễn thị thắm', 'nguyễn thị thắm'],
    ['Tôn Nữ Thị N. A', 'Tôn Nữ Thị N. A'],
  ]
  for (const [given, expected] of typed)
    it(`${given} is kept as ${expected}`, () => {
      expect(personName(given)).to.equal(expected)
    })
})
