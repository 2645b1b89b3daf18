import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { JOBS } from '../jobs/definitions.ts'
import type { Ports } from '../ports/index.ts'

/** Queues a failed job once more. */
export const retryJob =
  ({ jobFailures, queue, audit }: Pick<Ports, 'jobFailures' | 'queue' | 'audit'>) =>
  async (actor: Actor, id: string, now: Date): Promise<Result<null>> => {
    if (scopeOf(actor, 'see-work').kind !== 'everything') return refuse(problem('forbidden'))
    const failure = await jobFailures.find(id)
    const payload = failure && JOBS[failure.name].payload.safeParse(failure.payload)
    if (failure === null || payload?.success !== true) return refuse(problem('not-found'))
    if (!(await queue.isUp())) return refuse(problem('not-ready', { parts: ['Redis'] }))
    await queue.enqueue(failure.name, payload.data)
    await jobFailures.forget(id)
    await audit.write({
      actor,
      action: 'job.retried',
      target: `job:${id}`,
      path: [],
      at: now,
      details: { reason: failure.reason },
    })
    return ok(null)
  }
