import { z } from 'zod'
import { retryJob } from '../../commands/retry-job.ts'
import { testMail } from '../../commands/test-mail.ts'
import { CHANNELS } from '../../domain/channel.ts'
import { mapResult } from '../../domain/result.ts'
import { WAVE_STATES } from '../../domain/wave.ts'
import type { Ports } from '../../ports/index.ts'
import { getMailsToday } from '../../queries/mails-today.ts'
import { getWork, type WorkView } from '../../queries/work.ts'
import { type Route, reply, route } from '../route.ts'
import { isoTime } from './shapes.ts'

const count = z.int().min(0)
const states = z.object({ queued: count, sent: count, bounced: count, failed: count, skipped: count })

const workAnswer = z
  .object({
    queues: z
      .array(z.object({ queue: z.enum(['work', 'mail']), waiting: count, active: count, delayed: count }))
      .nullable()
      .meta({ description: 'null: Redis does not answer; what is due stands in MongoDB' }),
    failures: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        payload: z.record(z.string(), z.union([z.string(), z.number()])),
        reason: z.string(),
        at: isoTime,
      }),
    ),
    pauses: z
      .array(z.object({ channel: z.enum(CHANNELS), since: isoTime, until: isoTime, reason: z.string() }))
      .meta({ description: 'Channels whose server takes nothing, and when it is tried again' }),
    workers: z.array(z.object({ worker: z.string(), silentMs: z.number(), isAlive: z.boolean() })),
    due: z.object({
      pendingReceipts: count,
      dueMails: count,
      queuedMails: count,
      staleEnrolments: count,
      retallies: count,
      unplannedWaves: count,
      unfinishedReports: count,
      unboundPhotos: count,
    }),
    waves: z
      .array(
        z.object({
          id: z.string(),
          campaign: z.string(),
          kind: z.enum(['scheduled', 'manual']),
          at: isoTime,
          state: z.enum(WAVE_STATES),
          counts: states,
        }),
      )
      .meta({ description: 'The newest of all campaigns' }),
  })
  .meta({ id: 'BackgroundWork' })

const present = ({
  queues,
  failures,
  pauses,
  workers,
  due,
  waves,
}: WorkView): z.input<typeof workAnswer> => ({
  queues: queues && [...queues],
  failures: failures.map(failure => ({
    ...failure,
    payload: { ...failure.payload },
    at: failure.at.toISOString(),
  })),
  pauses: pauses.map(({ channel, since, until, reason }) => ({
    ...{ channel, reason },
    since: since.toISOString(),
    until: until.toISOString(),
  })),
  workers: [...workers],
  due,
  waves: waves.map(({ id, campaign, kind, at, state, counts }) => ({
    ...{ id, kind, state },
    campaign: campaign.code,
    counts,
    at: at.toISOString(),
  })),
})

/** What goes on behind the pages, and whether mails arrive: for admins. */
export const workRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/work',
    summary: 'Queues, failed jobs, workers, due work, the newest reminder waves',
    tag: 'Background work',
    access: ['admin'],
    answers: { 200: workAnswer },
    refusals: [],
    handle: async ({ actor, now }) => reply(mapResult(await getWork(ports)(actor, now), present)),
  }),
  route({
    method: 'post',
    path: '/work/failures/:id/retries',
    summary: 'Queue a failed job once more',
    tag: 'Background work',
    access: ['admin'],
    params: z.object({ id: z.string().min(1).max(300) }),
    answers: { 204: null },
    refusals: ['not-ready'],
    handle: async ({ actor, params, now }) => reply(await retryJob(ports)(actor, params.id, now), 204),
  }),
  route({
    method: 'post',
    path: '/mail-tests',
    summary: 'Send a test mail now, and say what the mail server answered',
    tag: 'Background work',
    access: ['admin'],
    body: z.object({ to: z.string().max(200) }),
    answers: { 200: z.object({ to: z.string(), isTaken: z.boolean(), answer: z.string() }) },
    refusals: [],
    handle: async ({ actor, body, now }) => reply(await testMail(ports)(actor, body, now)),
  }),
  route({
    method: 'get',
    path: '/mails/today',
    summary: 'Mails written since midnight in Hanoi, by kind and by what became of them',
    tag: 'Background work',
    access: ['admin'],
    answers: {
      200: z.object({ since: isoTime, kinds: z.array(z.object({ kind: z.string(), counts: states })) }),
    },
    refusals: [],
    handle: async ({ actor, now }) =>
      reply(
        mapResult(await getMailsToday(ports)(actor, now), ({ since, kinds }) => ({
          since: since.toISOString(),
          kinds: [...kinds],
        })),
      ),
  }),
]
