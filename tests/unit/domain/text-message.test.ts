import { expect } from 'chai'
import { channelFor } from '../../../src/domain/channel.ts'
import {
  internationalNumber,
  messageSize,
  takesMessages,
  withShortName,
} from '../../../src/domain/text-message.ts'

describe('a text message', () => {
  it('has 160 places in GSM letters and 70 in others, fewer where several are joined', () => {
    const cases = [
      ['', 0, 1],
      ['a'.repeat(160), 160, 1],
      ['a'.repeat(161), 161, 2],
      ['a'.repeat(306), 306, 2],
      ['a'.repeat(307), 307, 3],
      // The extension table takes two places each.
      ['€'.repeat(80), 160, 1],
      [`${'€'.repeat(80)}a`, 161, 2],
      ['Ä'.repeat(160), 160, 1],
      ['đ'.repeat(70), 70, 1],
      ['đ'.repeat(71), 71, 2],
      [`ạ${'a'.repeat(133)}`, 134, 2],
      [`ạ${'a'.repeat(134)}`, 135, 3],
      ['😀'.repeat(35), 70, 1],
      ['😀'.repeat(36), 72, 2],
    ] as const
    for (const [text, characters, segments] of cases)
      expect(messageSize(text), text.slice(0, 3) + text.length).to.deep.equal({ characters, segments })
  })

  it('has the name cut between words until it fits, but three words stay', () => {
    const write = (name: string): string => `${name}: đồng chí còn thiếu bài.`
    const cases = [
      ['Đợt học tập', 'Đợt học tập'],
      ['Học tập Nghị quyết Đại hội XII Công đoàn Việt Nam', 'Học tập Nghị quyết Đại hội XII Công đoàn…'],
      [`${'Nghịquyết'.repeat(4)} một hai ba bốn năm`, `${'Nghịquyết'.repeat(4)} một hai…`],
      ['x'.repeat(90), 'x'.repeat(90)],
    ] as const
    for (const [name, shown] of cases) expect(withShortName(name, 1, write), name).to.equal(write(shown))
  })

  it('goes to mobile numbers', () => {
    const cases = [
      ['0912345678', true],
      ['0362345678', true],
      ['02213862345', false],
      ['0221386234', false],
      ['01234567890', false],
      [null, false],
    ] as const
    for (const [phone, isTaken] of cases) expect(takesMessages(phone), String(phone)).to.equal(isTaken)
    expect(internationalNumber('0912345678')).to.equal('+84912345678')
  })

  it('is for whom mail does not reach', () => {
    const [email, phone] = ['a@b.example', '0912345678']
    const cases = [
      [{ email, phone }, null, true, 'mail'],
      [{ email, phone }, email, true, 'message'],
      [{ email, phone }, 'truoc@b.example', true, 'mail'],
      [{ email, phone: null }, email, true, 'mail'],
      [{ email: null, phone }, null, true, 'message'],
      [{ email: null, phone: '02213862345' }, null, true, null],
      [{ email: null, phone: null }, null, true, null],
      [{ email: null, phone }, null, false, null],
      [{ email, phone }, email, false, 'mail'],
    ] as const
    for (const [person, lost, hasMessages, channel] of cases)
      expect(channelFor(person, lost, hasMessages), JSON.stringify([person, lost])).to.equal(channel)
  })
})
