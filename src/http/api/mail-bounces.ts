import { Readable } from 'node:stream'
import type { Request } from 'express'
import { z } from 'zod'
import { BOUNCE_OUTCOMES, type BounceOutcome, recordBounce } from '../../commands/record-bounce.ts'
import { BOUNCE_ACTIONS, mailsNamedIn, STATUS_PATTERN } from '../../domain/bounce.ts'
import { problem } from '../../domain/problems.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { type Route, reply, route } from '../route.ts'
import { signatureCheck } from '../signed.ts'

const LARGEST_MESSAGE = 5 * 1024 * 1024

const headers = z.object({
  'x-timestamp': z.string().optional().meta({ description: 'Seconds since 1970; not older than 5 minutes' }),
  'x-signature': z
    .string()
    .optional()
    .meta({ description: '`sha256=` and the HMAC-SHA256 of `timestamp.body` in hex, with BOUNCE_SECRET' }),
})

const event = z
  .object({
    messageId: z.string().max(300).optional().meta({ description: 'Of the mail' }),
    returnPath: z.string().max(300).optional().meta({ description: 'The sender of its envelope' }),
    status: z.string().regex(STATUS_PATTERN, 'mã trạng thái có dạng 5.1.1').meta({ description: 'RFC 3463' }),
    action: z
      .enum(BOUNCE_ACTIONS)
      .optional()
      .meta({ description: 'RFC 3464; without it the status decides' }),
    reason: z.string().max(500).default(''),
  })
  .meta({ id: 'MailBounce' })

const answer = z.object({ outcome: z.enum(BOUNCE_OUTCOMES) })

const outcome = (value: BounceOutcome) => reply(ok({ outcome: value }))

/** Passes a message on while it is being signed; null: it was too large. */
async function* tapped(req: Request, tap: (chunk: Buffer) => void, tooLarge: () => void) {
  let size = 0
  // Whoever sends too much is to read why.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_MESSAGE) {
      tooLarge()
      return
    }
    tap(chunk)
    yield chunk
  }
}

/** Mails that came back, told by the mail server or whoever reads the mailbox for them. Without a secret there is no such thing. */
export const mailBounceRoutes = (ports: Ports): readonly Route[] => {
  const check = (req: Request): Result<ReturnType<typeof signatureCheck>> =>
    ports.bounceSecret === null ? refuse(problem('not-found')) : ok(signatureCheck(ports.bounceSecret, req))
  return [
    route({
      method: 'post',
      path: '/mail-bounces',
      summary: 'Tell what became of a mail that the mail server had taken; signed',
      tag: 'Mails that came back',
      access: 'public',
      limit: 'public',
      headers,
      body: event,
      answers: { 200: answer },
      refusals: ['not-found', 'signature-not-valid'],
      handle: async ({ body, req }) => {
        const checked = check(req)
        if (!checked.ok) return checked
        checked.value.signed.update(req.signedBody ?? Buffer.alloc(0))
        if (!checked.value.isGenuine()) return refuse(problem('signature-not-valid'))
        const { returnPath = '', messageId = '', status, action = null, reason } = body
        const mails = mailsNamedIn(`${returnPath} ${messageId}`)
        return outcome(await recordBounce(ports)({ mails, bounces: [{ action, status, reason }] }))
      },
    }),
    route({
      method: 'post',
      path: '/mail-bounces/messages',
      summary: 'Hand over a report of a mail server (message/rfc822, as it came), RFC 3464; signed',
      tag: 'Mails that came back',
      access: 'public',
      limit: 'public',
      headers,
      answers: { 200: answer },
      refusals: ['not-found', 'signature-not-valid', 'media-type-not-supported', 'body-too-large'],
      handle: async ({ req, res }) => {
        const checked = check(req)
        if (!checked.ok) return checked
        if (!req.is('message/rfc822'))
          return refuse(problem('media-type-not-supported', { expected: 'message/rfc822' }))
        const { signed, isGenuine } = checked.value
        let isTooLarge = false
        const message = tapped(
          req,
          chunk => void signed.update(chunk),
          () => {
            isTooLarge = true
            // What is still to come is not read.
            res.set('Connection', 'close')
          },
        )
        const report = await ports.bounceReader.read(Readable.from(message))
        if (isTooLarge) return refuse(problem('body-too-large', { limit: '5 MB' }))
        if (!isGenuine()) return refuse(problem('signature-not-valid'))
        return outcome(report === null ? 'unknown' : await recordBounce(ports)(report))
      },
    }),
  ]
}
