import { STATUS_CODES } from 'node:http'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi'
import type { ProblemCode } from '../domain/problems.ts'
import { problemDocument, refusalsOf } from './problem-document.ts'
import { STATUS } from './problems.ts'
import type { Route } from './route.ts'

const ABOUT = `Errors are \`application/problem+json\` with a stable \`code\` and a Vietnamese \`detail\`.
Times are ISO 8601 UTC. Units, campaigns and topics are addressed by their codes.
Somebody else's object is 404, as if there were none.`

type Answer = Route['answers'][number]

const answerOf = (status: string, answer: Answer): ZodOpenApiResponseObject => {
  const description = STATUS_CODES[status] ?? status
  if (answer === null) return { description }
  if ('bytes' in answer)
    return { description, content: { [answer.bytes]: { schema: { type: 'string', format: 'binary' } } } }
  return { description, content: { 'application/json': { schema: answer } } }
}

const refusalOf = (codes: readonly ProblemCode[]): ZodOpenApiResponseObject => ({
  description: codes.map(code => `\`${code}\``).join(', '),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: [...codes] } } }],
      },
    },
  },
})

const responsesOf = (route: Route): ZodOpenApiOperationObject['responses'] => {
  const codes = refusalsOf(route)
  const statuses = [...new Set(codes.map(code => STATUS[code]))]
  return Object.fromEntries([
    ...statuses.map(status => [status, refusalOf(codes.filter(code => STATUS[code] === status))]),
    ...Object.entries(route.answers).map(([status, answer]) => [status, answerOf(status, answer)]),
  ])
}

const operationOf = (route: Route): ZodOpenApiOperationObject => {
  const { method, path, summary, tag, access, params, query, headers, body, multipart } = route
  const content = {
    ...(body === undefined ? {} : { 'application/json': { schema: body } }),
    ...(multipart === undefined ? {} : { 'multipart/form-data': { schema: multipart } }),
  }
  return {
    operationId: `${method}${path.replaceAll(/\W+/g, '_')}`,
    summary,
    tags: [tag],
    ...(Array.isArray(access) ? { description: `For: ${access.join(', ')}.` } : {}),
    security: access === 'public' ? [] : [{ token: [] }, { session: [] }],
    requestParams: {
      ...(params === undefined ? {} : { path: params }),
      ...(query === undefined ? {} : { query }),
      ...(headers === undefined ? {} : { header: headers }),
    },
    ...(Object.keys(content).length === 0 ? {} : { requestBody: { required: true, content } }),
    responses: responsesOf(route),
  }
}

/** Express' `/campaigns/:c` → OpenAPI's `/campaigns/{c}`. */
const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

/** OpenAPI 3.1, from the very schemas that the routes parse and answer with. Paths are whole. */
export const openApiDocument = (routes: readonly Route[], cookieName: string) => {
  const operationsAt = (path: string) =>
    routes.filter(route => route.path === path).map(route => [route.method, operationOf(route)])
  return createDocument({
    openapi: '3.1.1',
    info: { title: 'Thu Hoạch', version: '1', description: ABOUT },
    servers: [{ url: '/' }],
    components: {
      schemas: { Problem: problemDocument },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of POST /api/v1/tokens' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName,
          description:
            'Set by POST /api/v1/session; every write also sends its `csrfToken` as `x-csrf-token`',
        },
      },
    },
    paths: Object.fromEntries(
      routes.map(({ path }) => [templateOf(path), Object.fromEntries(operationsAt(path))]),
    ),
  })
}
