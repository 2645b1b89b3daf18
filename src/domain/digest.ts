import type { Campaign } from './campaign.ts'
import { DAY, hanoiDay, hanoiHourOn, weekdayOf } from './time.ts'

/** The digest to send now, if one is due: of today or yesterday at the schedule's hour, while the campaign is open; older ones are forgotten. */
export const dueDigest = ({ opensAt, closesAt, reminders }: Campaign, now: Date): Date | null => {
  const { hour, digestDays, holidays } = reminders
  const times = [hanoiHourOn(now, 0, hour), hanoiHourOn(now, -1, hour)]
  return (
    times.find(
      at =>
        at <= now &&
        now.getTime() - at.getTime() < DAY &&
        opensAt < at &&
        at <= closesAt &&
        digestDays.includes(weekdayOf(at)) &&
        !holidays.includes(hanoiDay(at)),
    ) ?? null
  )
}

/** What its notices are written for: one digest a campaign a day. */
export const digestId = (campaign: Campaign, at: Date): string => `digest-${campaign.code}-${hanoiDay(at)}`
