import { expect } from 'chai'
import { matchFile } from '../../../../src/domain/gathered/match.ts'
import { receiptsIn } from '../../../../src/domain/gathered/people.ts'
import { indexRoster } from '../../../../src/domain/gathered/roster.ts'

const campaign = { topics: [1, 2, 3, 4, 5].map(n => ({ code: `CD${n}`, title: '' })) }
const LAM = 'LĐLĐ huyện Văn Lâm'
const GIANG = 'LĐLĐ huyện Văn Giang'
const PEOPLE = (
  [
    ['anh', 'Phạm Thị Hồng Ánh', LAM, null],
    ['an', 'Trần Văn An', LAM, 'HY-0012'],
    ['hoa', 'Lê Thị Hoà', LAM, null],
    ['hoa2', 'Lê Thị Hoa', GIANG, null],
    ['ha', 'Trần Thị Hà', LAM, null],
    ['haanh', 'Trần Thị Hà Anh', GIANG, null],
    ['tham', 'Nguyễn Thị Thắm', LAM, '104522'],
    ['tham2', 'Nguyễn Thị Thâm', GIANG, null],
    ['son1', 'Vũ Đức Sơn', LAM, null],
    ['son2', 'Vũ Đức Sơn', GIANG, null],
  ] as const
).map(([id, name, unit, staffCode], i) => ({
  id,
  name,
  unit,
  staffCode,
  reference: `CB-2CD3-${'23456789AB'[i]}XYZ`,
}))
const roster = indexRoster(PEOPLE)

type Row = readonly [path: string, who: string, by?: string]

/** `a`: it is he; `a|b`: one of them, nobody says which; empty: nobody knows. */
const CASES: readonly Row[] = [
  ['Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx', 'tham', 'name'],
  ['Phạm Thị Hồng Ánh – chuyên đề 5.pdf'.normalize('NFD'), 'anh', 'name'],
  ['PHAM THI HONG ANH CD5.PDF', 'anh', 'name'],
  ['pham_thi_hong_anh_cd5.pdf', 'anh', 'name'],
  ['PhamThiHongAnh_CD5.pdf', 'anh', 'name'],
  ['phamthihonganhcd5.pdf', 'anh', 'name'],
  ['Phạm   Thị Hồng-Ánh (1).pdf', 'anh', 'name'],
  ['thu hoạch của đ.c Trần Văn An, LĐLĐ huyện Văn Lâm.docx', 'an', 'name'],
  ['Trần Thị Hà Anh.docx', 'haanh', 'name'],
  ['Trần Thị Hà.docx', 'ha', 'name'],
  // Spelled with diacritics, they are two; without, nobody knows.
  ['Lê Thị Hoà - CD1.pdf', 'hoa', 'name'],
  ['Lê Thị Hòa - CD1.pdf', 'hoa', 'name'],
  ['Lê Thị Hoa - CD1.pdf', 'hoa2', 'name'],
  ['Le Thi Hoa - CD1.pdf', 'hoa|hoa2'],
  ['nguyen thi tham.docx', 'tham|tham2'],
  // The folder tells: whose it is, or which of two.
  ['Nguyễn Thị Thắm/CD1.docx', 'tham', 'name'],
  ['Nguyễn Thị Thắm/Chuyên đề 2/scan0001.pdf', 'tham', 'name'],
  ['Văn Giang/Vu Duc Son CD1.docx', 'son2', 'name'],
  ['LDLD huyen Van Lam/Vũ Đức Sơn.docx', 'son1', 'name'],
  ['Vũ Đức Sơn CD1.docx', 'son1|son2'],
  ['Nguyễn Thị Thắm/Trần Văn An CD1.docx', 'an', 'name'],
  // Codes.
  ['HY0012_CD2.pdf', 'an', 'code'],
  ['hy-0012 cd2.pdf', 'an', 'code'],
  ['104522.docx', 'tham', 'code'],
  ['HY0012 Nguyễn Thị Thắm.pdf', 'an|tham'],
  ['104522 nguyen thi tham cd 1.pdf', 'tham', 'code'],
  // References of slips: their letters are no topic and no name.
  ['CB-2CD3-3XYZ.pdf', 'an', 'slip'],
  ['cb2cd33xyz chuyên đề 1.docx', 'an', 'slip'],
  ['CB_2CD3_3XYZ/Nguyễn Thị Thắm.docx', 'an|tham'],
  ['CB-2CD3-8XYZ nguyen thi tham cd 1.pdf', 'tham', 'slip'],
  ['CB-2CD3-9XYZ nguyen thi tham cd 1.pdf', 'tham2', 'slip'],
  ['CB-2CD3-3XYZ CB-2CD3-4XYZ.pdf', 'an|hoa'],
  ['CB-ZZZZ-ZZZZ.pdf', ''],
  ['CB Trần Văn An.pdf', 'an', 'name'],
  // Numbers of the list.
  ['02_CD1.pdf', 'an', 'number'],
  ['STT 9 - bai 2.pdf', 'son1', 'number'],
  ['9. Vu Duc Son CD1.pdf', 'son1', 'name'],
  ['02_Nguyễn Thị Thắm_CD1.pdf', 'tham', 'name'],
  ['99_CD1.pdf', ''],
  ['5 chuyen de.docx', ''],
  ['5 chuyen de 1.docx', 'ha', 'number'],
  ['20181210_CD1.pdf', ''],
  // Two people, or too little to say.
  ['Trần Văn An, Nguyễn Thị Thắm.docx', 'an|tham'],
  ['Hồng Ánh CD3.pdf', '?anh'],
  ['Thắm.docx', ''],
  ['IMG_20181210_01.jpg', ''],
  ['bai thu hoach 2.doc', ''],
]

