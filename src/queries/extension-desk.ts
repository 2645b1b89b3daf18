import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import { owedTopics } from '../domain/completion.ts'
import { type Deadline, deadlineFor } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { ExtensionRequest } from '../domain/extension-request.ts'
import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { appliesTo, type GrantedExtension } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'
import { getUnitChoice, type UnitChoice } from './unit-choice.ts'
import { unitNames } from './unit-names.ts'

export interface AskedView {
  readonly request: ExtensionRequest
  readonly enrolment: Enrolment
  /** Name of his unit. */
  readonly unit: string
  readonly owed: readonly TopicCode[]
  /** As it is now. */
  readonly deadline: Deadline
}

export interface GrantedView {
  readonly extension: GrantedExtension
  /** null: it is for a unit and all below it, or for somebody who has moved out of reach. */
  readonly enrolment: Enrolment | null
  /** Name of the unit, or of the person's. */
  readonly unit: string
  /** Who granted it. */
  readonly by: string
}

/** What staff work on who answer for a unit's dates. */
export interface ExtensionDesk extends UnitChoice {
  /** Oldest first. */
  readonly waiting: readonly AskedView[]
  /** Newest first; the newest of them. */
  readonly answered: readonly AskedView[]
  /** Newest first. */
  readonly granted: readonly GrantedView[]
}

const NEWEST_ANSWERED = 50

type Needed = Pick<
  Ports,
  'campaigns' | 'units' | 'enrolmentLists' | 'extensions' | 'extensionRequests' | 'accounts'
>

/** Requests and extensions of a unit and all below it; without one, of the highest that the actor answers for. */
export const getExtensionDesk =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
  ): Promise<Result<ExtensionDesk>> => {
    const scope = scopeOf(actor, 'grant-extension')
    const choice = await getUnitChoice(ports)(actor, 'grant-extension', asked)
    if (!choice.ok) return choice
    const { campaign, unit } = choice.value
    const within = { unit: unit.code }
    const [waiting, answered, granted, all] = await Promise.all([
      ports.extensionRequests.list(scope, campaign.code, { ...within, waiting: true }),
      ports.extensionRequests.list(scope, campaign.code, { ...within, waiting: false }),
      ports.extensions.list(scope, campaign.code, within),
      ports.extensions.ofCampaign(campaign.code),
    ])
    const newest = answered.toReversed().slice(0, NEWEST_ANSWERED)
    const unitName = await unitNames(ports)([...waiting, ...newest].map(({ enrolment }) => enrolment.unit))
    const grantedViews = await viewGranted(ports)(scope, campaign.code, granted)
    const view = ({ request, enrolment }: (typeof waiting)[number]): AskedView => ({
      request,
      enrolment,
      unit: unitName(enrolment.unit),
      owed: owedTopics(campaign, enrolment.heads, enrolment.exemption !== null),
      deadline: deadlineFor(campaign, all.filter(appliesTo(enrolment))),
    })
    return mapResult(choice, known => ({
      ...known,
      waiting: waiting.map(view),
      answered: newest.map(view),
      granted: grantedViews,
    }))
  }

/** One extension that the actor may revoke. */
export const getGrantedExtension =
  (ports: Needed) =>
  async (actor: Actor, code: CampaignCode, id: string): Promise<Result<GrantedView>> => {
    const scope = scopeOf(actor, 'grant-extension')
    const granted = (await ports.extensions.list(scope, code, {})).filter(extension => extension.id === id)
    const [view] = await viewGranted(ports)(scope, code, granted)
    return view === undefined ? refuse(problem('not-found')) : ok(view)
  }

const viewGranted =
  (ports: Pick<Ports, 'units' | 'enrolmentLists' | 'accounts'>) =>
  async (
    scope: Scope,
    campaign: CampaignCode,
    granted: readonly GrantedExtension[],
  ): Promise<readonly GrantedView[]> => {
    const theirs = granted.flatMap(({ enrolment }) => enrolment ?? [])
    const people = await ports.enrolmentLists.some(scope, campaign, theirs)
    const person = new Map(people.map(enrolment => [enrolment.id, enrolment]))
    const unitOf = ({ unit, enrolment, path }: GrantedExtension): UnitCode =>
      unit ?? person.get(enrolment ?? '')?.unit ?? path.at(-1) ?? ''
    const unitName = await unitNames(ports)(granted.map(unitOf))
    const granter = await grantersOf(ports)(granted)
    return granted.map(extension => ({
      extension,
      enrolment: person.get(extension.enrolment ?? '') ?? null,
      unit: unitName(unitOf(extension)),
      by: granter(extension.grantedBy),
    }))
  }

const grantersOf =
  ({ accounts }: Pick<Ports, 'accounts'>) =>
  async (granted: readonly GrantedExtension[]): Promise<(id: string) => string> => {
    const ids = [...new Set(granted.map(({ grantedBy }) => grantedBy))]
    const found = await Promise.all(ids.map(async id => accounts.byId(id)))
    const names = new Map(found.flatMap(account => (account === null ? [] : [[account.id, account.name]])))
    return id => names.get(id) ?? id
  }
