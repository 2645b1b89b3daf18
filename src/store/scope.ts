import type { Scope } from '../domain/permission.ts'

/** The scope as a part of the query itself, so that nothing outside it is ever read. */
export const unitInScope = (scope: Scope): Record<string, unknown> =>
  scope.kind === 'everything' ? {} : { path: { $in: [...scope.units] } }

export const enrolmentInScope = (scope: Scope): Record<string, unknown> => {
  if (scope.kind === 'everything') return {}
  const byUnit = { path: { $in: [...scope.units] } }
  return scope.cadre === null ? byUnit : { $or: [byUnit, { cadre: scope.cadre }] }
}
