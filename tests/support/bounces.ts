import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

export const SECRET = 'bí mật chung của nhà và máy chủ thư, đủ dài'

/** A report as a mail server writes it, about this mail. */
export const bounceMail = (
  name: string,
  about: { readonly to: string; readonly recipient: string; readonly messageId: string },
): Buffer => {
  const text = readFileSync(new URL(`../../fixtures/bounces/${name}.eml`, import.meta.url), 'utf8')
    .replaceAll('{{to}}', about.to)
    .replaceAll('{{recipient}}', about.recipient)
    .replaceAll('{{messageId}}', about.messageId)
  return Buffer.from(text.replaceAll('\n', '\r\n'))
}

/** The headers of a request that is signed at that time. */
export const signed = (body: Buffer | string, at: Date, secret = SECRET): Record<string, string> => {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const hmac = createHmac('sha256', secret).update(`${timestamp}.`).update(body)
  return { 'X-Timestamp': timestamp, 'X-Signature': `sha256=${hmac.digest('hex')}` }
}
