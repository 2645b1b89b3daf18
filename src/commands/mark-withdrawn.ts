import type { AuditedAction } from '../domain/audited.ts'
import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { Deadline } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { type Action, type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { withVersions } from '../domain/submission.ts'
import { type EnrolmentRef, findObligation } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

/** Which essay is meant: the newest of its topic. */
export interface NewestOf {
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentRef
  readonly topic: TopicCode
}

interface Withdrawal {
  readonly action: Action
  /** Asked of the enrolment as it is in the transaction. */
  readonly check: (
    enrolment: Enrolment,
    topic: TopicCode,
    deadline: Deadline,
    now: Date,
  ) => readonly Problem[]
  readonly audited: AuditedAction
  readonly details?: Readonly<Record<string, unknown>>
}

/** The newest version of a topic counts no more. It stays, marked; the topic is owed again. */
export const markWithdrawn =
  ({ enrolments, essays, transact, audit }: Pick<Ports, 'enrolments' | 'essays' | 'transact' | 'audit'>) =>
  async (
    actor: Actor,
    { topic, ...given }: NewestOf,
    { action, check, audited, details }: Withdrawal,
    now: Date,
  ): Promise<Result<null>> => {
    const found = await findObligation(enrolments, actor, action, given.campaign, given.enrolment)
    if (found === null) return refuse(problem('not-found'))
    const { campaign, deadline } = found
    const { id } = found.enrolment
    if (!campaign.topics.some(({ code }) => code === topic)) return refuse(problem('not-found'))
    return transact(async tx => {
      const enrolment = await enrolments.find(scopeOf(actor, action), campaign.code, id, tx)
      if (enrolment === null) return refuse(problem('not-found'))
      const [first, ...more] = check(enrolment, topic, deadline, now)
      if (first !== undefined) return refuse(first, ...more)
      const version = await essays.withdrawNewest(id, topic, now, tx)
      await enrolments.save(withVersions(enrolment, campaign, [version]), tx)
      await audit.write(
        {
          actor,
          action: audited,
          target: `enrolment:${id}`,
          path: enrolment.path,
          at: now,
          details: { topic, version: version.number, ...details },
        },
        tx,
      )
      return ok(null)
    })
  }
