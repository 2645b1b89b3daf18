import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { formatDateTime } from '../domain/time.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { GrantedExtension } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'

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

/** Moves the dates of a person, or of a unit and all below it. What was judged before stays as it was judged. */
export const grantExtension =
  ({
    campaigns,
    units,
    enrolments,
    extensions,
    audit,
    random,
    transact,
  }: Pick<Ports, 'campaigns' | 'units' | 'enrolments' | 'extensions' | 'audit' | 'random' | 'transact'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    input: ExtensionInput,
    now: Date,
  ): Promise<Result<GrantedExtension>> => {
    const scope = scopeOf(actor, 'grant-extension')
    return transact(async tx => {
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

      const extension: GrantedExtension = {
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
      }
      await extensions.insert(extension, tx)
      const { id, path, dueAt, closesAt, reason } = extension
      await audit.write(
        {
          actor,
          action: 'extension.granted',
          target: unit === null ? `enrolment:${extension.enrolment}` : `unit:${unit.code}`,
          path,
          at: now,
          details: { campaign: code, extension: id, dueAt, closesAt, reason },
        },
        tx,
      )
      return ok(extension)
    })
  }