const said = (path: string): string => {
  const { enrolment, candidates } = matchFile(path, campaign, roster)
  if (enrolment !== null) return enrolment
  const ids = [...candidates].sort((a, b) => (a < b ? -1 : 1)).join('|')
  return candidates.length === 1 ? `?${ids}` : ids
}

describe('whose a collected file is', () => {
  for (const [path, who, by] of CASES)
    it(`${path.normalize('NFC')} → ${who || 'nobody knows'}`, () => {
      expect(said(path)).to.equal(who)
      if (by !== undefined) expect(matchFile(path, campaign, roster).by).to.equal(by)
    })

  it('is told by a receipt in its name, unless a name says otherwise', () => {
    expect(receiptsIn('bài viết lại TH-7K3M-9QWX-2P4R.pdf')).to.deep.equal(['TH-7K3M-9QWX-2P4R'])
    expect(receiptsIn('th7k3m9qwx2p4r/scan.pdf')).to.deep.equal(['TH-7K3M-9QWX-2P4R'])
    expect(receiptsIn('Thu hoạch.pdf')).to.deep.equal([])
    expect(matchFile('TH-7K3M-9QWX-2P4R.pdf', campaign, roster, ['an'])).to.include({
      enrolment: 'an',
      by: 'receipt',
    })
    const other = matchFile('TH-7K3M-9QWX-2P4R Nguyễn Thị Thắm.pdf', campaign, roster, ['an'])
    expect(other).to.deep.include({ enrolment: null, candidates: ['an', 'tham'] })
    expect(matchFile('TH-7K3M-9QWX-2P4R.pdf', campaign, roster, ['somebody else'])).to.include({
      enrolment: null,
    })
  })

  it('takes the topics from the name, else from the nearest folder', () => {
    const topics = (path: string) => matchFile(path, campaign, roster).topics.join()
    expect(topics('Chuyên đề 1/Trần Văn An.docx')).to.equal('CD1')
    expect(topics('Chuyên đề 1/Trần Văn An CD2.docx')).to.equal('CD2')
    expect(topics('Chuyên đề 1/Bài viết/Trần Văn An.docx')).to.equal('CD1')
    expect(topics('CB-2CD3-3XYZ.docx')).to.equal('')
    expect(topics('CB-2CD3-3XYZ CD4.docx')).to.equal('CD4')
    expect(matchFile('Chuyên đề 1/CD1-3.docx', campaign, roster)).to.deep.include({
      topics: [],
      isTopicUnclear: true,
    })
  })
})
