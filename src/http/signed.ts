import type { Hmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import { isSignature, signing } from '../crypto/signature.ts'

declare module 'node:http' {
  interface IncomingMessage {
    /** The very bytes of a JSON body that came with a signature. */
    signedBody?: Buffer
  }
}

/** An old request that somebody recorded is worth nothing after that. */
const VALID_MS = 5 * 60_000

/** For the parser of JSON: what is signed are bytes, and it keeps none. */
export const keepSignedBody = (req: IncomingMessage, _res: unknown, bytes: Buffer): void => {
  if (req.headers['x-signature'] !== undefined) req.signedBody = bytes
}

export interface SignatureCheck {
  /** To be given the body. */
  readonly signed: Hmac
  /** Once it has the whole of it: was it signed with our secret, and just now? */
  readonly isGenuine: () => boolean
}

/** `X-Timestamp` (seconds since 1970) and `X-Signature` (`sha256=` and the HMAC of `timestamp.body` in hex). */
export const signatureCheck = (secret: string, req: Request): SignatureCheck => {
  const timestamp = req.get('X-Timestamp') ?? ''
  const signed = signing(secret, timestamp)
  return {
    signed,
    isGenuine: () =>
      /^\d{1,12}$/.test(timestamp) &&
      Math.abs(req.arrivedAt.getTime() - Number(timestamp) * 1000) <= VALID_MS &&
      isSignature(signed, req.get('X-Signature') ?? ''),
  }
}
