/** What the log calls what was done, as a person reads it. An action that is not here is shown by its own name. */
const CATALOGUE: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
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
  'person.moved': { vi: 'Chuyển đơn vị', en: 'Moved to another unit' },
  'job.retried': { vi: 'Chạy lại việc bị lỗi', en: 'Failed job retried' },
  'mail.tested': { vi: 'Gửi thư thử', en: 'Test mail sent' },
  'reminder-wave.sent': { vi: 'Nhắc nộp bài', en: 'Reminders sent' },
  'report.requested': { vi: 'Yêu cầu lập báo cáo', en: 'Report asked for' },
  'report.compiled': { vi: 'Lập xong báo cáo', en: 'Report compiled' },
  'report.cancelled': { vi: 'Huỷ lập báo cáo', en: 'Report cancelled' },
  'roster.imported': { vi: 'Nhập danh sách cán bộ', en: 'Roster imported' },
  'sign-in.by-link': { vi: 'Đăng nhập bằng liên kết', en: 'Signed in by link' },
  'sign-in.by-slip': { vi: 'Đăng nhập bằng phiếu', en: 'Signed in by slip' },
  'sign-in.by-password': { vi: 'Đăng nhập bằng mật khẩu', en: 'Signed in by password' },
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
}

/**
 * Those that can be chosen from.
 * @public
 */
export const AUDITED_ACTIONS: readonly string[] = Object.keys(CATALOGUE)

export const actionName = (action: string, language: 'vi' | 'en'): string =>
  CATALOGUE[action]?.[language] ?? action
