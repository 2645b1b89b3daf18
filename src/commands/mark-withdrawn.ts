import type { AuditedAction } from '../domain/audited.ts'
import type { TopicCode } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { type Action, type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { withVersions } from '../domain/submission.ts'
import type { Obligation } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

interface Withdrawal {
  readonly topic: TopicCode
  readonly action: Action
  /** Asked of the enrolment as it is in the transaction. */
  readonly check: (enrolment: Enrolment) => readonly Problem[]
  readonly audited: AuditedAction
  readonly details?: Readonly<Record<string, unknown>>
}

/** The newest version of a topic counts no more. It stays, marked; the topic is owed again. */
export const markWithdrawn =
  ({ enrolments, essays, transact, audit }: Pick<Ports, 'enrolments' | 'essays' | 'transact' | 'audit'>) =>
  async (
    actor: Actor,
    { campaign, enrolment: { id } }: Pick<Obligation, 'campaign' | 'enrolment'>,
    { topic, action, check, audited, details }: Withdrawal,
    now: Date,
  ): Promise<Result<null>> => {
    if (!campaign.topics.some(({ code }) => code === topic)) return refuse(problem('not-found'))
    return transact(async tx => {
      const enrolment = await enrolments.find(scopeOf(actor, action), campaign.code, id, tx)
      if (enrolment === null) return refuse(problem('not-found'))
      const [first, ...more] = check(enrolment)
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
