import type { Server } from 'node:http'
import type { ReadyMessage } from '../../src/boot/run.ts'

/** Tells the process that started this one where it listens; ends when that one is gone. */
export const announce = (server: Server): void => {
  server.once('listening', () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    process.send?.({ ready: true, port } satisfies ReadyMessage)
  })
  process.on('disconnect', () => process.exit())
}
