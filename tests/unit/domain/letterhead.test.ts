import { expect } from 'chai'
import { usualLetterhead } from '../../../src/domain/letterhead.ts'
import type { UnitKind } from '../../../src/domain/unit.ts'
import { headLines } from '../../../src/reports/head-lines.ts'

const TLD = 'Tổng Liên đoàn Lao động Việt Nam'
const HUNG_YEN = 'LĐLĐ tỉnh Hưng Yên'

describe('the usual letterhead', () => {
  const cases: [
    name: string,
    kind: UnitKind,
    above: string[],
    parent: string | null,
    symbol: string,
    place: string,
  ][] = [
    [TLD, 'confederation', [], null, 'BC-TLĐ', 'Hà Nội'],
    [HUNG_YEN, 'province', [TLD], TLD, 'BC-LĐLĐ', 'Hưng Yên'],
    ['Công đoàn Y tế Việt Nam', 'province', [TLD], TLD, 'BC-CĐ', 'Hà Nội'],
    [
      'LĐLĐ huyện Văn Lâm',
      'superior',
      [TLD, HUNG_YEN],
      'Liên đoàn Lao động tỉnh Hưng Yên',
      'BC-LĐLĐ',
      'Văn Lâm',
    ],
    ['CĐ ngành Y tế', 'superior', [TLD, HUNG_YEN], 'Liên đoàn Lao động tỉnh Hưng Yên', 'BC-CĐ', 'Hưng Yên'],
    [
      'CĐCS Công ty May',
      'grassroots',
      [TLD, HUNG_YEN],
      'Liên đoàn Lao động tỉnh Hưng Yên',
      'BC-CĐCS',
      'Hưng Yên',
    ],
  ]
  for (const [name, kind, above, parentBody, symbol, place] of cases)
    it(`of ${name}`, () => {
      const letterhead = usualLetterhead(
        { name, kind },
        above.map(each => ({ name: each })),
      )
      expect(letterhead).to.deep.include({ parentBody, symbol, place, number: null, signer: null })
      expect(letterhead.addressees).to.deep.equal(parentBody === null ? [] : [parentBody])
      expect(letterhead.recipients.includes('Như trên')).to.equal(parentBody !== null)
    })
})

describe('the name of a body in a head', () => {
  const cases: [name: string, lines: string][] = [
    ['CÔNG ĐOÀN NGÀNH Y TẾ', 'CÔNG ĐOÀN NGÀNH Y TẾ'],
    ['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM', 'TỔNG LIÊN ĐOÀN\nLAO ĐỘNG VIỆT NAM'],
    ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN', 'LIÊN ĐOÀN LAO ĐỘNG\nTỈNH HƯNG YÊN'],
    ['LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ ĐÀ NẴNG', 'LIÊN ĐOÀN LAO ĐỘNG\nTHÀNH PHỐ ĐÀ NẴNG'],
    ['LIÊN ĐOÀN LAO ĐỘNG TỈNH BÀ RỊA - VŨNG TÀU', 'LIÊN ĐOÀN LAO ĐỘNG\nTỈNH BÀ RỊA - VŨNG TÀU'],
    ['CÔNGĐOÀNMỘTTỪRẤTDÀIKHÔNGNGẮT', 'CÔNGĐOÀNMỘTTỪRẤTDÀIKHÔNGNGẮT'],
  ]
  for (const [name, lines] of cases) it(name, () => expect(headLines(name)).to.equal(lines))
})
