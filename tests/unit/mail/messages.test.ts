import { expect } from 'chai'
import { sampleMails } from '../../../src/commands/sample-mails.ts'
import { USUAL_REMINDERS, USUAL_REPORTS } from '../../../src/domain/campaign.ts'
import { tallyOf } from '../../../src/domain/completion.ts'
import type { EssayHead } from '../../../src/domain/essay.ts'
import { receiptLetter } from '../../../src/mail/messages/receipt.ts'
import { reminderLetter } from '../../../src/mail/messages/reminder.ts'
import { signInLinkLetter } from '../../../src/mail/messages/sign-in-link.ts'
import { readTemplates } from '../../../src/mail/templates.ts'

const usualTexts = await readTemplates()

const campaign = {
  name: 'Học tập Nghị quyết Đại hội XII',
  topics: ['Tư duy mới', 'Đổi mới <đại diện>', 'Tổ chức', 'Tài chính', 'Phương thức'].map((title, i) => ({
    code: `CD${i + 1}`,
    title,
  })),
  requiredTopics: 'all' as 'all' | number,
  reminders: { lastCallDays: 1, texts: {}, language: 'vi' as 'vi' | 'en' },
}
const deadline = {
  opensAt: new Date('2018-12-06T01:00:00Z'),
  dueAt: new Date('2018-12-14T10:00:00Z'),
  closesAt: new Date('2018-12-31T10:00:00Z'),
  graceSeconds: 300,
}
const now = new Date('2018-12-07T02:00:00Z')
const head: EssayHead = { state: 'submitted', version: 1, submittedAt: now, late: false }

const enrolmentWith = (received: string[], requiredTopics = campaign.requiredTopics) => {
  const heads = Object.fromEntries(received.map(code => [code, head]))
  return {
    person: {
      name: 'Nguyễn Thị “Thắm” & Co',
      birth: null,
      gender: null,
      staffCode: null,
      email: null,
      phone: null,
    },
    heads,
    tally: tallyOf({ ...campaign, requiredTopics }, heads, false),
  }
}

const remind = (received: string[], more: object = {}, requiredTopics = campaign.requiredTopics) =>
  reminderLetter({
    campaign: { ...campaign, requiredTopics },
    usual: usualTexts,
    unit: 'LĐLĐ tỉnh Hưng Yên',
    enrolment: enrolmentWith(received, requiredTopics),
    deadline,
    now,
    publicUrl: 'https://thu-hoach.example',
    kind: 'reminder',
    signIn: null,
    ...more,
  })

describe('a reminder in the campaign’s own words', () => {
  const own = {
    subject: 'Đợt {campaign}: còn {topics}',
    opening: 'Thân gửi {name}, {unit} <b>.\n\nHạn của đồng chí là {dueAt}.',
    closing: 'Ban Tổ chức, {closesAt}.',
  }
  const withTexts = (texts: object, language: 'vi' | 'en' = 'vi') =>
    remind(['CD1', 'CD3', 'CD4'], {
      campaign: { ...campaign, reminders: { ...campaign.reminders, texts, language } },
      kind: 'before-due',
      signIn: { link: 'https://thu-hoach.example/dang-nhap/x', days: 7 },
    })

  it('keeps what it is there for: the missing topics, the due date, the way in', () => {
    const { subject, text, html } = withTexts({ 'before-due': { vi: own } })
    expect(subject).to.equal('Đợt Học tập Nghị quyết Đại hội XII: còn chuyên đề 2 và 5')
    const parts = text.split('\n\n')
    expect(parts[1]).to.equal('Thân gửi Nguyễn Thị “Thắm” & Co, LĐLĐ tỉnh Hưng Yên <b>.')
    expect(parts[2]).to.equal('Hạn của đồng chí là 17:00 ngày 14/12/2018.')
    expect(parts[3]).to.equal('Đồng chí còn thiếu chuyên đề 2 và 5. Hạn nộp: 17:00 ngày 14/12/2018.')
    expect(text).to.include('- Chuyên đề 2: Đổi mới <đại diện>').and.include('/dang-nhap/x')
    expect(text).to.match(/Ban Tổ chức, \S+ ngày \S+\.\n\n--/)
    expect(text).not.to.include('xin bỏ qua thư này')
    expect(html).to.include('&lt;b&gt;').and.include('&amp; Co').and.not.include('<b>')
  })

  it('has the usual words where the campaign says nothing: for a part, another kind, another language', () => {
    const usual = withTexts({})
    const { subject, text } = withTexts({ 'before-due': { vi: { closing: 'Hết.' } } })
    expect(subject).to.equal(usual.subject)
    expect(text).to.include('Về bài thu hoạch của đợt').and.include('Hết.')
    expect(withTexts({ 'due-day': { vi: own }, 'before-due': { en: own } })).to.deep.equal(usual)
    expect(withTexts({ 'before-due': { vi: own } }, 'en')).to.deep.equal(withTexts({}, 'en'))
  })
})

