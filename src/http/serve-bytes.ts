import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { problem } from '../domain/problems.ts'
import { type Refused, refuse } from '../domain/result.ts'
import type { ByteRange } from '../ports/essay-files.ts'
import { STREAMED } from './route.ts'

export interface Served {
  /** As the receiver is to save it, NFC. */
  readonly name: string
  /** Media type. */
  readonly type: string
  /** In bytes. */
  readonly size: number
  /** Names these bytes and no others; without quotes. */
  readonly etag: string
  readonly open: (range?: ByteRange) => Readable
  /** Shown in a page of ours instead of saved: only what no browser runs as a page. */
  readonly isInline?: boolean
}

export const SAVED = "sandbox; default-src 'none'"
/**
 * No browser shows a PDF in a sandbox, and Chromium's viewer lays itself out by styles of its own and is an object; it
 * runs the file apart from our pages. Nothing else is let through.
 */
const SHOWN =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** For clients that know no `filename*`: no diacritics, nothing that needs escaping. */
const asciiName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^ !#-[\]-~]/g, '_')

/** RFC 8187. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const disposition = (name: string, isInline: boolean): string =>
  `${isInline ? 'inline' : 'attachment'}; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`

export const attachment = (name: string): string => disposition(name, false)

/** A range of other bytes than the client has (RFC 9110, If-Range), or several ranges at once: the whole file is sent. */
const rangeOf = (req: Request, size: number, etag: string): ByteRange | 'none' | 'unsatisfiable' => {
  const ifRange = req.headers['if-range']
  if (ifRange !== undefined && ifRange !== etag) return 'none'
  const ranges = req.range(size)
  if (ranges === -1) return 'unsatisfiable'
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return 'none'
  const [range] = ranges
  return range ?? 'none'
}

/** Sends what is made while it is sent, as a download. A client that leaves is no error. */
export const serveStream = async (
  req: Request,
  res: Response,
  { name, type, bytes }: Pick<Served, 'name' | 'type'> & { readonly bytes: Readable },
): Promise<typeof STREAMED> => {
  // A list that cannot be made is told so, not sent as an empty download.
  await once(bytes, 'readable')
  res.status(200).set({
    'Content-Type': type,
    'Content-Disposition': attachment(name),
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "sandbox; default-src 'none'",
  })
  await pipeline(bytes, res).catch((error: unknown) => {
    if (!req.destroyed && !res.destroyed) throw error
  })
  return STREAMED
}

/** Under the head that stands by now; only the head where no more was asked for. A client that leaves is no error. */
export const sendBytes = async (req: Request, res: Response, bytes: Readable): Promise<typeof STREAMED> => {
  if (req.method === 'HEAD') {
    bytes.destroy()
    res.end()
    return STREAMED
  }
  await pipeline(bytes, res).catch((error: unknown) => {
    if (!req.destroyed && !res.destroyed) throw error
  })
  return STREAMED
}

/** Sends stored bytes, as a download or to be seen: whole or in part, or only "not modified". A client that leaves is no error. */
export const serveBytes = async (
  req: Request,
  res: Response,
  { name, type, size, etag: tag, open, isInline = false }: Served,
): Promise<typeof STREAMED | Refused> => {
  const etag = `"${tag}"`
  res.set({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': isInline ? SHOWN : SAVED,
  })
  if (req.fresh) {
    res.status(304).end()
    return STREAMED
  }
  const range = rangeOf(req, size, etag)
  if (range === 'unsatisfiable') {
    res.set('Content-Range', `bytes */${size}`)
    return refuse(problem('range-not-satisfiable', { size }))
  }
  // A file that cannot be read is told so, not sent as an empty download.
  const bytes = open(range === 'none' ? undefined : range)
  await once(bytes, 'readable')

  res.set({ 'Content-Type': type, 'Content-Disposition': disposition(name, isInline) })
  if (range === 'none') res.status(200).set('Content-Length', String(size))
  else
    res.status(206).set({
      'Content-Length': String(range.end - range.start + 1),
      'Content-Range': `bytes ${range.start}-${range.end}/${size}`,
    })
  return sendBytes(req, res, bytes)
}
