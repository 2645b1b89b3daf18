import type { Logger } from 'pino'
import { type HttpLogger, pinoHttp } from 'pino-http'

/** As long as the secrets that stand in addresses, those of sign-in links; ids and receipt codes are shorter. */
const SECRET = /[\w-]{40,}/g

interface LoggedRequest {
  readonly id: unknown
  readonly method: string
  readonly url: string
  readonly remoteAddress: string
}

/** A line for each request. No headers: cookies and tokens have no place in a log. */
export const requestLog = (log: Logger): HttpLogger =>
  pinoHttp({
    logger: log,
    quietReqLogger: true,
    serializers: {
      req: ({ id, method, url, remoteAddress }: LoggedRequest) => ({
        id,
        method,
        url: url.replace(SECRET, '…'),
        remoteAddress,
      }),
      res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
    },
  })
