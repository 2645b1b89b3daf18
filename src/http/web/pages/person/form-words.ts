import type { Words } from '../../words.ts'

const vi = {
  leave: 'Để sau',
  reason: 'Lý do',
  reasonHint: 'Được ghi vào nhật ký; một hai câu là đủ.',
  reasonNeeded: 'đồng chí hãy ghi lý do',

  paperTitle: (name: string) => `Ghi nhận bản giấy của ${name}`,
  paperLead:
    'Dùng khi đồng chí đã nhận bài viết trên giấy và không có tệp. Bài được tính như mọi bài khác và luôn ghi rõ là bản giấy. Thời hạn xét theo lúc nhận dưới đây, không theo lúc ghi nhận; ai ghi, lúc nào đều có trong nhật ký.',
  paperTopics: 'Bài viết về chuyên đề nào?',
  paperTopic: (n: number) => `Chuyên đề ${n}`,
  receivedAt: 'Nhận bản giấy lúc',
  receivedAtHint: 'Ngày và giờ thực nhận.',
  receivedAtNeeded: 'đồng chí hãy ghi ngày và giờ nhận',
  note: 'Ghi chú (không bắt buộc)',
  noteHint: 'Ví dụ: nơi lưu bản giấy, ai mang đến. Cán bộ cũng đọc được.',
  paperSubmit: 'Ghi nhận bản giấy',
  paperDone: (codes: string) => `Đã ghi nhận bản giấy. Mã xác nhận: ${codes}.`,

  extendTitle: (name: string) => `Gia hạn cho ${name}`,
  dueNow: (moment: string) => `Hạn hiện nay: ${moment}.`,
  dueAt: 'Hạn nộp mới',
  dateNeeded: 'đồng chí hãy chọn một ngày',
  extendSubmit: 'Gia hạn',
  extendDone: (moment: string) => `Đã gia hạn đến ${moment}.`,

  exemptTitle: (name: string) => `Miễn viết cho ${name}`,
  exemptLead:
    'Đồng chí này không còn phải viết và không được nhắc nữa. Bài đã nộp vẫn được lưu nhưng không tính. Có thể thôi miễn bất cứ lúc nào.',
  exemptSubmit: 'Miễn viết',
  exemptDone: 'Đã miễn viết.',
  includeTitle: (name: string) => `Thôi miễn viết cho ${name}`,
  includeLead: (reason: string) =>
    `Lý do miễn: ${reason}. Thôi miễn thì đồng chí này lại phải viết đủ bài; những bài đã nộp được tính lại.`,
  includeSubmit: 'Thôi miễn viết',
  includeDone: 'Đã thôi miễn viết.',

  moveTitle: (name: string) => `Chuyển đơn vị cho ${name}`,
  moveLead:
    'Bài đã nộp đi theo người. Số liệu của cả hai đơn vị được tính lại; báo cáo tính đến ngày trước khi chuyển vẫn giữ đơn vị cũ.',
  moveTo: 'Đơn vị mới',
  moveToHint: 'Các đơn vị trong phạm vi đồng chí phụ trách.',
  moveChoose: 'Chọn đơn vị',
  moveNeeded: 'đồng chí hãy chọn đơn vị mới',
  moveSubmit: 'Chuyển đơn vị',
  moveDone: (unit: string) => `Đã chuyển đến ${unit}.`,

  contactTitle: (name: string) => `Sửa liên hệ của ${name}`,
  contactLead: 'Thư nhắc, giấy xác nhận và liên kết đăng nhập gửi đến địa chỉ này. Để trống nếu không có.',
  email: 'Thư điện tử',
  emailHint: 'Của riêng người này: địa chỉ dùng chung cho cả cơ quan không đăng nhập được.',
  phone: 'Điện thoại',
  phoneHint: 'Để gọi nhắc khi không có thư điện tử.',
  contactSubmit: 'Lưu liên hệ',
  contactDone: 'Đã lưu liên hệ.',

  slipTitle: (name: string) => `Thu hồi phiếu đăng nhập của ${name}`,
  slipLead: 'Phiếu đã in không dùng được nữa. Có thể cấp phiếu mới bất cứ lúc nào.',
  slipSubmit: 'Thu hồi phiếu',
  slipDone: 'Đã thu hồi phiếu đăng nhập.',

  takeBackTitle: (name: string) => `Gỡ bản giấy ghi nhầm của ${name}`,
  takeBackLead: (topic: number, version: number, moment: string) =>
    `Bản giấy chuyên đề ${topic}, bản nộp lần ${version}, nhận ${moment}, sẽ không còn được tính: đồng chí ấy lại thiếu chuyên đề này.`,
  takeBackKept: (closes: string) =>
    `Bản đã gỡ cùng lý do vẫn được lưu; mã xác nhận của nó cho biết là đã rút. Gỡ được đến khi đợt học tập đóng: ${closes}.`,
  takeBackSubmit: 'Gỡ bản giấy',
  takeBackDone: (topic: number) => `Đã gỡ bản giấy chuyên đề ${topic}.`,

  withdrawTitle: (name: string) => `Rút bài của ${name}`,
  withdrawLead: (topic: number, version: number, moment: string) =>
    `Chuyên đề ${topic}, bản nộp lần ${version}, nhận ${moment}, sẽ không còn được tính: đồng chí ấy lại thiếu chuyên đề này.`,
  withdrawKept: (due: string) =>
    `Bản đã rút vẫn được lưu cùng giấy xác nhận. Chỉ rút được đến hết hạn nộp: ${due}.`,
  withdrawSubmit: 'Rút bài',
  withdrawDone: (topic: number) => `Đã rút bài chuyên đề ${topic}.`,
}

