import { z } from 'zod'

/** `mail` is held to the rate of the mail server; everything else goes through `work`. */
export const QUEUES = ['work', 'mail'] as const
export type QueueName = (typeof QUEUES)[number]

interface JobDefinition {
  readonly queue: QueueName
  /** Ids only: a handler reads again what they stand for. Names the job: the same one is never queued twice. */
  readonly payload: z.ZodObject<Record<string, z.ZodString | z.ZodNumber>>
  /** How often it is tried, with growing pauses, before it is left to the reconciler. */
  readonly attempts: number
  /** Lower goes first. */
  readonly priority: number
}

const id = z.string().min(1)
const due = z.object({ cause: id, part: z.int() })

/** Every job, as data; the work is in workers/processors. */
export const JOBS = {
  /** Starts the wave of a campaign that is due, if one is. */
  'start-wave': { queue: 'work', payload: z.object({ campaign: id }), attempts: 3, priority: 1 },
  /** Writes the notices of a wave and queues them. */
  'plan-wave': { queue: 'work', payload: z.object({ wave: id }), attempts: 3, priority: 1 },
  /** Makes one PDF of the photos of a hand-in. */
  'bind-photos': { queue: 'work', payload: z.object({ file: id }), attempts: 3, priority: 2 },
  // These count their own attempts, in MongoDB.
  'work-gathering': { queue: 'work', payload: z.object({ gathering: id }), attempts: 3, priority: 2 },
  'import-roster': { queue: 'work', payload: z.object({ roster: id }), attempts: 3, priority: 2 },
  // A report counts its own attempts, in MongoDB.
  'compile-report': { queue: 'work', payload: z.object({ report: id }), attempts: 3, priority: 3 },
  /** One of many that were asked for at once: behind those that somebody waits for. */
  'compile-batched-report': { queue: 'work', payload: z.object({ report: id }), attempts: 3, priority: 4 },
  // So does a text; nobody waits for it, so it goes behind everything.
  'read-text': { queue: 'work', payload: z.object({ file: id }), attempts: 1, priority: 5 },
  // Each sends some of what is due in its lane, which MongoDB knows: whose notices called it, and the how manieth call
  // it is, only names it. Receipts do not wait behind a wave of thousands.
  'send-answers': { queue: 'mail', payload: due, attempts: 1, priority: 1 },
  'send-messages': { queue: 'mail', payload: due, attempts: 1, priority: 2 },
  'send-reminders': { queue: 'mail', payload: due, attempts: 1, priority: 2 },
} as const satisfies Record<string, JobDefinition>

export type JobName = keyof typeof JOBS
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>
