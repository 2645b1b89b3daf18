import { expect } from 'chai'
import { countWords, essayText, isBlank, partsToWrite } from '../../../src/domain/draft.ts'

const part = (heading: string, text: string) => ({ heading, text })

describe('a draft', () => {
  const questions = ['Nhận thức', 'Liên hệ']

  it('asks for what the campaign asks for, in its order', () => {
    expect(partsToWrite({ questions }, [part('Liên hệ', 'đơn vị tôi')])).to.deep.equal([
      part('Nhận thức', ''),
      part('Liên hệ', 'đơn vị tôi'),
    ])
  })

  it('loses nothing when the campaign asks otherwise than before', () => {
    const written = [part('Kế hoạch', 'mỗi tháng một buổi'), part('Bỏ trống', ' \n')]
    expect(partsToWrite({ questions }, written)).to.deep.equal([
      part('Nhận thức', ''),
      part('Liên hệ', ''),
      part('Kế hoạch', 'mỗi tháng một buổi'),
    ])
  })

  it('becomes one text, each part below its heading, without those left empty', () => {
    expect(
      essayText([part('Nhận thức', '\nMột.\n\nHai. '), part('Liên hệ', ' '), part('Kế hoạch', 'Ba.')]),
    ).to.equal('Nhận thức\n\nMột.\n\nHai.\n\nKế hoạch\n\nBa.\n')
    expect(essayText([part('Nhận thức', ' ')])).to.equal('')
  })

  it('is blank when nothing but space is in it', () => {
    expect(isBlank([part('a', ' \n'), part('b', '')])).to.equal(true)
    expect(isBlank([part('a', ''), part('b', '.')])).to.equal(false)
  })

  const counted: [text: string, words: number][] = [
    ['', 0],
    [' … – ! ', 0],
    ['Công đoàn Việt Nam', 4],
    ['Công đoàn Việt Nam'.normalize('NFD'), 4],
    ['đoàn viên, người lao động;\nnăm 2018–2023.', 8],
  ]
  for (const [text, words] of counted)
    it(`counts ${words} in ${JSON.stringify(text)}`, () => {
      expect(countWords(text)).to.equal(words)
    })
})
