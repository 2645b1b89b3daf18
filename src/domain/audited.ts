/** What the log calls what was done, as a person reads it. */
const CATALOGUE = {
  'account.created': { vi: 'Tạo tài khoản', en: 'Account created' },
  'account.invited': { vi: 'Mời tài khoản', en: 'Account invited' },
  'account.changed': { vi: 'Đổi tài khoản', en: 'Account changed' },
  'account.password-reset': { vi: 'Huỷ mật khẩu, gửi liên kết mới', en: 'Password reset' },
  'account.password-chosen': { vi: 'Chọn mật khẩu', en: 'Password chosen' },
  'account.sessions-ended': { vi: 'Kết thúc các phiên đăng nhập', en: 'Sessions ended' },
  'account.tokens-revoked': { vi: 'Thu hồi mã truy cập', en: 'Tokens revoked' },
  'campaign.created': { vi: 'Tạo đợt học tập', en: 'Campaign created' },
  'campaign.changed': { vi: 'Đổi đợt học tập', en: 'Campaign changed' },
  'essay.submitted': { vi: 'Nộp bài', en: 'Essay handed in' },
  'essay.recorded-on-paper': { vi: 'Ghi nhận bản giấy', en: 'Paper essay written down' },
  'essay.paper-taken-back': { vi: 'Gỡ bản giấy ghi nhầm', en: 'Paper essay taken back' },
  'essay.downloaded': { vi: 'Tải bài về', en: 'Essay downloaded' },
  'essay.read': { vi: 'Đọc bài', en: 'Essay read' },
  'essay.accepted': { vi: 'Nhận xét bài đạt', en: 'Essay accepted' },
  'essay.returned': { vi: 'Trả lại bài để viết lại', en: 'Essay returned' },
  'essay.withdrawn': { vi: 'Rút bài', en: 'Essay withdrawn' },
  'exemption.granted': { vi: 'Miễn viết', en: 'Exemption granted' },
  'exemption.ended': { vi: 'Thôi miễn viết', en: 'Exemption ended' },
  'extension.requested': { vi: 'Đề nghị gia hạn', en: 'Extension asked for' },
  'extension.answered': { vi: 'Trả lời đề nghị gia hạn', en: 'Extension request answered' },
  'extension.granted': { vi: 'Gia hạn', en: 'Extension granted' },
  'extension.revoked': { vi: 'Thu hồi gia hạn', en: 'Extension revoked' },
  'contact.changed-by-himself': { vi: 'Cán bộ tự đổi liên hệ', en: 'Contact changed by the cadre' },
  'contact.changed': { vi: 'Sửa liên hệ', en: 'Contact changed' },
  'contact.email-asked': { vi: 'Xin đổi thư điện tử', en: 'Change of address asked for' },
  'person.moved': { vi: 'Chuyển đơn vị', en: 'Moved to another unit' },
  'job.retried': { vi: 'Chạy lại việc bị lỗi', en: 'Failed job retried' },
  'mail.tested': { vi: 'Gửi thư thử', en: 'Test mail sent' },
  'reminder-wave.sent': { vi: 'Nhắc nộp bài', en: 'Reminders sent' },
  'reminder-wave.stopped': { vi: 'Dừng đợt nhắc', en: 'Reminders stopped' },
  'reminder-wave.resumed': { vi: 'Gửi tiếp đợt nhắc', en: 'Reminders resumed' },
  'mails.switched': { vi: 'Bật, tắt loại thư', en: 'Kinds of mail switched' },
  'people.exported': { vi: 'Xuất danh sách cán bộ', en: 'List of people exported' },
  'gathering.started': { vi: 'Bắt đầu nộp bài thu gom', en: 'Collected essays begun' },
  'gathering.confirmed': { vi: 'Xác nhận nộp bài thu gom', en: 'Collected essays confirmed' },
  'gathering.handed-in': { vi: 'Nộp xong bài thu gom', en: 'Collected essays handed in' },
  'gathering.discarded': { vi: 'Bỏ bài thu gom', en: 'Collected essays thrown away' },
  'letterhead.changed': { vi: 'Đổi thể thức văn bản của đơn vị', en: 'Letterhead changed' },
  'report.downloaded': { vi: 'Tải báo cáo', en: 'Report downloaded' },
  'report.requested': { vi: 'Yêu cầu lập báo cáo', en: 'Report asked for' },
  'report.compiled': { vi: 'Lập xong báo cáo', en: 'Report compiled' },
  'report.compared': { vi: 'Tải thay đổi giữa hai báo cáo', en: 'Changes between two reports downloaded' },
  'report.cancelled': { vi: 'Huỷ lập báo cáo', en: 'Report cancelled' },
  'report-batch.requested': { vi: 'Yêu cầu lập báo cáo nhiều đơn vị', en: 'Reports of many units asked for' },
  'report-batch.cancelled': { vi: 'Huỷ lập báo cáo nhiều đơn vị', en: 'Reports of many units cancelled' },
  'roster.previewed': { vi: 'Xem trước danh sách cán bộ', en: 'Roster previewed' },
  'roster.confirmed': { vi: 'Xác nhận nhập danh sách cán bộ', en: 'Roster confirmed' },
  'roster.imported': { vi: 'Nhập danh sách cán bộ', en: 'Roster imported' },
  'sign-in.by-link': { vi: 'Đăng nhập bằng liên kết', en: 'Signed in by link' },
  'sign-in.by-slip': { vi: 'Đăng nhập bằng phiếu', en: 'Signed in by slip' },
  'sign-in.by-password': { vi: 'Đăng nhập bằng mật khẩu', en: 'Signed in by password' },
  'sign-in.demo': { vi: 'Đăng nhập của bản dùng thử', en: 'Signed in to the demonstration' },
  'sign-in.refused': { vi: 'Đăng nhập không thành công', en: 'Sign-in refused' },
  'sign-in-link.requested': { vi: 'Yêu cầu liên kết đăng nhập', en: 'Sign-in link asked for' },
  'slip.issued': { vi: 'Cấp phiếu đăng nhập', en: 'Sign-in slip issued' },
  'slip.revoked': { vi: 'Thu hồi phiếu đăng nhập', en: 'Sign-in slip revoked' },
  'token.created': { vi: 'Tạo mã truy cập', en: 'Token created' },
  'token.revoked': { vi: 'Thu hồi mã truy cập', en: 'Token revoked' },
  'unit.created': { vi: 'Thêm đơn vị', en: 'Unit added' },
  'unit.changed': { vi: 'Đổi đơn vị', en: 'Unit changed' },
  'unit.merged': { vi: 'Nhập đơn vị', en: 'Units merged' },
  'unit.split': { vi: 'Tách đơn vị', en: 'Unit split' },
  'units.loaded': { vi: 'Nạp cây đơn vị', en: 'Tree of units loaded' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>

/** As `noun.verb`. */
export type AuditedAction = keyof typeof CATALOGUE

const isAudited = (action: string): action is AuditedAction => action in CATALOGUE

/** Those that can be chosen from. */
export const AUDITED_ACTIONS: readonly string[] = Object.keys(CATALOGUE)

/** Of an action that was written before it had a name: the action itself. */
export const actionName = (action: string, language: 'vi' | 'en'): string =>
  isAudited(action) ? CATALOGUE[action][language] : action
