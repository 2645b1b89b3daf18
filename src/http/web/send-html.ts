import { randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'express'

const pack = promisify(gzip)

/** Below this, packing saves no packet. */
const WORTH_BYTES = 1200
/** Half the time of the highest level for a few per cent more. */
const LEVEL = 5

/**
 * A page holds the session's token beside words of whoever asks: a length that differs every time tells a listener
 * nothing of either (BREACH).
 */
const padding = (): string => `<!--${'.'.repeat(randomInt(64))}${randomInt(2 ** 40).toString(36)}-->`

/** Sends a page, packed where the browser takes it. */
export const sendHtml = async (req: Request, res: Response, html: string): Promise<void> => {
  res.type('html').vary('Accept-Encoding')
  if (html.length < WORTH_BYTES || req.acceptsEncodings('gzip') === false) {
    res.send(html)
    return
  }
  const packed = await pack(html + padding(), { level: LEVEL })
  res.set('Content-Encoding', 'gzip').send(packed)
}