const en: Words<typeof vi> = {
  leave: 'Not now',
  reason: 'Reason',
  reasonHint: 'Kept in the log; one or two sentences will do.',
  reasonNeeded: 'please say why',

  paperTitle: name => `Write down a paper essay of ${name}`,
  paperLead:
    'For an essay that you have received on paper, without a file. It counts like any other and is always called an essay on paper. It is judged by the time of receipt given below, not by the present; who wrote it down and when is kept in the log.',
  paperTopics: 'Which topics is it about?',
  paperTopic: n => `Topic ${n}`,
  receivedAt: 'Received on paper at',
  receivedAtHint: 'The day and time at which it really came.',
  receivedAtNeeded: 'please give the day and time of receipt',
  note: 'Note (optional)',
  noteHint: 'Where the paper is kept, who brought it. The cadre can read it.',
  paperSubmit: 'Write it down',
  paperDone: codes => `The paper essay is written down. Receipt codes: ${codes}.`,

  extendTitle: name => `Extension for ${name}`,
  dueNow: moment => `Due now: ${moment}.`,
  dueAt: 'New due date',
  dateNeeded: 'please choose a day',
  extendSubmit: 'Extend',
  extendDone: moment => `Extended until ${moment}.`,

  exemptTitle: name => `Exempt ${name}`,
  exemptLead:
    'This person need not write and is not reminded any more. What was handed in is kept but does not count. It can be ended at any time.',
  exemptSubmit: 'Exempt',
  exemptDone: 'The person is exempt.',
  includeTitle: name => `End the exemption of ${name}`,
  includeLead: reason =>
    `Exempt because: ${reason}. When it ends, this person owes all essays again; what was handed in counts again.`,
  includeSubmit: 'End the exemption',
  includeDone: 'The exemption has ended.',

  moveTitle: name => `Move ${name} to another unit`,
  moveLead:
    'What was handed in goes with the person. Both units are counted anew; reports as of an earlier day keep the old unit.',
  moveTo: 'New unit',
  moveToHint: 'The units that you are responsible for.',
  moveChoose: 'Choose a unit',
  moveNeeded: 'please choose the new unit',
  moveSubmit: 'Move',
  moveDone: unit => `Moved to ${unit}.`,

  contactTitle: name => `Contact of ${name}`,
  contactLead: 'Reminders, receipts and sign-in links go to this address. Leave empty what there is not.',
  email: 'E-mail',
  emailHint: "The person's own: an address shared by an office cannot sign in.",
  phone: 'Phone',
  phoneHint: 'To call where there is no e-mail.',
  contactSubmit: 'Save',
  contactDone: 'The contact is saved.',

  slipTitle: name => `Revoke the sign-in slip of ${name}`,
  slipLead: 'The printed slip opens no more. A new one can be issued at any time.',
  slipSubmit: 'Revoke the slip',
  slipDone: 'The sign-in slip is revoked.',

  takeBackTitle: name => `Take back a paper essay of ${name}`,
  takeBackLead: (topic, version, moment) =>
    `The paper essay of topic ${topic}, version ${version}, received ${moment}, will count no more: the topic is owed again.`,
  takeBackKept: closes =>
    `What was taken back is kept with the reason; its receipt says that it was withdrawn. It can be taken back until the campaign closes: ${closes}.`,
  takeBackSubmit: 'Take it back',
  takeBackDone: topic => `The paper essay of topic ${topic} was taken back.`,

  withdrawTitle: name => `Withdraw an essay of ${name}`,
  withdrawLead: (topic, version, moment) =>
    `Topic ${topic}, version ${version}, received ${moment}, will not count any more: the topic is owed again.`,
  withdrawKept: due =>
    `What was withdrawn is kept with its receipt. It can be withdrawn until the due date only: ${due}.`,
  withdrawSubmit: 'Withdraw',
  withdrawDone: topic => `The essay of topic ${topic} was withdrawn.`,
}

export const WORDS = { vi, en }
export type FormWords = Words<typeof vi>
