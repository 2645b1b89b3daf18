import { setTimeout as sleep } from 'node:timers/promises'

type Json = Record<string, unknown>

/** What the API refused, with its code, so that a mismatch in the demo says what happened. */
class Refusal extends Error {}

/** A signed-in client of the API, as a script of an office would write one. */
export interface Client {
  get<T = Json>(path: string): Promise<T>
  send<T = Json>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T>
  upload<T = Json>(path: string, form: FormData, key: string): Promise<T>
  bytes(path: string): Promise<Buffer>
}

const json = async <T>(answer: Response): Promise<T> =>
  (answer.status === 204 ? {} : await answer.json()) as T

const clientWith = (url: string, identity: Record<string, string>): Client => {
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    // "Busy" is an answer like any other under load: wait as long as it says and send again.
    for (;;) {
      const answer = await fetch(`${url}${path}`, {
        ...init,
        headers: { ...identity, ...(init.headers as Json) } as HeadersInit,
      })
      if (answer.ok) return answer
      const wait = Number(answer.headers.get('retry-after'))
      if (answer.status !== 503 || !(wait > 0))
        throw new Refusal(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`)
      await sleep(wait * 1000)
    }
  }
  return {
    get: async path => json(await request(path)),
    send: async (method, path, body, headers = {}) =>
      json(
        await request(path, {
          method,
          headers: { ...headers, 'Content-Type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    upload: async (path, form, key) =>
      json(await request(path, { method: 'POST', body: form, headers: { 'Idempotency-Key': key } })),
    bytes: async path => Buffer.from(await (await request(path)).arrayBuffer()),
  }
}

/** A session as a browser holds it: its cookie, and the token that every write needs. */
const session = async (url: string, path: string, body: Json): Promise<Client> => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Refusal(`POST ${path}: ${answer.status} ${await answer.text()}`)
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const cookie = answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  return clientWith(`${url}/api/v1`, { Cookie: cookie, 'X-CSRF-Token': csrfToken })
}

export const signIn = async (url: string, login: string, password: string): Promise<Client> =>
  session(url, '/session', { login, password })

/** With the token of a sign-in mail. */
export const signInByLink = async (url: string, token: string): Promise<Client> =>
  session(url, '/sign-in-links/consume', { token })

/** Asks again until the answer satisfies; gives up, loudly, after the given seconds. */
export const until = async <T>(
  what: string,
  seconds: number,
  ask: () => Promise<T>,
  satisfied: (answer: T) => boolean,
): Promise<T> => {
  const giveUp = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (satisfied(answer)) return answer
    if (Date.now() > giveUp)
      throw new Error(`${what}: still not so after ${seconds} s: ${JSON.stringify(answer).slice(0, 500)}`)
    await sleep(200)
  }
}
