import type { CadreId } from './cadre.ts'
import type { UnitCode } from './unit.ts'

export const ROLES = ['cadre', 'staff', 'trainer', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A role held over units and all below them; an admin's reaches everything. */
export type Grant =
  | { readonly role: 'admin' }
  | { readonly role: 'staff' | 'trainer'; readonly units: readonly UnitCode[] }

/** Who is asking. Being a cadre comes from being in the rosters, not from a grant. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly cadre: CadreId | null
}

/** The worker and the command line act as the house itself. */
export const HOUSE: Actor = { id: 'system', name: 'Hệ thống', grants: [{ role: 'admin' }], cadre: null }

/** What may be done to people, their essays and their units, and by whom: the whole policy. */
const POLICY = {
  'see-campaign': ['cadre', 'staff', 'trainer', 'admin'],
  'edit-campaign': ['admin'],
  'edit-units': ['admin'],
  'see-unit': ['staff', 'trainer', 'admin'],
  'import-roster': ['staff', 'admin'],
  'gather-essays': ['staff', 'admin'],
  'see-enrolment': ['cadre', 'staff', 'trainer', 'admin'],
  'list-enrolments': ['staff', 'trainer', 'admin'],
  'hand-in': ['cadre', 'staff', 'admin'],
  'review-essay': ['trainer', 'admin'],
  'record-paper': ['staff', 'admin'],
  'take-back-paper': ['staff', 'admin'],
  'withdraw-essay': ['cadre', 'staff', 'admin'],
  'see-history': ['staff', 'admin'],
  'move-person': ['staff', 'admin'],
  'edit-contact': ['staff', 'admin'],
  'issue-slip': ['staff', 'admin'],
  'see-progress': ['staff', 'trainer', 'admin'],
  'see-extension': ['staff', 'admin'],
  'grant-extension': ['staff', 'admin'],
  'request-extension': ['cadre'],
  'change-contact': ['cadre'],
  'grant-exemption': ['staff', 'admin'],
  'send-reminder': ['staff', 'admin'],
  'see-report': ['staff', 'trainer', 'admin'],
  'compile-report': ['staff', 'admin'],
  /** Of the Confederation and all below it; see queries/compile-scope.ts. */
  'compile-nation': ['trainer', 'admin'],
  'manage-accounts': ['admin'],
  'see-audit': ['admin'],
  'see-work': ['admin'],
  'test-mail': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof POLICY

/** What an actor reaches with an action. It goes into the query itself: what is out of it does not exist for him. */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'some'; readonly units: readonly UnitCode[]; readonly cadre: CadreId | null }

export const scopeOf = (actor: Actor, action: Action): Scope => {
  const roles: readonly Role[] = POLICY[action]
  const units: UnitCode[] = []
  for (const grant of actor.grants) {
    if (!roles.includes(grant.role)) continue
    if (grant.role === 'admin') return { kind: 'everything' }
    units.push(...grant.units)
  }
  return { kind: 'some', units, cadre: roles.includes('cadre') ? actor.cadre : null }
}

/** Himself, where the action is one that people do for themselves. */
export const ownCadre = (actor: Actor, action: Action): CadreId | null => {
  const scope = scopeOf(actor, action)
  return scope.kind === 'some' ? scope.cadre : null
}

/** The action is not his at all (403), as against an object that is out of his reach (404). */
export const mayNever = (scope: Scope): boolean =>
  scope.kind === 'some' && scope.units.length === 0 && scope.cadre === null

/** Does the scope reach the unit with this path (root first), itself or through a unit above it? */
export const reachesUnit = (scope: Scope, path: readonly UnitCode[]): boolean =>
  scope.kind === 'everything' || path.some(code => scope.units.includes(code))

export const reachesEnrolment = (
  scope: Scope,
  enrolment: { readonly path: readonly UnitCode[]; readonly cadre: CadreId },
): boolean => reachesUnit(scope, enrolment.path) || (scope.kind === 'some' && scope.cadre === enrolment.cadre)

/** Role names for display and for `GET /session`. */
export const rolesOf = (actor: Actor): readonly Role[] => [
  ...(actor.cadre === null ? [] : (['cadre'] as const)),
  ...new Set(actor.grants.map(grant => grant.role)),
]

export const unitsOf = (actor: Pick<Actor, 'grants'>): readonly UnitCode[] => [
  ...new Set(actor.grants.flatMap(grant => (grant.role === 'admin' ? [] : grant.units))),
]
