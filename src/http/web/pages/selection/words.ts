import type { WhyNot } from '../../../../queries/selection-survey.ts'
import type { Words } from '../../words.ts'

const vi = {
  back: 'Danh sách',
  selected: (n: string) => `Đồng chí đã chọn ${n} người.`,
  /** After "Không gồm 3 người". */
  why: {
    exempt: 'đã được miễn viết',
    complete: 'đã nộp đủ bài',
    submitted: 'đã nộp đủ bài',
    later: 'đã có hạn bằng hoặc muộn hơn hạn mới',
    closed: 'đã quá thời điểm đóng, không nộp được nữa',
    gone: 'không còn trong phạm vi của đồng chí',
  } satisfies Record<WhyNot, string>,
  left: (n: string, why: string) => `Không gồm ${n} người ${why}`,
  andOthers: (names: string, n: string) => `${names} và ${n} người khác`,
  letter: 'Nội dung thư',
  letterNote:
    'Đây là thư gửi người đầu tiên; mỗi người nhận thư nêu đúng chuyên đề mình còn thiếu và hạn của mình.',
  subject: (text: string) => `Tiêu đề: ${text}`,
  reason: 'Lý do',
  reasonHint: 'Ghi vào nhật ký và hiện trên trang của từng người.',
  reasonNeeded: 'đồng chí hãy ghi lý do',
  nobody: 'Không có ai trong số đã chọn cần việc này.',
  remind: {
    title: 'Nhắc nộp bài',
    will: (n: string) => `${n} người sẽ được nhắc.`,
    texted: (n: string) => `Trong đó ${n} người nhận tin nhắn, vì thư không đến được.`,
    without: (n: string) => `${n} người còn thiếu bài nhưng không có địa chỉ thư, cần gọi điện.`,
    callList: 'Danh sách gọi điện',
    justNow: (n: string) => `Không gồm ${n} người vừa được nhắc trong một phút qua`,
    button: (n: string) => `Nhắc ${n} người`,
    done: (n: string) => `Đang gửi thư nhắc tới ${n} người.`,
  },
  extend: {
    title: 'Gia hạn',
    will: (n: string) => `${n} người được gia hạn.`,
    dueNow: (n: string, moment: string) => `${n} người có hạn hiện nay là ${moment}.`,
    dueAt: 'Hạn nộp mới',
    dueAtHint: (time: string) => `Hạn mới là ${time} của ngày đó. Ai đã có hạn muộn hơn thì giữ nguyên.`,
    dateNeeded: 'đồng chí hãy chọn một ngày',
    button: (n: string) => `Gia hạn ${n} người`,
    done: (n: string, moment: string) => `Đã gia hạn ${n} người đến ${moment}.`,
    undone: (n: string) =>
      `Đã hoàn tác: ${n} người trở lại hạn cũ. Bài đã nhận trong lúc đó giữ nguyên kết quả.`,
  },
  exempt: {
    title: 'Miễn viết',
    will: (n: string) => `${n} người được miễn viết và không còn phải nộp bài.`,
    withEssays: (n: string) =>
      `Trong đó ${n} người đã nộp bài: bài được giữ lại nhưng không tính vào kết quả.`,
    button: (n: string) => `Miễn viết ${n} người`,
    done: (n: string) => `Đã miễn viết ${n} người.`,
    undone: (n: string) => `Đã hoàn tác: ${n} người lại phải nộp bài như trước.`,
  },
  export: {
    title: 'Xuất danh sách',
    lead: (n: string) =>
      `Danh sách ${n} người đã chọn, mỗi người một dòng, gồm từng chuyên đề và cách liên hệ.`,
    xlsx: (n: string) => `Tải Excel ${n} người`,
    csv: (n: string) => `Tải CSV ${n} người`,
  },
  changedNobody: 'Không có ai được thay đổi.',
  undo: 'Hoàn tác',
  unfinished: (done: string, of: string) => `Việc bị ngắt khi mới xong ${done} trong ${of} người.`,
  goOn: 'Làm tiếp',
}

const persons = (n: string): string => (n === '1' ? '1 person' : `${n} people`)

const en: Words<typeof vi> = {
  back: 'The list',
  selected: n => `You have selected ${persons(n)}.`,
  why: {
    exempt: 'exempt already',
    complete: 'with everything submitted',
    submitted: 'with everything submitted',
    later: 'with that date or a later one already',
    closed: 'past the closing, when nothing can be handed in',
    gone: 'no longer in your units',
  },
  left: (n, why) => `${persons(n)} left out, ${why}`,
  andOthers: (names, n) => `${names} and ${n} more`,
  letter: 'The mail',
  letterNote:
    'This goes to the first of them; each mail names the topics that its reader owes, and their own due date.',
  subject: text => `Subject: ${text}`,
  reason: 'Reason',
  reasonHint: 'Kept in the log and shown on the page of each of them.',
  reasonNeeded: 'please say why',
  nobody: 'Nobody of those selected needs this.',
  remind: {
    title: 'Remind',
    will: n => `${persons(n)} will get a reminder.`,
    texted: n => `${persons(n)} of them by a text message, since mail does not reach them.`,
    without: n => `${persons(n)} owing an essay but without a mail address, to be called.`,
    callList: 'Call list',
    justNow: n => `${persons(n)} left out, reminded within the last minute`,
    button: n => `Remind ${persons(n)}`,
    done: n => `Reminders to ${persons(n)} are on their way.`,
  },
  extend: {
    title: 'Extend',
    will: n => `${persons(n)} will get more time.`,
    dueNow: (n, moment) => `${persons(n)} with the due date ${moment} now.`,
    dueAt: 'New due date',
    dueAtHint: time => `It will be ${time} of that day. Whoever has a later date keeps it.`,
    dateNeeded: 'please choose a day',
    button: n => `Extend for ${persons(n)}`,
    done: (n, moment) => `Extended for ${persons(n)} until ${moment}.`,
    undone: n => `Undone: ${persons(n)} back to the old date. Essays that came meanwhile keep their verdict.`,
  },
  exempt: {
    title: 'Exempt',
    will: n => `${persons(n)} will be freed from writing.`,
    withEssays: n => `${persons(n)} among them with essays, which are kept but count no more.`,
    button: n => `Exempt ${persons(n)}`,
    done: n => `Exempted: ${persons(n)}.`,
    undone: n => `Undone: ${persons(n)} to write as before.`,
  },
  export: {
    title: 'Export',
    lead: n => `A list of ${persons(n)}, a row each, with every topic and how to reach them.`,
    xlsx: n => `Download Excel of ${persons(n)}`,
    csv: n => `Download CSV of ${persons(n)}`,
  },
  changedNobody: 'Nobody was changed.',
  undo: 'Undo',
  unfinished: (done, of) => `Interrupted when ${done} of ${persons(of)} were done.`,
  goOn: 'Go on',
}

export const WORDS = { vi, en }
export type SelectionWords = Words<typeof vi>
