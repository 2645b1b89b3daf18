import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Logger } from 'pino'
import { loginOf } from '../domain/login.ts'
import { problem } from '../domain/problems.ts'
import type { LimitStore } from './limit-store.ts'
import { writeProblems } from './problems.ts'

interface Rule {
  /** Whom to count: an address alone is a whole office, so it is allowed far more than one account from one address. */
  readonly per: 'address' | 'login' | 'login-and-address'
  readonly times: number
  readonly minutes: number
  /** What succeeds is not counted. */
  readonly failuresOnly?: boolean
}

/** Every limit that a route can have; all rules of one hold. */
const LIMITS = {
  'sign-in': [
    { per: 'login-and-address', times: 10, minutes: 15, failuresOnly: true },
    { per: 'address', times: 300, minutes: 15, failuresOnly: true },
  ],
  'sign-in-link': [
    { per: 'login-and-address', times: 5, minutes: 15 },
    { per: 'login', times: 20, minutes: 60 },
    { per: 'address', times: 300, minutes: 15 },
  ],
  'open-link': [{ per: 'address', times: 300, minutes: 15, failuresOnly: true }],
  /** Each sends a mail to an address that somebody typed. */
  'confirm-email': [{ per: 'address', times: 60, minutes: 60 }],
  /** What anybody may ask without signing in. */
  public: [{ per: 'address', times: 600, minutes: 1 }],
} as const satisfies Record<string, readonly Rule[]>

export type LimitName = keyof typeof LIMITS

const loginIn = (req: Request): string => {
  const body: unknown = req.body
  const login = typeof body === 'object' && body !== null && 'login' in body ? body.login : ''
  return typeof login === 'string' ? loginOf(login) : ''
}

/** Hashed: Redis holds no names and no addresses. */
const keyOf = (per: Rule['per'], req: Request): string => {
  const address = ipKeyGenerator(req.ip ?? '')
  const parts = { address: [address], login: [loginIn(req)], 'login-and-address': [loginIn(req), address] }
  return createHash('sha256').update(parts[per].join('\n')).digest('base64url')
}

export type Limits = (name: LimitName) => readonly RequestHandler[]

/** The handlers that hold a route to its limit. Each rule counts once a process, however many routes share it. */
export const limitsOn = (store: LimitStore, log: Logger): Limits => {
  const handlers = new Map<LimitName, readonly RequestHandler[]>()
  const failures = (error: unknown): void => log.debug({ error }, 'rate limits are down: passing')
  const handlerOf = (name: LimitName, rule: Rule): RequestHandler =>
    rateLimit({
      windowMs: rule.minutes * 60_000,
      limit: rule.times,
      store: store.named(`${name}:${rule.per}`),
      keyGenerator: req => keyOf(rule.per, req),
      skipSuccessfulRequests: rule.failuresOnly ?? false,
      passOnStoreError: true,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      logger: { error: failures, warn: failures },
      handler(_req, res) {
        // The limiter has just said it in this header.
        const seconds = Number(res.get('Retry-After') ?? rule.minutes * 60)
        writeProblems(res, [problem('too-many-requests', { seconds })])
      },
    })
  return name => {
    const known = handlers.get(name)
    if (known !== undefined) return known
    const rules: readonly Rule[] = LIMITS[name]
    const made = rules.map(rule => handlerOf(name, rule))
    handlers.set(name, made)
    return made
  }
}
