import { once } from 'node:events'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface MailCatcher {
  readonly url: string
  /** Holds one `.eml` file a caught mail, in order of arrival. */
  readonly folder: string
  stop(): Promise<void>
}

/** A mail server on loopback that sends nothing on: every mail becomes a file. */
export const startMailCatcher = async (folder: string): Promise<MailCatcher> => {
  const mails = join(folder, 'mail')
  await mkdir(mails, { recursive: true })
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      count += 1
      const name = `${Date.now()}-${String(count).padStart(6, '0')}.eml`
      const keep = async (): Promise<void> => {
        const temporary = join(mails, `.${name}`)
        await writeFile(temporary, await buffer(stream))
        await rename(temporary, join(mails, name))
      }
      keep().then(() => done(), done)
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder: mails,
    async stop() {
      await new Promise<void>(resolve => {
        server.close(resolve)
      })
    },
  }
}
