import type { Campaign } from '../src/domain/campaign.ts'
import type { Repeat } from '../src/ports/queue.ts'

/**
 * Every open campaign is asked once a day, at the hour of its schedule, whether a wave is due. The dates themselves
 * are in no schedule: a due date that moves needs nothing rearranged.
 */
export const schedulesOf = (campaigns: readonly Campaign[], now: Date): readonly Repeat<'start-wave'>[] =>
  campaigns
    .filter(({ closesAt }) => now <= closesAt)
    .map(({ code, reminders }) => ({
      id: `start-wave-${code}`,
      name: 'start-wave',
      payload: { campaign: code },
      pattern: `0 ${reminders.hour} * * *`,
    }))
