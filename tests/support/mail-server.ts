import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  /** With an account in it. */
  readonly url: string
  /** What was taken: the address, the sender of the envelope, and the Message-ID. */
  readonly taken: { readonly to: string; readonly from: string; readonly messageId: string }[]
  /** An address → the status it is refused with, from now on; 0: taken, and then the line goes dead. */
  readonly refused: Map<string, number>
  /** How it refuses everybody; null: it does not. */
  answer: { readonly stage: 'connect' | 'auth' | 'sender'; readonly status: number } | null
  /** How often it did that. */
  refusals(): number
  /** Ends the lines that are open: who wants to send has to call again. */
  hangUp(): void
  stop(): Promise<void>
}

/** A mail server that refuses whom it is told to. */
export const startMailServer = async (): Promise<MailServer> => {
  const refused: MailServer['refused'] = new Map()
  const lines = new Set<Socket>()
  let refusals = 0
  const refusalAt = (stage: 'connect' | 'auth' | 'sender'): Error | null => {
    if (told.answer?.stage !== stage) return null
    refusals += 1
    const { status } = told.answer
    return Object.assign(new Error(`not now (${status})`), { responseCode: status })
  }
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => done(refusalAt('connect')),
    onAuth({ username }, _session, done) {
      const error = refusalAt('auth')
      if (error === null) done(null, { user: username })
      else done(error)
    },
    onMailFrom: (_address, _session, done) => done(refusalAt('sender')),
    onRcptTo({ address }, _session, done) {
      const status = refused.get(address)
      done(status ? Object.assign(new Error('no such mailbox here'), { responseCode: status }) : null)
    },
    onData(stream, session, done) {
      const keep = async (): Promise<void> => {
        const { messageId = '' } = await simpleParser(await buffer(stream))
        const { mailFrom, rcptTo } = session.envelope
        for (const { address } of rcptTo) {
          told.taken.push({ to: address, from: mailFrom === false ? '' : mailFrom.address, messageId })
          if (refused.get(address) === 0) for (const line of lines) line.destroy()
        }
      }
      keep().then(() => done(), done)
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  listening.on('connection', line => lines.add(line))
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const told: MailServer = {
    url: `smtp://nha:mat-khau@127.0.0.1:${port}`,
    taken: [],
    refused,
    answer: null,
    refusals: () => refusals,
    hangUp() {
      for (const line of lines) line.destroy()
      lines.clear()
    },
    async stop() {
      await new Promise<void>(resolve => {
        server.close(resolve)
      })
    },
  }
  return told
}
