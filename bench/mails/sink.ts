import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes everything, keeps nothing, and knows when each mail was taken. */
export const startSink = async () => {
  const times: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      stream.on('end', () => {
        times.push(performance.now())
        done()
      })
      stream.resume()
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    times,
    async stop() {
      await new Promise<void>(resolve => {
        server.close(resolve)
      })
    },
  }
}
