import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'bullmq'
import { deliverPending } from '../src/commands/deliver-pending.ts'
import { deliverReports } from '../src/commands/deliver-reports.ts'
import { deliverReturns } from '../src/commands/deliver-returns.ts'
import { noteFailedJob } from '../src/commands/note-job.ts'
import { reconcile } from '../src/commands/reconcile.ts'
import { recountStale } from '../src/commands/recount-stale.ts'
import type { Container } from '../src/container.ts'
import { consumerConnection } from '../src/jobs/connection.ts'
import { QUEUES, type QueueName } from '../src/jobs/definitions.ts'
import { type Loop, loop } from './loop.ts'
import { processJob } from './processors/index.ts'
import { schedulesOf } from './schedules.ts'

const SECOND = 1000
/** Longest wait for jobs under way when the worker is to stop; whatever is cut is taken up again elsewhere. */
const LAST_JOBS_MS = 8 * SECOND

const startConsumers = ({ ports, redis, log }: Container): Loop => {
  const stopping = new AbortController()
  const connection = consumerConnection(redis.url, log, stopping.signal)
  const options = {
    work: { concurrency: 2 },
    // While some of them look things up or note them down, others keep the connections of the mailer busy.
    mail: { concurrency: 4 },
  } as const satisfies Record<QueueName, object>
  const consumers = QUEUES.map(name => {
    const consumer = new Worker(name, async job => processJob(ports, job), {
      connection,
      prefix: redis.prefix,
      ...options[name],
    })
    consumer.on('error', error => log.debug({ error }, 'queue is down'))
    consumer.on('failed', (job, error) => {
      log.error({ error, job: job?.name, data: job?.data }, 'job failed')
      if (job?.id === undefined) return
      const run = { id: job.id, name: job.name, data: job.data as unknown, attempts: job.attemptsMade }
      noteFailedJob(ports)(run, error, ports.clock.now()).catch((reason: unknown) =>
        log.error({ error: reason }, 'a failed job is not noted'),
      )
    })
    // What failed before may do now; mails keep account of themselves.
    if (name === 'work')
      consumer.on('completed', ({ id = '' }) => {
        ports.jobFailures.forget(id).catch((error: unknown) => log.error({ error }, 'a failure stays noted'))
      })
    return consumer
  })
  return {
    async stop() {
      stopping.abort()
      const closed = Promise.all(consumers.map(async consumer => consumer.close()))
      await Promise.race([closed, pause(LAST_JOBS_MS, null, { ref: false })])
      connection.disconnect()
    },
  }
}

/**
 * A worker: takes jobs from the queues, and by its own clock, which needs no Redis, does what must never wait for one:
 * says that it is alive, recounts, takes receipts out of the outbox, and queues again what is due.
 */
export const runWorker = async (container: Container): Promise<{ stop(): Promise<void> }> => {
  const { ports, log } = container
  const { heartbeats, clock, campaigns, queue } = ports
  const id = ports.random.id()
  const failed = (what: string) => (error: unknown) =>
    log.error({ error, what }, 'worker failed; trying again')

  await heartbeats.beat(id)
  const running = [
    loop(2 * SECOND, async () => heartbeats.beat(id), failed('heartbeat')),
    loop(SECOND / 2, async () => recountStale(ports)(clock.now()), failed('recount')),
    loop(SECOND / 2, async () => deliverPending(ports)(clock.now()), failed('receipts')),
    loop(SECOND, async () => deliverReturns(ports)(clock.now()), failed('returned essays')),
    loop(SECOND, async () => deliverReports(ports)(clock.now()), failed('scheduled reports')),
    loop(
      60 * SECOND,
      async () => {
        const now = clock.now()
        await queue.repeatOnly(schedulesOf(await campaigns.all(), now))
        await reconcile(ports)(now)
      },
      failed('reconcile'),
    ),
    startConsumers(container),
  ]
  log.info({ worker: id }, 'worker is up')
  return {
    async stop() {
      await Promise.all(running.map(async part => part.stop()))
      await heartbeats.stop(id)
    },
  }
}
