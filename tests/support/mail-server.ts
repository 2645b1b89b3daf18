import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly url: string
  /** What was taken: the address, and the Message-ID. */
  readonly taken: { readonly to: string; readonly messageId: string }[]
  /** An address → the status it is refused with, from now on; 0: taken, and then the line goes dead. */
  readonly refused: Map<string, number>
  stop(): Promise<void>
}

/** A mail server that refuses whom it is told to. */
export const startMailServer = async (): Promise<MailServer> => {
  const taken: MailServer['taken'] = []
  const refused = new Map<string, number>()
  const lines = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const status = refused.get(address)
      done(status ? Object.assign(new Error('no such mailbox here'), { responseCode: status }) : null)
    },
    onData(stream, session, done) {
      const keep = async (): Promise<void> => {
        const { messageId = '' } = await simpleParser(await buffer(stream))
        for (const { address } of session.envelope.rcptTo) {
          taken.push({ to: address, messageId })
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
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refused,
    async stop() {
      await new Promise<void>(resolve => {
        server.close(resolve)
      })
    },
  }
}
