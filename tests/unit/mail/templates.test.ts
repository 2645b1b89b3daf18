import { expect } from 'chai'
import { REMINDER_KINDS } from '../../../src/domain/mail-kind.ts'
import { parseTemplate, readTemplates } from '../../../src/mail/templates.ts'

describe('the usual words of mails', () => {
  it('are a file for each kind and language, every one of which can be filled in', async () => {
    const texts = await readTemplates()
    expect(Object.keys(texts)).to.deep.equal([...REMINDER_KINDS])
    for (const kind of REMINDER_KINDS)
      for (const text of Object.values(texts[kind])) {
        expect(text.subject, kind).to.match(/^\S.*\S$/)
        expect(text.opening, kind).to.match(/^\S[\s\S]*\S$/)
      }
    expect(texts['due-day'].en.subject).to.equal('Due today: {topics} still missing')
    expect(texts.invitation.vi.closing).to.equal('')
  })

  it('are the subject, what opens the mail and what closes it', () => {
    expect(parseTemplate('Nhắc {name}\n\nMột.\n\nHai.\n---\nBa.\n', 'x')).to.deep.equal({
      subject: 'Nhắc {name}',
      opening: 'Một.\n\nHai.',
      closing: 'Ba.',
    })
  })

  const wrong: readonly (readonly [file: string, says: string])[] = [
    ['Nhắc {ten}\n\nMột.\n---\n', 'x.vi.txt: {ten} cannot be put in'],
    ['Nhắc\n\n{name\n---\n', 'x.vi.txt: { cannot be put in'],
    ['Nhắc\n\nMột.\n', 'x.vi.txt: a subject'],
    ['\n\nMột.\n---\n', 'x.vi.txt: a subject'],
    ['Nhắc\nMột.\n---\n', 'x.vi.txt: a subject'],
  ]
  for (const [file, says] of wrong)
    it(`forbid a start: ${JSON.stringify(file)}`, () => {
      expect(() => parseTemplate(file, 'x.vi.txt')).to.throw(says)
    })
})
