import { Agent, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}

/** Kept connections, as many as there are uploads at once. */
export const openClient = (port: number, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    async send(
      method: string,
      path: string,
      headers: Readonly<Record<string, string | number>>,
      body: readonly Buffer[] = [],
    ): Promise<Answer> {
      return new Promise((resolve, reject) => {
        const sent = request(
          {
            agent,
            port,
            host: '127.0.0.1',
            method,
            path,
            headers: { ...headers, 'Content-Length': body.reduce((sum, piece) => sum + piece.length, 0) },
          },
          answer => {
            const parts: Buffer[] = []
            answer.on('data', (part: Buffer) => parts.push(part))
            answer.on('error', reject)
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: Buffer.concat(parts),
              }),
            )
          },
        )
        sent.on('error', reject)
        sent.cork()
        for (const piece of body) sent.write(piece)
        sent.end()
      })
    },
    close: () => agent.destroy(),
  }
}

export type Client = ReturnType<typeof openClient>
