import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface MessageGateway {
  readonly url: string
  /** What was taken, once for each key. */
  readonly taken: Map<string, { readonly to: string; readonly text: string }>
  /** Every request that was signed as it should be, and those that were not. */
  readonly counts: { genuine: number; forged: number }
  /** A number → how it is refused, from now on; 0: taken, and then the line goes dead. */
  readonly refused: Map<string, { readonly status: number; readonly retryAfter?: string }>
  /** How it refuses everybody; null: it does not. */
  answer: number | null
  stop(): Promise<void>
}

/** A gateway of messages that checks who sends to it, and refuses whom it is told to. */
export const startMessageGateway = async (secret: string): Promise<MessageGateway> => {
  const told: Omit<MessageGateway, 'url' | 'stop'> = {
    taken: new Map(),
    counts: { genuine: 0, forged: 0 },
    refused: new Map(),
    answer: null,
  }
  const end = (res: ServerResponse, status: number, body = ''): void => void res.writeHead(status).end(body)
  const server = createServer((req, res) => {
    const handle = async (): Promise<void> => {
      const body = await text(req)
      const hmac = createHmac('sha256', secret).update(`${String(req.headers['x-timestamp'])}.${body}`)
      if (req.headers['x-signature'] !== `sha256=${hmac.digest('hex')}`) {
        told.counts.forged += 1
        end(res, 401)
        return
      }
      told.counts.genuine += 1
      const { id, to, text: words } = JSON.parse(body) as Record<'id' | 'to' | 'text', string>
      const refusal = told.answer === null ? told.refused.get(to) : { status: told.answer }
      if (refusal !== undefined && refusal.status !== 0) {
        if ('retryAfter' in refusal) res.setHeader('Retry-After', refusal.retryAfter ?? '')
        end(res, refusal.status, `not to ${to}`)
        return
      }
      if (req.headers['idempotency-key'] === id) told.taken.set(id, { to, text: words })
      if (refusal === undefined) end(res, 202, '{"queued":true}')
      else req.socket.destroy()
    }
    handle().catch(() => req.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(told, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tin-nhan`,
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => {
        server.close(resolve)
      })
    },
  })
}
