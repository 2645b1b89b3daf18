import { expect } from 'chai'
import { checkMailText, checkMailTexts, fillMailText, withMailText } from '../../../src/domain/mail-text.ts'

const VALUES = {
  name: 'Thắm',
  unit: 'LĐLĐ',
  campaign: 'Đợt',
  topics: 'chuyên đề 2',
  dueAt: '17:00',
  closesAt: '{name}',
}

describe('the words of a campaign’s mails', () => {
  const cases: readonly (readonly [text: string, filled: string | readonly string[]])[] = [
    ['', ''],
    ['Kính gửi {name}: {topics}, {name}', 'Kính gửi Thắm: chuyên đề 2, Thắm'],
    ['{closesAt}', '{name}'],
    ['{name}, {unit}', 'Thắm, LĐLĐ'],
    ['{ten}', ['mail-field-not-known {ten}']],
    ['{Name} {name}', ['mail-field-not-known {Name}']],
    ['{ name }', ['mail-field-not-known { name }']],
    ['{}', ['mail-field-not-known {}']],
    ['{name', ['mail-field-malformed {']],
    ['name}', ['mail-field-malformed }']],
    ['{{name}}', ['mail-field-malformed {', 'mail-field-malformed }']],
    ['{__proto__} {constructor}', ['mail-field-not-known {__proto__}', 'mail-field-not-known {constructor}']],
  ]
  for (const [text, expected] of cases)
    it(`${JSON.stringify(text)} → ${JSON.stringify(expected)}`, () => {
      const problems = checkMailText(text, 'here').map(
        ({ code, details }) => `${code} ${String(details['field'] ?? details['brace'])}`,
      )
      if (typeof expected === 'string') {
        expect(problems).to.deep.equal([])
        expect(fillMailText(text, VALUES)).to.equal(expected)
      } else expect(problems).to.deep.equal(expected)
    })

  it('are checked each at its place, and put one by one; those that say nothing are gone', () => {
    const one = withMailText({}, 'invitation', 'vi', { subject: 'Mời {ten}', closing: undefined })
    expect(one).to.deep.equal({ invitation: { vi: { subject: 'Mời {ten}' } } })
    expect(checkMailTexts(one, 'body').map(({ at }) => at)).to.deep.equal(['body/invitation/vi/subject'])
    const two = withMailText(one, 'invitation', 'en', { opening: 'Dear {name}' })
    expect(withMailText(two, 'invitation', 'vi', {})).to.deep.equal({
      invitation: { en: { opening: 'Dear {name}' } },
    })
    expect(withMailText(one, 'invitation', 'vi', { subject: undefined })).to.deep.equal({})
  })
})
