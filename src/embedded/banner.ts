import type { DemoAccounts } from './demo-accounts.ts'

export interface BannerInput {
  readonly publicUrl: string
  readonly mailFolder: string | null
  readonly folder: string
  readonly demo: DemoAccounts | null
}

/** What a person sees once everything is up: Vietnamese first. */
export const banner = ({ publicUrl, mailFolder, folder, demo }: BannerInput): string => {
  const facts: readonly (readonly [string, string])[] = [
    ['Địa chỉ (address)', publicUrl],
    ['Tài liệu API (API reference)', `${publicUrl}/api/docs`],
    ['Thư đã gửi (mails)', mailFolder ?? 'SMTP_URL'],
    ['Dữ liệu và nhật ký (data, logs)', folder],
  ]
  const accounts =
    demo === null
      ? []
      : [
          '',
          '  Tài khoản dùng thử (demo accounts):',
          ...demo.accounts.map(({ login, name }) => `    ${login.padEnd(30)} ${name}`),
          `  Mật khẩu chung (their password): ${demo.password}`,
        ]
  return [
    '',
    'Thu Hoạch đã sẵn sàng (ready).',
    ...facts.map(([name, value]) => `  ${name.padEnd(32)} ${value}`),
    ...accounts,
    '',
    '  Dừng (stop): Ctrl-C',
    '',
  ].join('\n')
}
