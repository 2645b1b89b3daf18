import { type RequestHandler, Router } from 'express'
import type { z } from 'zod'
import { rolesOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { csrf } from './csrf.ts'
import type { Limits } from './limits.ts'
import { writeProblems } from './problems.ts'
import { type Access, type Route, STREAMED } from './route.ts'

const authorise =
  (access: Access): RequestHandler =>
  (req, res, next) => {
    if (access === 'public') {
      next()
    } else if (req.actor === null) {
      writeProblems(res, [problem('not-signed-in')])
    } else if (access !== 'signed-in' && !rolesOf(req.actor).some(role => access.includes(role))) {
      writeProblems(res, [problem('forbidden')])
    } else {
      next()
    }
  }

export const issuesOf = (error: z.ZodError, place: string): Problem[] =>
  error.issues.map(issue =>
    problem('input-not-valid', { reason: issue.message }, [place, ...issue.path.map(String)].join('/')),
  )

/** Every route: authorise → parse params, query and body by schema, naming all that is wrong → handle → answer. */
const handler =
  (route: Route): RequestHandler =>
  async (req, res) => {
    const wrong: Problem[] = []
    const parse = (schema: z.ZodType | undefined, value: unknown, place: string): unknown => {
      if (schema === undefined) return undefined
      const parsed = schema.safeParse(value)
      if (parsed.success) return parsed.data
      wrong.push(...issuesOf(parsed.error, place))
      return undefined
    }
    const params = parse(route.params, req.params, 'path')
    const query = parse(route.query, req.query, 'query')
    parse(route.headers, req.headers, 'header')
    // A multipart body is read by the handler, once it is clear that it is wanted.
    const isMultipart = route.multipart !== undefined && Boolean(req.is('multipart/form-data'))
    const body = isMultipart ? undefined : parse(route.body, req.body ?? {}, 'body')
    const [first, ...more] = wrong
    if (first !== undefined) {
      writeProblems(res, [first, ...more])
      return
    }
    const result = await route.handle({
      params,
      query,
      body,
      // A public route gets nobody in particular: no grants, no person.
      actor: req.actor ?? { id: 'nobody', name: '', grants: [], cadre: null },
      now: req.arrivedAt,
      req,
      res,
    } as Parameters<Route['handle']>[0])
    if (result === STREAMED) return
    if (!result.ok) {
      writeProblems(res, result.problems)
      return
    }
    const { status, body: answer, headers = {} } = result.value
    res.status(status).set({ 'Cache-Control': 'no-store', ...headers })
    if (answer === undefined) res.end()
    else res.json(answer)
  }

/** A path that is known, asked in a way that it does not take. */
const otherMethods = (allowed: readonly string[]): RequestHandler => {
  const allow = allowed.map(method => method.toUpperCase()).join(', ')
  return (req, res) => {
    res.set('Allow', allow)
    if (req.method === 'OPTIONS') res.status(204).end()
    else writeProblems(res, [problem('method-not-allowed', { method: req.method })])
  }
}

export const mount = (routes: readonly Route[], limits: Limits): Router => {
  const router = Router({ caseSensitive: true })
  const methods = new Map<string, string[]>()
  for (const route of routes) {
    router[route.method](
      route.path,
      authorise(route.access),
      csrf(route),
      ...(route.limit === undefined ? [] : limits(route.limit)),
      ...(route.before ?? []),
      handler(route),
    )
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method])
  }
  for (const [path, allowed] of methods) router.all(path, otherMethods(allowed))
  return router
}
