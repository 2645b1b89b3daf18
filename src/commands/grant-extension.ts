import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { formatDateTime } from '../domain/time.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { AuditEntry } from '../ports/audit.ts'
import type { GrantedExtension } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

/** Exactly one of `unit` and `enrolment`. */
export interface ExtensionInput {
  readonly unit?: UnitCode | undefined
  readonly enrolment?: EnrolmentId | undefined
  readonly dueAt: Date
  readonly closesAt?: Date | undefined
  readonly reason: string
}

const checkExtension = (
  campaign: Campaign,
  present: readonly GrantedExtension[],
  { dueAt, closesAt }: ExtensionInput,
): readonly Problem[] => {
  const problems: Problem[] = []
  const deadline = deadlineFor(campaign, present)
  if (dueAt <= deadline.dueAt)
    problems.push(problem('extension-not-later', { dueAt: formatDateTime(deadline.dueAt) }, 'body/dueAt'))
  if (closesAt !== undefined && closesAt < dueAt)
    problems.push(problem('campaign-dates-not-in-order', {}, 'body/closesAt'))
  return problems
}

/** What the extension would be, or every reason why it cannot. */
export const planExtension =
  ({
    campaigns,
    units,
    enrolments,
    extensions,
    random,
  }: Pick<Ports, 'campaigns' | 'units' | 'enrolments' | 'extensions' | 'random'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    input: ExtensionInput,
    now: Date,
    tx: Tx,
  ): Promise<Result<GrantedExtension>> => {
    const scope = scopeOf(actor, 'grant-extension')
    const campaign = await campaigns.find(code, tx)
    if (campaign === null) return refuse(problem('not-found'))
    const unit = input.unit === undefined ? null : await units.find(scope, input.unit)
    const enrolment =
      input.enrolment === undefined ? null : await enrolments.find(scope, code, input.enrolment, tx)
    const subject = unit ?? enrolment
    if (subject === null) return refuse(problem('not-found'))

    const present =
      enrolment === null
        ? await extensions.onPath(code, subject.path, tx)
        : await extensions.applyingTo(enrolment, tx)
    const [first, ...more] = checkExtension(campaign, present, input)
    if (first !== undefined) return refuse(first, ...more)
    return ok({
      id: random.id(),
      campaign: code,
      unit: unit?.code ?? null,
      enrolment: enrolment?.id ?? null,
      path: subject.path,
      dueAt: input.dueAt,
      closesAt: input.closesAt ?? null,
      reason: input.reason,
      grantedAt: now,
      grantedBy: actor.id,
    })
  }

export const grantedEntry = (
  actor: Actor,
  { id, campaign, unit, enrolment, path, dueAt, closesAt, reason, grantedAt }: GrantedExtension,
): AuditEntry => ({
  actor,
  action: 'extension.granted',
  target: unit === null ? `enrolment:${enrolment}` : `unit:${unit}`,
  path,
  at: grantedAt,
  details: { campaign, extension: id, dueAt, closesAt, reason },
})

export const writeExtension =
  ({ extensions, audit }: Pick<Ports, 'extensions' | 'audit'>) =>
  async (actor: Actor, extension: GrantedExtension, tx: Tx): Promise<void> => {
    await extensions.insert(extension, tx)
    await audit.write(grantedEntry(actor, extension), tx)
  }

/** Moves the dates of a person, or of a unit and all below it. What was judged before stays as it was judged. */
export const grantExtension =
  (ports: Parameters<typeof planExtension>[0] & Pick<Ports, 'audit' | 'transact'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    input: ExtensionInput,
    now: Date,
  ): Promise<Result<GrantedExtension>> =>
    ports.transact(async tx => {
      const planned = await planExtension(ports)(actor, code, input, now, tx)
      if (planned.ok) await writeExtension(ports)(actor, planned.value, tx)
      return planned
    })
