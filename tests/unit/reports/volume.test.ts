import { expect } from 'chai'
import { roman } from '../../../src/domain/figures.ts'
import { reportEssays } from '../../../src/reports/essays.ts'
import { volumeEssays } from '../../../src/reports/volume.ts'
import { CAMPAIGN } from '../../support/cast.ts'
import { reportOf, type Somebody } from './people.ts'

const bound = (people: Somebody[]) => volumeEssays(CAMPAIGN, reportEssays(CAMPAIGN, reportOf(people).entries))

describe('the essays of a volume', () => {
  it('are bound once where one file, or one paper, was for several topics', () => {
    const essays = bound([
      { name: 'Bình', gave: 'CD2 CD4~+CD5~' },
      { name: 'An', gave: 'CD3+CD1 CD2-' },
    ])
    expect(essays.map(({ person, label, count }) => [person, label, count])).to.deep.equal([
      ['An', 'CĐ1, CĐ3', 2],
      ['Bình', 'CĐ2', 1],
      ['Bình', 'CĐ4, CĐ5', 2],
    ])
  })

  it('say on their dividers whose they are, about what, and when they came', () => {
    const [essay] = bound([{ name: 'An', gave: 'CD1!+CD3!', more: { id: 'an' } }])
    expect(essay!.facts).to.deep.equal([
      ['Chức vụ', 'Uỷ viên BCH; Chủ tịch CĐCS'],
      ['Đơn vị', 'LĐLĐ huyện Văn Lâm'],
      ['Chuyên đề', 'CĐ1. Chuyên đề 1'],
      ['', 'CĐ3. Chuyên đề 3'],
      ['Nhận bài', '09:00 ngày 20/12/2018, nộp muộn'],
      ['Mã xác nhận', 'TH-an-CD1!, TH-an-CD3!'],
    ])
  })

  it('stand behind pages with roman numbers', () => {
    expect([1, 4, 9, 14, 38, 49, 94, 648].map(roman)).to.deep.equal([
      'i',
      'iv',
      'ix',
      'xiv',
      'xxxviii',
      'xlix',
      'xciv',
      'dcxlviii',
    ])
  })
})
