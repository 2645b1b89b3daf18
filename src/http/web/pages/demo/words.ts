import type { Words } from '../../words.ts'

const vi = {
  title: 'Dùng thử hệ thống Thu Hoạch',
  lead: 'Sau hội nghị học tập nghị quyết, mỗi cán bộ công đoàn viết bài thu hoạch. Hệ thống nhận bài, nhắc người chưa nộp và lập báo cáo của từng tỉnh. Chọn một vai để vào ngay, không cần mật khẩu.',
  only: 'Trang này chỉ có ở bản dùng thử trên máy của đồng chí.',
  enter: (role: string) => `Vào vai ${role}`,
  stories: {
    cadre: {
      role: 'cán bộ',
      title: 'Cán bộ viết bài',
      steps:
        'Nộp một tệp Word, PDF, hoặc ảnh chụp trang viết tay.|Nhận giấy xác nhận có mã QR, ai có mã cũng kiểm tra được.|Viết bài ngay trên trang, rút bài, đề nghị gia hạn.',
    },
    staff: {
      role: 'cán bộ LĐLĐ tỉnh Hưng Yên',
      title: 'Công đoàn tỉnh theo dõi và đôn đốc',
      steps:
        'Xem cả tỉnh trên một màn hình: đã nộp, nộp muộn, chưa nộp.|Tìm người chưa nộp, nhắc, gia hạn, miễn viết, nộp thay.|Lập báo cáo tổng hợp kèm toàn bộ bài.',
    },
    other: {
      role: 'cán bộ LĐLĐ tỉnh Hải Dương',
      title: 'Một tỉnh khác',
      steps: 'Không thấy gì của Hưng Yên, bằng bất cứ đường nào.|Nhập danh sách cán bộ của tỉnh mình.',
    },
    trainer: {
      role: 'báo cáo viên',
      title: 'Báo cáo viên đọc bài',
      steps: 'Tải báo cáo và bài của các tỉnh.|Đọc bài trên trình duyệt, trả lại hoặc đánh giá đạt.',
    },
    admin: {
      role: 'quản trị',
      title: 'Quản trị tại Tổng Liên đoàn',
      steps: 'Quản lý đợt học tập, đơn vị, tài khoản.|Xem bức tranh toàn quốc và nhật ký.',
    },
  },
  mailsTitle: 'Thư hệ thống đã gửi',
  mailsLead: 'Bản dùng thử không gửi thư ra ngoài: mọi thư được giữ lại để xem.',
  mailsFolder: 'Các tệp thư nằm trong',
  mailsOpen: 'Xem các thư mới nhất',
  mailsNone: 'Chưa có thư nào. Hãy nộp một bài, hoặc gửi liên kết đăng nhập đến cadre@demo.example.',
  mailTo: (to: string) => `Gửi đến ${to}`,
  back: 'Trang dùng thử',
  api: 'Tài liệu API',
}

const en: Words<typeof vi> = {
  title: 'Try Thu Hoạch',
  lead: 'After a conference every union cadre writes a reflection essay. The system collects the essays, reminds those who owe one, and compiles the report of each province. Choose a part and go in, without a password.',
  only: 'This page exists in the demonstration on your own machine only.',
  enter: role => `Enter as ${role}`,
  stories: {
    cadre: {
      role: 'a cadre',
      title: 'A cadre hands in',
      steps:
        'Hand in a Word file, a PDF, or photos of handwritten pages.|Hold a receipt with a QR code that anybody can check.|Write on the page, withdraw, ask for an extension.',
    },
    staff: {
      role: 'staff of Hưng Yên',
      title: 'A province follows and chases',
      steps:
        'See the whole province on one screen: received, late, missing.|Find who has not submitted; remind, extend, exempt, hand in for somebody.|Compile the report with all essays.',
    },
    other: {
      role: 'staff of Hải Dương',
      title: 'Another province',
      steps: 'Sees nothing of Hưng Yên, by any path.|Imports its own roster.',
    },
    trainer: {
      role: 'a trainer',
      title: 'A trainer reads',
      steps: 'Download the reports and essays of the provinces.|Read in the browser, return or accept.',
    },
    admin: {
      role: 'the admin',
      title: 'The admin at the Confederation',
      steps: 'Keep campaigns, units and accounts.|See the national picture and the audit log.',
    },
  },
  mailsTitle: 'Mails that were sent',
  mailsLead: 'The demonstration sends nothing out: every mail is kept to be looked at.',
  mailsFolder: 'The files lie in',
  mailsOpen: 'See the latest mails',
  mailsNone: 'There is none yet. Hand in an essay, or have a sign-in link sent to cadre@demo.example.',
  mailTo: to => `To ${to}`,
  back: 'Demonstration',
  api: 'API reference',
}

export const WORDS = { vi, en }
export type DemoWords = Words<typeof vi>
