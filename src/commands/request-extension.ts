import type { CampaignCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import { checkAskedDate, checkAsking, type ExtensionRequest } from '../domain/extension-request.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { findEnrolment } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

/** Asks the staff of the actor's own unit, or of one above it, for a later date. */
export const requestExtension =
  ({
    campaigns,
    enrolments,
    extensions,
    extensionRequests,
    audit,
    random,
  }: Pick<Ports, 'campaigns' | 'enrolments' | 'extensions' | 'extensionRequests' | 'audit' | 'random'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    { dueAt, reason }: Pick<ExtensionRequest, 'dueAt' | 'reason'>,
    now: Date,
  ): Promise<Result<ExtensionRequest>> => {
    const [campaign, enrolment] = await Promise.all([
      campaigns.find(code),
      findEnrolment(enrolments, actor, 'request-extension', code, 'me'),
    ])
    if (campaign === null || enrolment === null) return refuse(problem('not-found'))
    const [earlier, applying] = await Promise.all([
      extensionRequests.ofEnrolment(enrolment.id),
      extensions.applyingTo(enrolment),
    ])
    const [first, ...more] = [
      ...checkAsking(enrolment, earlier),
      ...checkAskedDate(dueAt, deadlineFor(campaign, applying), now),
    ]
    if (first !== undefined) return refuse(first, ...more)

    const request: ExtensionRequest = {
      id: random.id(),
      campaign: code,
      enrolment: enrolment.id,
      dueAt,
      reason,
      requestedAt: now,
      answer: null,
    }
    if (!(await extensionRequests.insert(request))) return refuse(problem('extension-asked-already'))
    await audit.write({
      actor,
      action: 'extension.requested',
      target: `enrolment:${enrolment.id}`,
      path: enrolment.path,
      at: now,
      details: { request: request.id, dueAt, reason },
    })
    return ok(request)
  }
