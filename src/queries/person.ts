import type { CampaignCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { Notice } from '../domain/notice.ts'
import { type Action, type Actor, reachesEnrolment, reachesUnit, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import { type SlipState, slipState } from '../domain/slip.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { StoredAuditEntry } from '../ports/audit.ts'
import type { GrantedExtension } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'
import { type EnrolmentView, getEnrolment } from './enrolment.ts'
import { unitNames } from './unit-names.ts'

/** What staff may do about somebody. */
const ACTIONS = [
  'hand-in',
  'record-paper',
  'take-back-paper',
  'withdraw-essay',
  'grant-extension',
  'grant-exemption',
  'move-person',
  'edit-contact',
  'issue-slip',
  'see-history',
] as const satisfies readonly Action[]
export type PersonAction = (typeof ACTIONS)[number]

/** As many as a page shows. */
const RECENT = 50

export interface PersonView extends EnrolmentView {
  /** His unit and those above it, as far as the actor reaches; highest first. */
  readonly units: readonly Unit[]
  readonly unitName: (code: UnitCode) => string
  /** Of his own and of his units, in force. */
  readonly extensions: readonly GrantedExtension[]
  /** Of his sign-in slip. */
  readonly slip: SlipState
  readonly may: Readonly<Record<PersonAction, boolean>>
  /** Newest first; null: not for the actor's eyes. */
  readonly history: {
    readonly notices: readonly Notice[]
    readonly entries: readonly StoredAuditEntry[]
  } | null
}

/** Asked of the same function that the commands ask. */
const permitted = (
  actor: Actor,
  enrolment: Parameters<typeof reachesEnrolment>[1],
): Record<PersonAction, boolean> => {
  const may = (action: PersonAction): boolean => reachesEnrolment(scopeOf(actor, action), enrolment)
  return {
    'hand-in': may('hand-in'),
    'record-paper': may('record-paper'),
    'take-back-paper': may('take-back-paper'),
    'withdraw-essay': may('withdraw-essay'),
    'grant-extension': may('grant-extension'),
    'grant-exemption': may('grant-exemption'),
    'move-person': may('move-person'),
    'edit-contact': may('edit-contact'),
    'issue-slip': may('issue-slip'),
    'see-history': may('see-history'),
  }
}

/** Somebody as staff sees him, with what was written to him and done about him. */
export const getPerson =
  (
    ports: Pick<Ports, 'units' | 'extensions' | 'notices' | 'audit' | 'slips'> &
      Parameters<typeof getEnrolment>[0],
  ) =>
  async (actor: Actor, campaign: CampaignCode, id: EnrolmentId, now: Date): Promise<Result<PersonView>> => {
    const found = await getEnrolment(ports)(actor, campaign, id)
    if (!found.ok) return found
    const { enrolment } = found.value
    const may = permitted(actor, enrolment)
    const history = async (): Promise<PersonView['history']> => {
      if (!may['see-history']) return null
      const scope = scopeOf(actor, 'see-history')
      const [notices, entries] = await Promise.all([
        ports.notices.ofEnrolment(scope, enrolment.id, RECENT),
        ports.audit.page(
          scope,
          { targets: [`enrolment:${enrolment.id}`, `cadre:${enrolment.cadre}`] },
          null,
          RECENT,
        ),
      ])
      return { notices, entries }
    }
    const [path, unitName, extensions, slip, past] = await Promise.all([
      ports.units.byCodes(enrolment.path),
      unitNames(ports)([enrolment.unit, ...enrolment.stays.map(({ unit }) => unit)]),
      ports.extensions.applyingTo(enrolment),
      ports.slips.of(enrolment.id),
      history(),
    ])
    const scope = scopeOf(actor, 'see-unit')
    return ok({
      ...found.value,
      units: path.filter(unit => reachesUnit(scope, unit.path)).sort((a, b) => a.path.length - b.path.length),
      unitName,
      extensions,
      slip: slipState(slip, now),
      may,
      history: past,
    })
  }
