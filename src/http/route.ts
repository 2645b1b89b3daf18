import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { Actor, Role } from '../domain/permission.ts'
import type { ProblemCode } from '../domain/problems.ts'
import type { Result } from '../domain/result.ts'
import type { LimitName } from './limits.ts'

/** Who may knock. What he then reaches is decided by the scope in the query, never here. */
export type Access = 'public' | 'signed-in' | readonly Role[]

type Shape = z.ZodObject
type Output<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined

export interface Context<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends z.ZodType | undefined,
> {
  readonly params: Output<P>
  readonly query: Output<Q>
  readonly body: Output<B>
  readonly actor: Actor
  /** When the request arrived. */
  readonly now: Date
  readonly req: Request
  readonly res: Response
}

/** What a handler answers with; `STREAMED` when it has written the response itself. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
export const STREAMED = Symbol('streamed')

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Express form, e.g. `/campaigns/:c/enrolments/:e`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly access: Access
  readonly params?: Shape | undefined
  readonly query?: Shape | undefined
  /** Names in lower case. Validated; the handler reads them from the request. */
  readonly headers?: Shape | undefined
  /** JSON body. */
  readonly body?: z.ZodType | undefined
  /** Multipart body as documented; the route's own `before` handlers read it. */
  readonly multipart?: Shape | undefined
  /** Success answers by status: a schema, `null` for none, or a media type for bytes. */
  readonly answers: Readonly<Record<number, z.ZodType | null | { readonly bytes: string }>>
  /** Refusals it can answer with beyond those every route has. */
  readonly refusals: readonly ProblemCode[]
  /** How often it may be asked; see http/limits.ts. */
  readonly limit?: LimitName | undefined
  /** Express handlers after authorisation and before validation of the body: rate limits, multipart. */
  readonly before?: readonly RequestHandler[] | undefined
  readonly handle: (
    context: Context<Shape | undefined, Shape | undefined, z.ZodType | undefined>,
  ) => Promise<Result<Reply> | typeof STREAMED>
}

/** Types the handler from the schemas; at run time it is the object itself. */
export const route = <
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: Omit<Route, 'params' | 'query' | 'body' | 'handle'> & {
    readonly params?: P
    readonly query?: Q
    readonly body?: B
    readonly handle: (context: Context<P, Q, B>) => Promise<Result<Reply> | typeof STREAMED>
  },
): Route => definition

/** A command's result → the reply with that status, its value as the body. */
export const reply = <T>(result: Result<T>, status = 200): Result<Reply> =>
  result.ok ? { ok: true, value: status === 204 ? { status } : { status, body: result.value } } : result
