import { expect } from 'chai'
import { topicsIn } from '../../../../src/domain/gathered/topics.ts'
import { withoutExtension, wordsOf } from '../../../../src/domain/gathered/words.ts'

const campaign = { topics: [1, 2, 3, 4, 5].map(n => ({ code: `CD${n}`, title: '' })) }
const said = (name: string): string => {
  const { topics, isUnclear } = topicsIn(wordsOf(withoutExtension(name)), campaign)
  return isUnclear ? '?' : topics.map(code => code.slice(2)).join('')
}

const CASES: readonly (readonly [name: string, topics: string])[] = [
  // As they lie in fixtures/essays.
  ['Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx', '1'],
  ['Phạm Thị Hồng Ánh – chuyên đề 5.pdf'.normalize('NFD'), '5'],
  ['Bai 1 va 3.PDF', '13'],
  ['CHUYEN DE 4.RTF', '4'],
  ['bai thu hoach 2.doc', '2'],
  ['thu-hoach-3.odt', '3'],
  ['cả năm chuyên đề.docx', '12345'],
  ['IMG_20181210_01.jpg', ''],
  ['scan khong co chu.pdf', ''],
  // Lists and ranges.
  ['CD1,3.pdf', '13'],
  ['CĐ 2+4 Trần Văn An.docx', '24'],
  ['chuyen de 1 va 3.docx', '13'],
  ['chuyên đề số 1, 2 và 5', '125'],
  ['CD1 đến CD3', '13'],
  ['chuyên đề 1 đến 3', '123'],
  ['CD1-2', '12'],
  ['CD1_CD2_NguyenVanA', '12'],
  ['cd1 cd4', '14'],
  ['chuyen de 1 2 3', '123'],
  ['CD2/4', '24'],
  // Two readings: nobody guesses.
  ['CD1-3', '?'],
  ['CD1_3_Tran An', '?'],
  ['cd 1 3', '?'],
  // Spelled.
  ['Chuyên đề hai', '2'],
  ['chuyên đề IV - Lê Thị Bình', '4'],
  ['chuyên đề năm', '5'],
  ['Chuyen de Nam', ''],
  ['Bài thu hoạch Nam', ''],
  ['chuyende3_lethibinh', '3'],
  ['baithuhoach1', '1'],
  ['BTH 2 Tran Van An', '2'],
  ['CD01 - An', '1'],
  ['CĐ.5 Bình', '5'],
  ['CĐ: 5', '5'],
  // All.
  ['5 chuyen de - Le Thi Binh', '12345'],
  ['đủ 5 bài Lê Thị Bình', '12345'],
  ['tat_ca_chuyen_de', '12345'],
  ['Nam chuyen de 2', '2'],
  ['STT 5 chuyen de 1', '1'],
  // Numbers of other things.
  ['thu hoạch NQ 12', ''],
  ['Bài thu hoạch năm 2018 Trần Văn An', ''],
  ['CD7', ''],
  ['CDCS Cong ty May 2', ''],
  ['CD1 (2).docx', '1'],
  ['CD1 - Copy.docx', '1'],
  ['nguyenvanancd2.docx', '2'],
  ['NguyenVanAnCD2.docx', '2'],
  ['12_Tran Van An_CD3.pdf', '3'],
]

describe('topics in the name of a collected file', () => {
  for (const [name, topics] of CASES)
    it(`${name.normalize('NFC')} → ${topics || 'none'}`, () => {
      expect(said(name)).to.equal(topics)
    })

  it('are told by place where they have codes of another kind', () => {
    const other = { topics: ['A', 'B'].map(code => ({ code, title: '' })) }
    expect(topicsIn(wordsOf('chuyen de 2'), other)).to.deep.equal({ topics: ['B'], isUnclear: false })
  })
})
