import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser'
import { BOUNCE_ACTIONS, type Bounce, mailsNamedIn, STATUS_PATTERN } from '../domain/bounce.ts'
import { clean } from '../domain/vietnamese.ts'
import type { BounceReader } from '../ports/bounces.ts'

/** A report is small; of the mail that came back only the head is looked at. */
const MOST_BYTES = 64 * 1024
const LONGEST_REASON = 500

const beginningOf = async (content: Readable): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  // Read to the end in any case: the parser waits for it.
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (size < MOST_BYTES) chunks.push(chunk)
    size += chunk.length
  }
  return Buffer.concat(chunks).toString('utf8', 0, MOST_BYTES)
}

type Fields = ReadonlyMap<string, string>

/** Groups of `Name: value` lines with an empty line between them; a line that begins with a space goes on. */
const groupsOf = (text: string): readonly Fields[] =>
  text
    .replaceAll(/\r?\n/g, '\n')
    .split(/\n\n+/)
    .map(
      group =>
        new Map(
          group
            .replaceAll(/\n[ \t]+/g, ' ')
            .split('\n')
            .map(line => [
              line
                .slice(0, Math.max(line.indexOf(':'), 0))
                .trim()
                .toLowerCase(),
              line.slice(line.indexOf(':') + 1).trim(),
            ]),
        ),
    )

const bounceOf = (fields: Fields): readonly Bounce[] => {
  // "5.1.1 (no such mailbox)"
  const status = /^\S+/.exec(fields.get('status') ?? '')?.[0] ?? ''
  if (!fields.has('final-recipient') || !STATUS_PATTERN.test(status)) return []
  const action = fields.get('action')?.toLowerCase()
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '')
  return [
    {
      action: BOUNCE_ACTIONS.find(one => one === action) ?? null,
      status,
      reason: clean(diagnostic).slice(0, LONGEST_REASON),
    },
  ]
}

/** Where a report says which mail it is about: our own address first, then what it quotes. */
const NAMING = ['to', 'delivered-to', 'x-original-to', 'in-reply-to', 'references'] as const
const RETURNED: ReadonlySet<string> = new Set([
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
])

interface Found {
  readonly bounces: readonly Bounce[]
  /** Message-IDs of mails that came back. */
  readonly returned: readonly string[]
}

const partsOf = async (parser: MailParser): Promise<Found> => {
  const bounces: Bounce[] = []
  const returned: string[] = []
  for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
    if (part.type !== 'attachment') continue
    const text = await beginningOf(part.content)
    part.release?.()
    if (part.contentType === 'message/delivery-status') bounces.push(...groupsOf(text).flatMap(bounceOf))
    else if (RETURNED.has(part.contentType))
      returned.push(groupsOf(text.trimStart())[0]?.get('message-id') ?? '')
  }
  return { bounces, returned }
}

/** Reads the message to its end also where the parser gives up on it: the sender may be signing what he sends. */
const feed = async (message: Readable, parser: MailParser): Promise<void> => {
  for await (const chunk of message as AsyncIterable<Buffer>) {
    if (parser.destroyed || parser.write(chunk)) continue
    const waiting = new AbortController()
    const { signal } = waiting
    await Promise.race([once(parser, 'drain', { signal }), once(parser, 'close', { signal })]).catch(
      () => null,
    )
    waiting.abort()
  }
  if (!parser.destroyed) parser.end()
}

/** Reports of mail servers (RFC 3464), as they come back to the sender of the envelope. */
export const bounceReader: BounceReader = {
  async read(message) {
    const parser = new MailParser({
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
    })
    const heads: string[] = []
    parser.on('headerLines', lines => {
      for (const name of NAMING)
        heads.push(...lines.filter(({ key }) => key === name).map(({ line }) => line))
    })
    const [found] = await Promise.all([
      // What it cannot make out is no report.
      partsOf(parser).catch(() => null),
      feed(message, parser),
    ])
    if (found === null || found.bounces.length === 0) return null
    const { bounces, returned } = found
    return { mails: [...new Set([...heads, ...returned].flatMap(mailsNamedIn))], bounces }
  },
}
