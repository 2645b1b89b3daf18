import type { Campaign } from './campaign.ts'

/** Moves the dates for one enrolment, or for a unit and all below it. */
export interface Extension {
  readonly dueAt: Date
  /** Not given: late essays are taken until the campaign closes, and never less long than to the new due date. */
  readonly closesAt: Date | null
}

export interface Deadline {
  readonly opensAt: Date
  readonly dueAt: Date
  readonly closesAt: Date
  readonly graceSeconds: number
}

export type Arrival = 'too-early' | 'on-time' | 'late' | 'closed'

const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map(Number)))

/** The dates that hold for somebody: of the campaign's and every extension that applies to him, the latest wins. */
export const deadlineFor = (campaign: Campaign, extensions: readonly Extension[]): Deadline => {
  const dueAt = latest([campaign.dueAt, ...extensions.map(e => e.dueAt)])
  const closesAt = latest([campaign.closesAt, dueAt, ...extensions.flatMap(e => e.closesAt ?? [])])
  return { opensAt: campaign.opensAt, dueAt, closesAt, graceSeconds: campaign.graceSeconds }
}

/** The one judge of deadlines. `at` is when the request arrived, not when its last byte did: a slow line is nobody's fault. */
export const judgeArrival = (deadline: Deadline, at: Date): Arrival => {
  const time = at.getTime()
  const grace = deadline.graceSeconds * 1000
  if (time < deadline.opensAt.getTime()) return 'too-early'
  if (time <= deadline.dueAt.getTime() + grace) return 'on-time'
  if (time <= deadline.closesAt.getTime() + grace) return 'late'
  return 'closed'
}