describe('the reminder', () => {
  it('says what is missing and until when, and nothing else', () => {
    expect(remind(['CD1', 'CD3', 'CD4'])).to.deep.include({
      subject: 'Nhắc nộp bài thu hoạch: còn thiếu chuyên đề 2 và 5',
      text: `Kính gửi đồng chí Nguyễn Thị “Thắm” & Co,

Về bài thu hoạch của đợt “Học tập Nghị quyết Đại hội XII”:

Đồng chí còn thiếu chuyên đề 2 và 5. Hạn nộp: 17:00 ngày 14/12/2018.

- Chuyên đề 2: Đổi mới <đại diện>
- Chuyên đề 5: Phương thức

Nộp bài thu hoạch: https://thu-hoach.example

Nếu đồng chí vừa nộp bài, xin bỏ qua thư này.

--
Thư do hệ thống Thu Hoạch gửi tự động, đồng chí không cần trả lời.
`,
    })
  })

  it('is the same in HTML, with every name and title escaped', () => {
    const { html } = remind(['CD1', 'CD3', 'CD4'])
    expect(html).to.include('<p>Kính gửi đồng chí Nguyễn Thị “Thắm” &amp; Co,</p>')
    expect(html).to.include('<li>Chuyên đề 2: Đổi mới &lt;đại diện&gt;</li>')
    expect(html).to.match(/<a href="https:\/\/thu-hoach.example" style="[^"]+">Nộp bài thu hoạch<\/a>/)
    expect(html).not.to.include('<đại')
  })

  const lines: [string, string[], object, 'all' | number, string][] = [
    [
      'one topic',
      ['CD1', 'CD2', 'CD3', 'CD4'],
      {},
      'all',
      'Đồng chí còn thiếu chuyên đề 5. Hạn nộp: 17:00 ngày 14/12/2018.',
    ],
    [
      'all topics',
      [],
      {},
      'all',
      'Đồng chí còn thiếu chuyên đề 1, 2, 3, 4 và 5. Hạn nộp: 17:00 ngày 14/12/2018.',
    ],
    [
      'any n of them',
      ['CD1'],
      {},
      3,
      'Đồng chí còn thiếu 2 bài trong các chuyên đề 2, 3, 4 và 5. Hạn nộp: 17:00 ngày 14/12/2018.',
    ],
    [
      'his own due date',
      ['CD1', 'CD2', 'CD3', 'CD4'],
      { deadline: { ...deadline, dueAt: new Date('2018-12-20T10:00:00Z') } },
      'all',
      'Đồng chí còn thiếu chuyên đề 5. Hạn nộp: 17:00 ngày 20/12/2018.',
    ],
    [
      'after the due date',
      ['CD1', 'CD2', 'CD3', 'CD4'],
      { now: new Date('2018-12-15T02:00:00Z') },
      'all',
      'Đồng chí còn thiếu chuyên đề 5. Hạn nộp đã qua: 17:00 ngày 14/12/2018. Bài nộp muộn được nhận đến 17:00 ngày 31/12/2018.',
    ],
  ]
  for (const [name, received, more, required, line] of lines)
    it(`words it for ${name}`, () => {
      expect(remind(received, more, required).text).to.include(`\n${line}\n`)
    })
})

