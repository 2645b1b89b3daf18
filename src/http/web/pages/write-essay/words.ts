import type { Words } from '../../words.ts'

const vi = {
  title: (n: number) => `Viết bài chuyên đề ${n}`,
  back: (n: number) => `Chuyên đề ${n}`,
  lead: 'Bản nháp được lưu lại, đồng chí có thể đóng trang và viết tiếp sau, trên máy này hay máy khác.',
  counts: (n: number) => `${n} chữ`,
  count: '{n} chữ',
  savedAt: (time: string) => `Đã lưu nháp lúc ${time}`,
  notSaved: 'Chưa có bản nháp',
  saved: 'Đã lưu bản nháp.',
  save: 'Lưu nháp',
  submit: 'Nộp bài viết',
  // Said by the page's module.
  unsaved: 'Đang viết, chưa lưu',
  offline: 'Chưa lưu được vì mất kết nối. Sẽ tự lưu khi có mạng, đồng chí cứ để trang này mở.',
  expired: 'Phiên đăng nhập đã hết, phần vừa viết chưa lưu. Hãy đăng nhập ở thẻ mới rồi quay lại đây.',
  other: 'Thẻ kia đăng nhập bằng tên người khác, nên phần vừa viết chưa lưu.',
  signIn: 'Đăng nhập ở thẻ mới',
}

const en: Words<typeof vi> = {
  title: n => `Write the essay of topic ${n}`,
  back: n => `Topic ${n}`,
  lead: 'The draft is kept: close the page and go on later, on this device or another.',
  counts: n => `${n} ${n === 1 ? 'word' : 'words'}`,
  count: '{n} words',
  savedAt: time => `Draft saved at ${time}`,
  notSaved: 'No draft yet',
  saved: 'The draft is saved.',
  save: 'Save the draft',
  submit: 'Hand in what is written',
  unsaved: 'Writing, not saved',
  offline: 'Not saved: no connection. It is saved once there is one; keep this page open.',
  expired:
    'Your session has ended and the last lines are not saved. Sign in in a new tab, then come back here.',
  other: 'The other tab is signed in as somebody else: the last lines are not saved.',
  signIn: 'Sign in in a new tab',
}

export const WORDS = { vi, en }
export type WriteWords = Words<typeof vi>
