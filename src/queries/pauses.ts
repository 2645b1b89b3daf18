import type { Breaker } from '../domain/breaker.ts'
import { CHANNELS, type Channel } from '../domain/channel.ts'
import type { Ports } from '../ports/index.ts'

/** A channel whose server takes nothing: nothing is tried until then. */
export interface Pause extends Pick<Breaker, 'since' | 'reason'> {
  readonly channel: Channel
  readonly until: Date
}

export const getPauses = async ({ breakers }: Pick<Ports, 'breakers'>): Promise<readonly Pause[]> => {
  const found = await Promise.all(
    CHANNELS.map(async channel => ({ channel, breaker: await breakers.find(channel) })),
  )
  return found.flatMap(({ channel, breaker }) =>
    breaker === null || breaker.until === null
      ? []
      : [{ channel, since: breaker.since, reason: breaker.reason, until: breaker.until }],
  )
}
