import { expect } from 'chai'
import { unitKey, unitMatcher } from '../../../../src/domain/roster/unit-names.ts'
import type { Unit } from '../../../../src/domain/unit.ts'

const unit = (code: string, name: string, path: string[], ...aliases: string[]): Unit => ({
  code,
  name,
  kind: 'superior',
  parent: path.at(-1) ?? null,
  path: [...path, code],
  validFrom: null,
  validTo: null,
  predecessors: [],
  aliases,
})

const HUNG_YEN = ['tld', 'hung-yen']
const UNITS: readonly Unit[] = [
  unit('hung-yen', 'LĐLĐ tỉnh Hưng Yên', ['tld']),
  unit('co-quan', 'Cơ quan LĐLĐ tỉnh', HUNG_YEN, 'Văn phòng LĐLĐ tỉnh'),
  unit('tp', 'LĐLĐ thành phố Hưng Yên', HUNG_YEN),
  unit('van-lam', 'LĐLĐ huyện Văn Lâm', HUNG_YEN),
  unit('van-giang', 'LĐLĐ huyện Văn Giang', HUNG_YEN),
  unit('my-hao', 'LĐLĐ huyện Mỹ Hào', HUNG_YEN, 'LĐLĐ thị xã Mỹ Hào'),
  unit('giao-duc', 'Công đoàn ngành Giáo dục', HUNG_YEN),
  unit('nong-nghiep', 'Công đoàn ngành Nông nghiệp và PTNT', HUNG_YEN),
  unit('gtvt', 'Công đoàn ngành Giao thông vận tải', HUNG_YEN),
  unit('vien-chuc', 'Công đoàn Viên chức tỉnh', HUNG_YEN),
  unit('kcn', 'Công đoàn các Khu công nghiệp', HUNG_YEN),
  unit('quan-1', 'LĐLĐ Quận 1', HUNG_YEN),
  unit('quan-12', 'LĐLĐ Quận 12', HUNG_YEN),
]
const match = unitMatcher(UNITS)
const codeOf = (text: string): string | readonly string[] => {
  const found = match(text)
  return 'unit' in found ? found.unit.code : found.candidates
}

describe('the names of units', () => {
  const known: readonly (readonly [string, string])[] = [
    ['LĐLĐ huyện Văn Lâm', 'van-lam'],
    ['LIÊN ĐOÀN LAO ĐỘNG HUYỆN VĂN LÂM', 'van-lam'],
    ['Lien doan lao dong huyen Van Lam', 'van-lam'],
    ['Văn Lâm', 'van-lam'],
    ['huyện Văn Lâm', 'van-lam'],
    ['H.Văn Lâm', 'van-lam'],
    ['LĐLĐ H. Văn Lâm', 'van-lam'],
    ['L.Đ.L.Đ huyện Văn Lâm', 'van-lam'],
    ['LĐLĐ  huyện  Văn Lâm ', 'van-lam'],
    ['Công đoàn huyện Văn Lâm', 'van-lam'],
    ['LĐLĐ huyện Văn Lâm, tỉnh Hưng Yên', 'van-lam'],
    ['LĐLĐ huyện Văn Lâm - Hưng Yên', 'van-lam'],
    ['Đơn vị: LĐLĐ huyện Văn Lâm', 'van-lam'],
    ['LĐLĐ huyện Văn Lâm'.normalize('NFD'), 'van-lam'],
    ['TP.Hưng Yên', 'tp'],
    ['LĐLĐ TP Hưng Yên', 'tp'],
    ['LĐLĐ tỉnh Hưng Yên', 'hung-yen'],
    ['CƠ QUAN LĐLĐ TỈNH', 'co-quan'],
    ['Cơ quan Liên đoàn Lao động tỉnh Hưng Yên', 'co-quan'],
    ['VP LĐLĐ tỉnh', 'co-quan'],
    ['LĐLĐ TX. Mỹ Hào', 'my-hao'],
    ['CĐ ngành GD', 'giao-duc'],
    ['CĐ Giáo dục và Đào tạo', 'giao-duc'],
    ['Ngành Giáo dục tỉnh', 'giao-duc'],
    ['CĐN NN&PTNT', 'nong-nghiep'],
    ['Công đoàn ngành Nông nghiệp và Phát triển nông thôn', 'nong-nghiep'],
    ['CĐ ngành GTVT', 'gtvt'],
    ['CĐVC tỉnh', 'vien-chuc'],
    ['Công đoàn Viên chức tỉnh Hưng Yên', 'vien-chuc'],
    ['CĐ các KCN', 'kcn'],
    ['Công đoàn các KCN tỉnh Hưng Yên', 'kcn'],
    ['Q.1', 'quan-1'],
    ['Quận 12', 'quan-12'],
  ]
  for (const [text, code] of known) it(`${text} → ${code}`, () => expect(codeOf(text)).to.equal(code))

  it('are never guessed: what fits none or two comes back with the nearest', () => {
    expect(codeOf('LĐLĐ huyện Văn')).to.include.members(['LĐLĐ huyện Văn Lâm', 'LĐLĐ huyện Văn Giang'])
    expect(codeOf('Hưng Yên')).to.have.members(['LĐLĐ thành phố Hưng Yên', 'LĐLĐ tỉnh Hưng Yên'])
    for (const text of ['CĐ ngành Thủy sản', 'Sở Nội vụ', 'Quận 2', 'Lâm', 'LĐLĐ', '', '…'])
      expect(codeOf(text), text).to.be.an('array')
  })

  it('are not taken against the rank that is written', () => {
    for (const text of ['LĐLĐ thị xã Văn Lâm', 'LĐLĐ huyện Hưng Yên', 'thành phố Mỹ Hào'])
      expect(codeOf(text), text).to.be.an('array')
  })

  it('that several provinces have are told apart by where they stand', () => {
    const others = [
      unit('long-an', 'LĐLĐ tỉnh Long An', ['tld']),
      unit('la-chau-thanh', 'LĐLĐ huyện Châu Thành', ['tld', 'long-an']),
      unit('tay-ninh', 'LĐLĐ tỉnh Tây Ninh', ['tld']),
      unit('tn-chau-thanh', 'LĐLĐ huyện Châu Thành', ['tld', 'tay-ninh']),
    ]
    const match = unitMatcher(others)
    expect(match('LĐLĐ huyện Châu Thành')).to.have.property('candidates')
    expect(match('LĐLĐ huyện Châu Thành, tỉnh Long An')).to.deep.equal({ unit: others[1] })
    expect(match('LĐLĐ huyện Châu Thành', others[2])).to.deep.equal({ unit: others[3] })
  })

  it('have one key however they are written', () => {
    expect(unitKey('Liên đoàn Lao động H.Văn Lâm')).to.equal('ldld h van lam')
    expect(unitKey('CĐ các Khu công nghiệp & Chế xuất')).to.equal('cd kcn che xuat')
  })
})
