import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export interface Line {
  /** The server's address, by way of this line. */
  readonly url: string
  /** Breaks every connection and takes no new one. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Keeps every connection, and lets nothing through any more: the server hangs. */
  freeze(): void
}

/** A line to a server that can be cut and mended: the server goes away and is back under the same address. */
export const openLine = async (to: string): Promise<Line> => {
  const target = new URL(to)
  const open = new Set<Socket>()
  let port = 0
  let server: Server | null = null
  let isFrozen = false

  const join = (near: Socket): void => {
    const far = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      if (!isFrozen) socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  }
  const mend = async (): Promise<void> => {
    isFrozen = false
    server = createServer(join).listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  await mend()
  return {
    url: Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(port) }).href,
    async cut() {
      const closing = server
      if (closing === null) return
      server = null
      closing.close()
      for (const socket of open) socket.destroy()
      await once(closing, 'close')
    },
    mend,
    freeze() {
      isFrozen = true
      for (const socket of open) socket.unpipe().pause()
    },
  }
}
