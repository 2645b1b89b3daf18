import type { Words } from '../../words.ts'

const vi = {
  title: 'Nộp bài',
  titleFor: (name: string) => `Nộp bài thay ${name}`,
  leadFor:
    'Bài được ghi là do đơn vị nộp thay; giấy xác nhận cũng được gửi đến hộp thư của đồng chí ấy, nếu có.',
  back: 'Bài thu hoạch của tôi',
  topics: 'Bài này viết về chuyên đề nào?',
  topicsHint: 'Một tệp có thể dùng cho nhiều chuyên đề.',
  topic: (n: number) => `Chuyên đề ${n}`,
  file: 'Tệp bài thu hoạch',
  fileHint: (types: string, size: string) => `${types}. Tối đa ${size}.`,
  fileAgain: 'Trình duyệt không giữ tệp đã chọn; đồng chí hãy chọn lại tệp.',
  photo: 'ảnh JPG, PNG',
  or: 'hoặc',
  send: 'Gửi bài',
  typeInstead: 'Không có tệp? Viết bài ngay trên trang này',
  dueLate: (span: string) => `Đã quá hạn nộp ${span}: bài gửi bây giờ được nhận và ghi là nộp muộn.`,
  // Said by the page's module, with {…} filled in there.
  sending: 'Đang gửi: {percent} %',
  detail: '{sent} / {size} · {speed}/giây · còn khoảng {left}',
  seconds: '{n} giây',
  minutes: '{n} phút',
  arrived: 'Đã gửi xong, đang chờ giấy xác nhận.',
  offline: 'Mất kết nối mạng. Bài sẽ tự gửi tiếp khi có mạng, đồng chí cứ để trang này mở.',
  again: 'Đường truyền bị ngắt. Sẽ tự gửi lại sau {n} giây, không gửi trùng.',
  busy: 'Hệ thống đang nhận rất nhiều bài. Sẽ tự gửi lại sau {n} giây.',
  unreadable: 'Không đọc được tệp nữa: tệp đã bị đổi, chuyển hoặc xoá. Đồng chí hãy chọn lại tệp.',
  failed:
    'Chưa gửi được vì đường truyền. Tệp và các chuyên đề vẫn ở dưới đây; đồng chí hãy bấm Gửi bài lần nữa.',
  stop: 'Dừng gửi',
  expired: 'Phiên đăng nhập đã hết. Tệp vẫn còn ở trang này.',
  signIn: 'Đăng nhập ở thẻ mới',
  goOn: 'Đã đăng nhập, gửi tiếp',
  other: 'Thẻ kia đăng nhập bằng tên người khác. Đồng chí hãy đăng nhập lại bằng tên của mình.',
  progress: 'Tiến độ gửi bài',
}

const en: Words<typeof vi> = {
  title: 'Hand in',
  titleFor: name => `Hand in for ${name}`,
  leadFor:
    'The essay is marked as handed in by the unit; the receipt also goes to the mailbox of the person, if there is one.',
  back: 'My essays',
  topics: 'Which topics is this essay about?',
  topicsHint: 'One file may stand for several topics.',
  topic: n => `Topic ${n}`,
  file: 'Essay file',
  fileHint: (types, size) => `${types}. At most ${size}.`,
  fileAgain: 'The browser does not keep the file; please choose it again.',
  photo: 'photo JPG, PNG',
  or: 'or',
  send: 'Send',
  typeInstead: 'No file? Write the essay on this page',
  dueLate: span => `It is ${span} past the due date: what you send now is taken and marked late.`,
  sending: 'Sending: {percent}%',
  detail: '{sent} of {size} · {speed}/s · about {left} left',
  seconds: '{n} seconds',
  minutes: '{n} minutes',
  arrived: 'Sent. Waiting for the receipt.',
  offline: 'No connection. Sending goes on by itself once there is one; keep this page open.',
  again: 'The connection broke. Sending again in {n} seconds; nothing is sent twice.',
  busy: 'Very many essays are arriving. Sending again in {n} seconds.',
  unreadable: 'The file cannot be read any more: it was changed, moved or removed. Please choose it again.',
  failed:
    'It could not be sent over this line. The file and the topics are still here; press Send once more.',
  stop: 'Stop',
  expired: 'Your session has ended. The file is still on this page.',
  signIn: 'Sign in in a new tab',
  goOn: 'Signed in, go on',
  other: 'The other tab is signed in as somebody else. Please sign in as yourself.',
  progress: 'Progress of sending',
}

export const WORDS = { vi, en }
export type HandInWords = Words<typeof vi>
