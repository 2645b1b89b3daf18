import type { CampaignCode } from '../domain/campaign.ts'
import { checkAskedDate, checkAsking, type ExtensionRequest } from '../domain/extension-request.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { findObligation } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

/** Asks the staff of the actor's own unit, or of one above it, for a later date. */
export const requestExtension =
  ({
    enrolments,
    extensionRequests,
    audit,
    random,
  }: Pick<Ports, 'enrolments' | 'extensionRequests' | 'audit' | 'random'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    { dueAt, reason }: Pick<ExtensionRequest, 'dueAt' | 'reason'>,
    now: Date,
  ): Promise<Result<ExtensionRequest>> => {
    const found = await findObligation(enrolments, actor, 'request-extension', code, 'me')
    if (found === null) return refuse(problem('not-found'))
    const { enrolment, deadline } = found
    const earlier = await extensionRequests.ofEnrolment(enrolment.id)
    const [first, ...more] = [...checkAsking(enrolment, earlier), ...checkAskedDate(dueAt, deadline, now)]
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
