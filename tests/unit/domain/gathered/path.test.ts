import { expect } from 'chai'
import { gatheredPath, numberedPath } from '../../../../src/domain/gathered/path.ts'

const CASES: readonly (readonly [string, string | null])[] = [
  ['Bài.docx', 'Bài.docx'],
  ['Bài.docx'.normalize('NFD'), 'Bài.docx'],
  ['Văn Lâm/An/CD1.pdf', 'Văn Lâm/An/CD1.pdf'],
  ['../../etc/passwd.pdf', 'etc/passwd.pdf'],
  ['/tuyệt đối/CD1.pdf', 'tuyệt đối/CD1.pdf'],
  ['C:\\bài\\CD1.pdf', 'C:/bài/CD1.pdf'],
  ['a/./b//CD1.pdf', 'a/b/CD1.pdf'],
  ['a\u202Efdp.exe', 'afdp.exe'],
  ['An/', null],
  ['', null],
  ['..', null],
  ['__MACOSX/._CD1.pdf', null],
  ['An/.DS_Store', null],
  ['An/~$CD1.docx', null],
  ['An/Thumbs.db', null],
]

describe('the path of a collected file', () => {
  for (const [given, path] of CASES)
    it(`${JSON.stringify(given)} → ${path}`, () => {
      expect(gatheredPath(given)).to.equal(path)
    })

  it('is a label of bounded length', () => {
    expect(gatheredPath(`${'a'.repeat(1000)}/b.pdf`)).to.have.length(400)
  })

  it('gets a number where it is taken', () => {
    expect(numberedPath('An/CD1.pdf', 2)).to.equal('An/CD1 (2).pdf')
    expect(numberedPath('An/CD1', 3)).to.equal('An/CD1 (3)')
  })
})