describe('mails of a campaign', () => {
  const whole = {
    code: 'dot',
    name: campaign.name,
    topics: campaign.topics,
    requiredTopics: 'all',
    ...deadline,
    fileRules: { maxBytes: 1, types: ['pdf'] },
    reminders: USUAL_REMINDERS,
    reports: USUAL_REPORTS,
    questions: ['Nội dung'],
  } as const
  const inLanguage = (language: 'vi' | 'en') =>
    sampleMails(
      { ...whole, reminders: { ...USUAL_REMINDERS, language } },
      { usualTexts, publicUrl: 'https://thu-hoach.example' },
    )

  it('say what is most urgent in their subjects', () => {
    const subjects = Object.entries(inLanguage('vi')).map(([kind, { subject }]) => `${kind}: ${subject}`)
    expect(subjects).to.deep.equal([
      'invitation: Mời viết bài thu hoạch: Học tập Nghị quyết Đại hội XII',
      'before-due: Nhắc nộp bài thu hoạch: còn thiếu chuyên đề 2, 3, 4 và 5',
      'due-day: Hôm nay hết hạn nộp bài thu hoạch: còn thiếu chuyên đề 2, 3, 4 và 5',
      'after-due: Quá hạn nộp bài thu hoạch: còn thiếu chuyên đề 2, 3, 4 và 5',
      'last-call: Sắp đóng đợt nộp bài thu hoạch: còn thiếu chuyên đề 2, 3, 4 và 5',
      'reminder: Nhắc nộp bài thu hoạch: còn thiếu chuyên đề 2, 3, 4 và 5',
      'receipt: Đã nhận bài thu hoạch chuyên đề 1',
      'returned: Bài thu hoạch chuyên đề 1 được trả lại để viết lại',
      'extension-answer: Được gia hạn nộp bài thu hoạch đến 17:00 ngày 19/12/2018',
    ])
  })

  const button = /<a href="[^"]+" style="[^"]*padding:12px 20px[^"]*">/g

  it('have one button each, for what is to be done', () => {
    for (const [kind, { html }] of Object.entries(inLanguage('vi')))
      expect(html.match(button), kind).to.have.length(1)
    const { html } = signInLinkLetter({ name: 'Thắm', link: 'https://thu-hoach.example/x', minutes: 15 })
    expect(html.match(button)).to.have.length(1)
  })

  it('leave a receipt on one line', () => {
    const { receipt } = inLanguage('vi')
    expect(receipt.html).to.include('<span style="white-space:nowrap">TH-7K3M-9QWX-2P4R</span>')
    expect(receipt.text).to.include('mã xác nhận: TH-7K3M-9QWX-2P4R')
  })

  it('say the same in text and in HTML, in NFC, and in one language', () => {
    const words = { vi: /Kính gửi đồng chí/, en: /^Dear / } as const
    for (const language of ['vi', 'en'] as const)
      for (const [kind, { subject, text, html }] of Object.entries(inLanguage(language))) {
        const name = `${kind} in ${language}`
        expect(text, name).to.match(words[language])
        expect(html, name).to.include(`<html lang="${language}">`)
        expect(`${subject}${text}${html}`.normalize('NFC'), name).to.equal(`${subject}${text}${html}`)
        expect(`${subject}${text}`, name).not.to.match(/undefined|null|NaN|\[object/)
        if (language === 'en') expect(text, name).not.to.match(/Kính gửi|Hạn nộp|chuyên đề \d/)
        const shown = html
          .replace(/<head>.*<\/head>/s, '')
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
        for (const line of text
          .split('\n')
          .filter(each => /^[\p{L}“]/u.test(each) && !each.includes('https:')))
          expect(shown, name).to.include(line)
      }
  })

  it('bring his own way in, and say how long it opens', () => {
    const { invitation, receipt } = inLanguage('vi')
    expect(invitation.text).to.include('Nộp bài thu hoạch: https://thu-hoach.example/dang-nhap/…')
    expect(invitation.text).to.include('dùng được một lần, trong 7 ngày')
    expect(receipt.text).not.to.include('dang-nhap')
  })
})

