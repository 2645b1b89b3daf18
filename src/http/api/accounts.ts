import { z } from 'zod'
import { changeAccount } from '../../commands/change-account.ts'
import { endSessions } from '../../commands/end-sessions.ts'
import { inviteAccount } from '../../commands/invite-account.ts'
import type { MailedLink } from '../../commands/password-link.ts'
import { revokeAccountTokens } from '../../commands/revoke-account-tokens.ts'
import { sendPasswordLink } from '../../commands/send-password-link.ts'
import { ROLES } from '../../domain/permission.ts'
import { mapResult } from '../../domain/result.ts'
import type { Account } from '../../ports/accounts.ts'
import type { Ports } from '../../ports/index.ts'
import { type AccountView, getAccount, listAccounts } from '../../queries/accounts.ts'
import { accountId, grant } from '../../wire/account.ts'
import { line } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { typedLogin } from './session-shapes.ts'
import { isoTime } from './shapes.ts'

const params = z.object({ id: accountId })

const accountAnswer = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    grants: z.array(grant),
    cadre: z.string().nullable().meta({ description: 'The person of the rosters whose account it is' }),
    hasPassword: z.boolean().meta({ description: 'false: signs in by mail link only' }),
    disabled: z.boolean(),
  })
  .meta({ id: 'Account' })

const present = ({ id, login, name, grants, cadre, passwordHash, disabled }: Account) => ({
  ...{ id, login, name, cadre, disabled },
  grants: grants.map(one => (one.role === 'admin' ? { role: one.role } : { ...one, units: [...one.units] })),
  hasPassword: passwordHash !== null,
})

const accountView = accountAnswer.extend({
  mail: z.string().nullable().meta({ description: 'Where its mail goes' }),
  sessions: z.int().meta({ description: 'Browsers that are signed in' }),
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: isoTime,
      lastUsedAt: isoTime.nullable().meta({ description: 'To the hour' }),
    }),
  ),
})

const presentView = ({ account, mail, sessions, tokens }: AccountView): z.input<typeof accountView> => ({
  ...present(account),
  mail,
  sessions,
  tokens: tokens.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  })),
})

const mailed = z
  .object({
    mail: z.string(),
    failure: z
      .string()
      .nullable()
      .meta({ description: "The mail server's own words where it did not take the letter" }),
  })
  .meta({ id: 'MailedLink' })
const presentMailed = ({ mail, failure }: MailedLink) => ({ mail, failure })

/** Accounts, for admins. One's own session and tokens are elsewhere. */
export const accountRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/accounts',
    summary: 'Accounts by name',
    tag: 'Accounts',
    access: ['admin'],
    query: z.object({
      q: z.string().max(100).optional().meta({ description: 'Words that all occur in name or login' }),
      role: z.enum(ROLES).optional(),
      disabled: z
        .enum(['true', 'false'])
        .transform(text => text === 'true')
        .optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: accountId.optional(),
    }),
    answers: { 200: z.object({ items: z.array(accountAnswer), nextCursor: z.string().nullable() }) },
    refusals: [],
    handle: async ({ actor, query }) =>
      reply(
        mapResult(await listAccounts(ports)(actor, query), ({ accounts, nextCursor }) => ({
          items: accounts.map(present),
          nextCursor,
        })),
      ),
  }),
  route({
    method: 'post',
    path: '/accounts',
    summary: 'Make an account and mail its owner a link to choose a password',
    tag: 'Accounts',
    access: ['admin'],
    body: z.object({ login: typedLogin, name: line(200), grants: z.array(grant).max(10).default([]) }),
    answers: { 201: accountAnswer.extend({ mailed }) },
    refusals: ['already-exists', 'account-without-address'],
    handle: async ({ actor, body, now }) =>
      reply(
        mapResult(await inviteAccount(ports)(actor, body, now), made => ({
          ...present(made.account),
          mailed: presentMailed(made.mailed),
        })),
        201,
      ),
  }),
  route({
    method: 'get',
    path: '/accounts/:id',
    summary: 'One account with its tokens',
    tag: 'Accounts',
    access: ['admin'],
    params,
    answers: { 200: accountView },
    refusals: [],
    handle: async ({ actor, params }) =>
      reply(mapResult(await getAccount(ports)(actor, params.id), presentView)),
  }),
  route({
    method: 'patch',
    path: '/accounts/:id',
    summary: 'Rename an account, change its grants, disable or enable it; what is not given stays',
    tag: 'Accounts',
    access: ['admin'],
    params,
    body: z.object({
      name: line(200).optional(),
      grants: z.array(grant).max(10).optional(),
      disabled: z.boolean().optional(),
    }),
    answers: { 200: accountAnswer },
    refusals: ['own-admin-grant', 'last-admin'],
    handle: async ({ actor, params, body, now }) =>
      reply(mapResult(await changeAccount(ports)(actor, params.id, body, now), present)),
  }),
  route({
    method: 'post',
    path: '/accounts/:id/password-links',
    summary: 'Take the password away, end the sessions, and mail a link to choose a new one',
    tag: 'Accounts',
    access: ['admin'],
    params,
    answers: { 200: mailed },
    refusals: ['account-without-address', 'account-disabled'],
    handle: async ({ actor, params, now }) =>
      reply(mapResult(await sendPasswordLink(ports)(actor, params.id, now), presentMailed)),
  }),
  route({
    method: 'delete',
    path: '/accounts/:id/sessions',
    summary: 'Sign the account out of every browser',
    tag: 'Accounts',
    access: ['admin'],
    params,
    answers: { 204: null },
    refusals: [],
    handle: async ({ actor, params, now }) => reply(await endSessions(ports)(actor, params.id, now), 204),
  }),
  route({
    method: 'delete',
    path: '/accounts/:id/tokens',
    summary: 'Revoke all tokens of the account',
    tag: 'Accounts',
    access: ['admin'],
    params,
    answers: { 200: z.object({ revoked: z.int() }) },
    refusals: [],
    handle: async ({ actor, params, now }) =>
      reply(
        mapResult(await revokeAccountTokens(ports)(actor, params.id, null, now), revoked => ({ revoked })),
      ),
  }),
  route({
    method: 'delete',
    path: '/accounts/:id/tokens/:token',
    summary: 'Revoke one token of the account',
    tag: 'Accounts',
    access: ['admin'],
    params: params.extend({ token: z.string().max(100) }),
    answers: { 204: null },
    refusals: [],
    handle: async ({ actor, params, now }) =>
      reply(await revokeAccountTokens(ports)(actor, params.id, params.token, now), 204),
  }),
]
