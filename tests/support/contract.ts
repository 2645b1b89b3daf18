import { expect } from 'chai'
import type supertest from 'supertest'
import type { ProblemCode } from '../../src/domain/problems.ts'
import { problemDocument, refusalsOf } from '../../src/http/problem-document.ts'
import { STATUS } from '../../src/http/problems.ts'
import type { Route } from '../../src/http/route.ts'

/** What was asked in this run: route → statuses it answered with. */
export const asked = new Map<string, Set<number>>()

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`

/** What any address may say where no route is. */
const WITHOUT_ROUTE: readonly ProblemCode[] = ['not-found', 'method-not-allowed', 'not-signed-in']

const holdProblem = (response: supertest.Response, declared: readonly ProblemCode[]): void => {
  expect(response.type).to.equal('application/problem+json')
  const document = problemDocument.parse(response.body)
  expect(document, 'more than the schema says').to.deep.equal(response.body)
  expect(document.status).to.equal(response.status)
  expect(STATUS[document.code], `status of ${document.code}`).to.equal(response.status)
  expect(document.problems[0]?.code).to.equal(document.code)
  for (const { code } of document.problems) expect(declared, 'declared refusals').to.include(code)
}

const holdAnswer = (response: supertest.Response, answer: Route['answers'][number]): void => {
  if (answer === null) {
    expect(response.text ?? '', 'no body').to.equal('')
  } else if ('bytes' in answer) {
    if (!answer.bytes.includes('*')) expect(response.type).to.equal(answer.bytes)
  } else {
    expect(response.type).to.equal('application/json')
    // Parsing drops what the schema does not know, so an answer that says more differs.
    expect(answer.parse(response.body), 'more than the schema says').to.deep.equal(response.body)
  }
}

/** Holds every answer of a client, errors too, against what its route declares. */
export const holdToContract = (routes: readonly Route[]): ((test: supertest.Test) => void) => {
  const patterns = routes.map(route => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`),
  }))
  return test => {
    test.expect((response: supertest.Response) => {
      const { pathname } = new URL(test.url)
      if (test.method === 'OPTIONS' || !/^\/(api|health)\//.test(pathname)) return
      const method = test.method === 'HEAD' ? 'get' : test.method.toLowerCase()
      const route = patterns.find(
        known => known.route.method === method && known.pattern.test(pathname),
      )?.route
      const answer = route?.answers[response.status]
      try {
        if (route === undefined) holdProblem(response, WITHOUT_ROUTE)
        else if (answer === undefined) holdProblem(response, refusalsOf(route))
        else if (test.method !== 'HEAD') holdAnswer(response, answer)
      } catch (error) {
        const what = `${test.method} ${pathname} answered ${response.status}, which its contract does not say`
        throw new Error(`${what}: ${String(error)}\n${response.text ?? ''}`, { cause: error })
      }
      if (route === undefined) return
      const statuses = asked.get(nameOf(route)) ?? new Set()
      asked.set(nameOf(route), statuses.add(response.status))
    })
  }
}