const version = (topic: string, more: object = {}) => ({
  topic,
  number: 1,
  receipt: `TH-${topic}`,
  file: { id: 'f1', name: 'bài 1 & 3.docx', type: 'docx' as const, size: 10, sha256: 'ab12' },
  paper: null,
  receivedAt: now,
  late: false,
  lateBy: 0,
  onBehalf: false,
  ...more,
})
const received = (more: object, topics: string[], given: string[]) => {
  const [first = '', ...others] = given
  return receiptLetter({
    campaign,
    enrolment: enrolmentWith(topics),
    deadline,
    now,
    publicUrl: 'https://thu-hoach.example',
    versions: [version(first, more), ...others.map(topic => version(topic, more))],
  })
}

describe('the receipt', () => {
  it('says of a paper that it is one, where it is kept, and nothing of a file', () => {
    const paper = { id: 'p1', note: 'Lưu tại văn phòng', recordedAt: now }
    const { text } = received({ file: null, paper, onBehalf: true }, ['CD1'], ['CD1'])
    expect(text)
      .to.include('Đơn vị đã nhận bản giấy bài thu hoạch chuyên đề 1 của đồng chí')
      .and.include('Bản giấy, do đơn vị giữ. Ghi chú: Lưu tại văn phòng')
    expect(text).to.not.match(/Tệp|SHA|nộp thay/)
  })

  it('lists the topics of one hand-in with their codes, and what is still missing', () => {
    expect(received({}, ['CD1', 'CD3'], ['CD1', 'CD3'])).to.deep.include({
      subject: 'Đã nhận bài thu hoạch chuyên đề 1 và 3',
      text: `Kính gửi đồng chí Nguyễn Thị “Thắm” & Co,

Hệ thống đã nhận bài thu hoạch chuyên đề 1 và 3 của đồng chí trong đợt “Học tập Nghị quyết Đại hội XII” lúc 09:00 ngày 07/12/2018, đúng hạn.

- Chuyên đề 1: Tư duy mới. Bản nộp lần 1, mã xác nhận: TH-CD1
- Chuyên đề 3: Tổ chức. Bản nộp lần 1, mã xác nhận: TH-CD3

Tệp: bài 1 & 3.docx. Dấu vân tay của tệp (SHA-256): ab12

Đồng chí hãy giữ thư này: mã xác nhận chứng tỏ bài đã nộp.

Đồng chí còn thiếu chuyên đề 2, 4 và 5. Hạn nộp: 17:00 ngày 14/12/2018.

Xem bài đã nộp: https://thu-hoach.example

--
Thư do hệ thống Thu Hoạch gửi tự động, đồng chí không cần trả lời.
`,
    })
  })

  it('says how late it was, who handed it in, and when nothing is missing', () => {
    const all = campaign.topics.map(topic => topic.code)
    const { text } = received({ late: true, lateBy: 51 * 3_600_000, onBehalf: true }, all, ['CD5'])
    expect(text).to.include(', nộp muộn 2 ngày 3 giờ. Bài do đơn vị nộp thay đồng chí.\n')
    expect(text).to.include('\nĐồng chí đã nộp đủ bài thu hoạch.\n')
  })
})
