import { createTransport, type NodemailerError } from 'nodemailer'
import { bounceAddress } from '../domain/bounce.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Mailer, Outage, Refusal } from '../ports/mailer.ts'

const SECOND = 1000

export interface ClosableMailer extends Mailer {
  close(): void
}

/**
 * The server's words when this mail, and no retry of it, is refused. A 5xx while signing in or about our own sender
 * is the house's fault: the next attempt may find it mended.
 */
const refusalIn = ({ code, command, permanent, message, response }: NodemailerError): string | null => {
  const isAboutThisMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM'
  const isAddressUnusable = code === 'EENVELOPE' && command === 'API'
  return isAddressUnusable || (isAboutThisMail && permanent === true) ? (response ?? message) : null
}

const OUTAGES: ReadonlySet<string | undefined> = new Set([
  ...['ECONNECTION', 'EDNS', 'ESOCKET', 'ETIMEDOUT', 'ETLS', 'EREQUIRETLS', 'EPROXY', 'EPROTOCOL'],
  ...['EAUTH', 'ENOAUTH', 'EABORT'],
])
/** "Service not available, closing transmission channel" (RFC 5321, 4.2.3). */
const CLOSING = 421

const isOutage = ({ code, command, permanent, responseCode }: NodemailerError): boolean =>
  OUTAGES.has(code) || responseCode === CLOSING || (command === 'MAIL FROM' && permanent === true)

/** The error that says what it means for this mail, and for others. */
const told = (error: NodemailerError): Error => {
  const refusal = refusalIn(error)
  if (refusal !== null)
    return Object.assign(new Error(`mail refused: ${refusal}`, { cause: error }), {
      refusal,
    }) satisfies Refusal
  return isOutage(error)
    ? (Object.assign(error, { outage: error.response ?? error.message }) satisfies Outage)
    : error
}

/** Mails through SMTP. The pool sends nothing again by itself: only the sender of a notice knows what was sent. */
export const smtpMailer = (url: string, from: string, bounceTo: string | undefined): ClosableMailer => {
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 5,
      maxRequeues: 0,
      connectionTimeout: 10 * SECOND,
      greetingTimeout: 10 * SECOND,
      socketTimeout: 30 * SECOND,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: clean(from) },
  )
  return {
    async send({ to, subject, text, html, messageId, headers, attachments = [] }) {
      try {
        const { response } = await transport.sendMail({
          to: clean(to),
          subject: clean(subject),
          text: text.normalize('NFC'),
          html: html.normalize('NFC'),
          headers: { 'Auto-Submitted': 'auto-generated', ...headers },
          attachments: attachments.map(({ name, type, bytes }) => ({
            filename: name,
            contentType: type,
            content: bytes,
          })),
          ...(bounceTo === undefined
            ? {}
            : { envelope: { from: bounceAddress(bounceTo, messageId), to: clean(to) } }),
          ...(messageId === undefined ? {} : { messageId: `<${messageId}@${domain}>` }),
          signal: AbortSignal.timeout(60 * SECOND),
        })
        return response
      } catch (error) {
        throw told(error as NodemailerError)
      }
    },
    close: () => transport.close(),
  }
}
