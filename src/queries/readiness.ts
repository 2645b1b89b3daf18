import type { Ports } from '../ports/index.ts'

/** Parts that people's work needs. */
export const PARTS = ['MongoDB', 'Redis', 'worker'] as const
export type Part = (typeof PARTS)[number]

/** A worker not heard of for so long is taken for dead. */
export const WORKER_SILENCE_MS = 10_000

const within = async <T>(ms: number, answer: Promise<T>, otherwise: T): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<T>(resolve => {
    timer = setTimeout(resolve, ms, otherwise)
  })
  try {
    return await Promise.race([answer.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Parts that do not answer within the given time, none if all is well. A server that hangs is not waited for. */
export const missingParts =
  ({ heartbeats, queue }: Pick<Ports, 'heartbeats' | 'queue'>) =>
  async (patienceMs: number): Promise<readonly Part[]> => {
    const [workers, isRedisUp] = await Promise.all([
      within<number | null>(patienceMs, heartbeats.countAlive(WORKER_SILENCE_MS), null),
      within(patienceMs, queue.isUp(), false),
    ])
    const isThere: Readonly<Record<Part, boolean>> = {
      MongoDB: workers !== null,
      Redis: isRedisUp,
      // Not known while MongoDB is silent: not named then.
      worker: workers !== 0,
    }
    return PARTS.filter(part => !isThere[part])
  }
