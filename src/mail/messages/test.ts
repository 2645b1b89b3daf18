import { type Letter, letter } from '../letter.ts'

/** Says nothing but that mails arrive. */
export const testLetter = ({ by, at }: { readonly by: string; readonly at: string }): Letter =>
  letter('Thư thử của hệ thống Thu Hoạch', 'nhận thư thử', [
    `${by} gửi thư này lúc ${at} để kiểm tra rằng thư của hệ thống đến nơi.`,
    'Nếu đồng chí đọc được thư này thì máy chủ thư đang hoạt động; không cần làm gì thêm.',
  ])
