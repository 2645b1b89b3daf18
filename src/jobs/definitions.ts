import { z } from 'zod'

/**
 * Every job: what it is called, what it carries and how often it is tried. Data only; the work is in workers/processors.
 * Payloads are ids: a handler reads again what they stand for.
 */
export const JOBS = {
  /** Re-queues all due work from MongoDB; runs at start and every minute. */
  reconcile: { payload: z.object({}), attempts: 1 },
} as const satisfies Record<string, { payload: z.ZodType; attempts: number }>

export type JobName = keyof typeof JOBS
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>
