import { type Deadline, judgeArrival } from '../../domain/deadline.ts'
import { withShortName } from '../../domain/text-message.ts'
import { owedPhrase } from './owed.ts'
import type { ReminderData } from './reminder.ts'
import { momentIn } from './words.ts'

const MOST_MESSAGES = 2

const WORDS = {
  vi: {
    owes: (campaign: string, owed: string) => `${campaign}: đồng chí còn thiếu ${owed}.`,
    due: (at: string) => `Hạn nộp ${at}.`,
    late: (until: string) => `Đã quá hạn, bài nộp muộn được nhận đến ${until}.`,
  },
  en: {
    owes: (campaign: string, owed: string) => `${campaign}: you still owe ${owed}.`,
    due: (at: string) => `Due ${at}.`,
    late: (until: string) => `Overdue; late essays are taken until ${until}.`,
  },
} as const

/** A reminder for a phone: what is missing and until when. No way in: a text is read by whoever holds the phone. */
export const reminderText = ({
  campaign,
  enrolment,
  deadline,
  now,
}: Pick<ReminderData, 'campaign' | 'enrolment' | 'now'> & { readonly deadline: Deadline }): string => {
  const { language } = campaign.reminders
  const words = WORDS[language]
  const owed = owedPhrase(campaign, enrolment, language)
  const due =
    judgeArrival(deadline, now) === 'on-time'
      ? words.due(momentIn(deadline.dueAt, language))
      : words.late(momentIn(deadline.closesAt, language))
  return withShortName(campaign.name, MOST_MESSAGES, name => `${words.owes(name, owed)} ${due}`).normalize(
    'NFC',
  )
}
