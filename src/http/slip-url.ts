import type { Ports } from '../ports/index.ts'

/** What a slip's QR code holds. */
export const slipUrl = ({ publicUrl }: Pick<Ports, 'publicUrl'>, code: string): string =>
  `${publicUrl}/dang-nhap/${code}`
