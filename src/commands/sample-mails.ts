import type { Campaign } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { EssayHead } from '../domain/essay.ts'
import type { MailKind } from '../domain/mail-kind.ts'
import { DAY, hanoiHourOn } from '../domain/time.ts'
import { extensionAnswerLetter } from '../mail/messages/extension-answer.ts'
import { receiptLetter } from '../mail/messages/receipt.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import { returnedLetter } from '../mail/messages/returned.ts'
import type { Ports } from '../ports/index.ts'

export type SampleLetter = ReturnType<typeof reminderLetter>
export type SampleKind = Exclude<MailKind, 'digest' | 'national-digest' | 'scheduled-report'>

/** Every kind of mail to cadres, as somebody made up would read it in this campaign, at the time it usually goes out. */
export const sampleMails = (
  campaign: Campaign,
  { usualTexts, publicUrl }: Pick<Ports, 'usualTexts' | 'publicUrl'>,
): Readonly<Record<SampleKind, SampleLetter>> => {
  const [first = { code: 'CD1', title: '' }] = campaign.topics
  const { dueAt, closesAt, opensAt } = campaign
  const { hour } = campaign.reminders
  const receivedAt = new Date(opensAt.getTime() + DAY)
  const head: EssayHead = { state: 'submitted', version: 1, submittedAt: receivedAt, late: false }
  const person = {
    name: 'Nguyễn Thị Thắm',
    birth: null,
    gender: null,
    staffCode: null,
    email: null,
    phone: null,
  }
  const withHeads = (heads: Readonly<Record<string, EssayHead>>) => ({
    person,
    heads,
    tally: tallyOf(campaign, heads, false),
  })
  const [nothing, one] = [withHeads({}), withHeads({ [first.code]: head })]
  const deadline = deadlineFor(campaign, [])
  const known = { campaign, enrolment: one, deadline, publicUrl }
  const reminder = (kind: Parameters<typeof reminderLetter>[0]['kind'], now: Date) =>
    reminderLetter({
      ...{ ...known, usual: usualTexts, unit: 'LĐLĐ tỉnh Hưng Yên' },
      enrolment: kind === 'invitation' ? nothing : one,
      kind,
      now,
      signIn: { link: `${publicUrl}/dang-nhap/…`, days: 7 },
    })
  const version = {
    topic: first.code,
    number: 1,
    receipt: 'TH-7K3M-9QWX-2P4R',
    file: { id: '', name: 'bài thu hoạch.docx', type: 'docx' as const, size: 20_480, sha256: 'ab12…' },
    paper: null,
    receivedAt,
    late: false,
    lateBy: 0,
    onBehalf: false,
  }
  const later = new Date(dueAt.getTime() + 5 * DAY)
  return {
    invitation: reminder('invitation', hanoiHourOn(opensAt, 0, hour)),
    'before-due': reminder('before-due', hanoiHourOn(dueAt, -3, hour)),
    'due-day': reminder('due-day', hanoiHourOn(dueAt, 0, hour)),
    'after-due': reminder('after-due', hanoiHourOn(dueAt, 1, hour)),
    'last-call': reminder('last-call', hanoiHourOn(closesAt, -1, hour)),
    reminder: reminder('reminder', hanoiHourOn(dueAt, -2, hour)),
    receipt: receiptLetter({ ...known, versions: [version], now: receivedAt }),
    returned: returnedLetter({
      ...known,
      version,
      review: { note: 'Phần liên hệ bản thân còn sơ sài.' },
      now: receivedAt,
    }),
    'extension-answer': extensionAnswerLetter({
      ...known,
      request: { dueAt: later },
      answer: { verdict: 'approved', note: 'Chúc đồng chí công tác tốt.', dueAt: later },
      now: receivedAt,
    }),
  }
}
