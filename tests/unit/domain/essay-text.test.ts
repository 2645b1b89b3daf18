import { expect } from 'chai'
import { readingOf, unreadable } from '../../../src/domain/essay-text.ts'

const words = (n: number): string => Array.from({ length: n }, (_, i) => `chữ${i}`).join(' ')

describe('what is kept of a file that was read', () => {
  it('is NFC, with single spaces, without what nobody sees, its line breaks kept', () => {
    const { paragraphs } = readingOf('docx', [
      '  Bài\u00A0 thu\u200B  hoạch \n của tôi\u0007'.normalize('NFD'),
      ' \t ',
    ])
    expect(paragraphs).to.deep.equal(['Bài thu hoạch\ncủa tôi'])
  })

  const table: [type: 'pdf' | 'docx' | 'jpg' | 'txt', count: number, state: string][] = [
    ['pdf', 0, 'without-text'],
    // A scanner's program stamps its name on each picture.
    ['pdf', 19, 'without-text'],
    ['pdf', 20, 'read'],
    ['docx', 0, 'without-text'],
    ['docx', 1, 'read'],
    ['txt', 1, 'read'],
    ['jpg', 0, 'without-text'],
  ]
  for (const [type, count, state] of table)
    it(`${count} words in ${type}: ${state}`, () => {
      const reading = readingOf(type, count === 0 ? [] : [words(count)])
      expect(reading.state).to.equal(state)
      expect(reading.words).to.equal(count)
    })

  it('is turned into Unicode, and says from what', () => {
    const reading = readingOf('doc', ['C«ng ®oµn ViÖt Nam', '®æi míi tæ chøc vµ ho¹t ®éng'])
    expect(reading.legacyFont).to.equal('tcvn3')
    expect(reading.paragraphs).to.deep.equal(['Công đoàn Việt Nam', 'đổi mới tổ chức và hoạt động'])
  })

  it('is nothing but the reason where nothing could be read', () => {
    expect(unreadable('locked')).to.deep.include({ state: 'unreadable', reason: 'locked', words: 0 })
  })
})
