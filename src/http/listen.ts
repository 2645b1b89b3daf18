import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** Headers are short: who takes longer holds a socket for nothing. */
const HEADERS_MS = 20_000
/** Longer than the proxies in front keep a connection, so that they never write into one being closed. */
const KEEP_ALIVE_MS = 75_000
/** What is under way may take so long to finish once the server stops. */
const FINISH_MS = 10_000

export interface ListenOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Longest time from a request's first byte to its last: a large file on a slow line. */
  readonly requestMs: number
}

export interface Listening {
  readonly port: number
  /** Accepts nothing new; requests under way have ten seconds to finish. */
  stop(): Promise<void>
}

const refusal = (error: unknown, { host, port }: ListenOptions): unknown => {
  if (!(error instanceof Error && 'code' in error)) return error
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'another program listens there; set PORT to another one, or to 0 for any that is free',
    EACCES: 'this user may not listen there; set PORT above 1023',
    EADDRNOTAVAIL: 'this machine does not have that address; set HOST',
    ENOTFOUND: 'no such address; set HOST',
  }
  const reason = reasons[String(error.code)]
  return reason === undefined ? error : new Error(`Cannot listen on ${host}:${port}: ${reason}.`)
}

export const listen = async (app: RequestListener, options: ListenOptions): Promise<Listening> => {
  const server = createServer(
    { requestTimeout: options.requestMs, headersTimeout: HEADERS_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    app,
  )
  try {
    await once(server.listen(options.port, options.host), 'listening')
  } catch (error) {
    throw refusal(error, options)
  }
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : options.port,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      // A kept connection becomes idle only when its answer is out.
      const sweep = setInterval(() => server.closeIdleConnections(), 100)
      const force = setTimeout(() => server.closeAllConnections(), FINISH_MS)
      await closed
      clearInterval(sweep)
      clearTimeout(force)
    },
  }
}
