import { expect } from 'chai'
import { readMail } from '../../../src/mail/caught.ts'

const at = new Date('2018-12-07T02:00:00Z')
const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'))

describe('a caught mail', () => {
  it('is read as it was written: encoded subject, quoted text, the plain part of two', () => {
    expect(
      readMail(
        mail(
          'To: Tham <tham@test.example>',
          'Subject: =?UTF-8?Q?Li=C3=AAn_k=E1=BA=BFt_?=',
          ' =?UTF-8?B?xJHEg25nIG5o4bqtcA==?=',
          'Content-Type: multipart/alternative; boundary="--b"',
          '',
          '----b',
          'Content-Type: text/html; charset=utf-8',
          '',
          '<p>x</p>',
          '----b',
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: quoted-printable',
          '',
          'K=C3=ADnh g=E1=BB=ADi =',
          '=C4=91=E1=BB=93ng ch=C3=AD,',
          '',
          'http://here/dang-nhap/a=3Db',
          '----b--',
        ),
        at,
      ),
    ).to.deep.equal({
      at,
      to: 'Tham <tham@test.example>',
      subject: 'Liên kết đăng nhập',
      text: 'Kính gửi đồng chí,\n\nhttp://here/dang-nhap/a=b',
    })
  })

  it('is also read in base64, and as it stands', () => {
    const text = Buffer.from('Kính gửi đồng chí').toString('base64')
    const base64 = mail('To: a@b.c', 'Content-Transfer-Encoding: base64', '', text)
    expect(readMail(base64, at).text).to.equal('Kính gửi đồng chí')
    expect(readMail(mail('To: a@b.c', '', 'Kính gửi'), at).text).to.equal('Kính gửi')
  })
})
