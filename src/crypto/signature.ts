import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 over `timestamp.body`: give it the body with `update`. */
export const signing = (secret: string, timestamp: string): Hmac =>
  createHmac('sha256', secret).update(`${timestamp}.`)

/** As it stands in the header: `sha256=` and lower-case hex. */
export const signatureOf = (signed: Hmac): string => `sha256=${signed.digest('hex')}`

export const isSignature = (signed: Hmac, given: string): boolean => {
  const expected = Buffer.from(signatureOf(signed))
  const actual = Buffer.from(given)
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}
