import type { Problem } from './problems.ts'

/** What a command or query answers: the value, or every reason why not. A refusal is data; only bugs and broken servers throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused
export interface Refused {
  readonly ok: false
  readonly problems: readonly [Problem, ...Problem[]]
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (first: Problem, ...more: readonly Problem[]): Refused => ({
  ok: false,
  problems: [first, ...more],
})

export const mapResult = <T, U>(result: Result<T>, change: (value: T) => U): Result<U> =>
  result.ok ? ok(change(result.value)) : result
