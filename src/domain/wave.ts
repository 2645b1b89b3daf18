import type { CampaignCode } from './campaign.ts'
import type { EnrolmentId } from './enrolment.ts'
import type { NoticeState } from './notice.ts'
import { type Actor, reachesUnit, scopeOf } from './permission.ts'
import type { UnitCode } from './unit.ts'

/** One reminder run. */
export interface Wave {
  readonly id: string
  readonly campaign: CampaignCode
  readonly kind: 'scheduled' | 'manual'
  /** The time of the schedule, or when somebody asked for it. */
  readonly at: Date
  /** Of a scheduled one: the time of the one before it. */
  readonly since: Date | null
  /** What was selected by hand: one unit and all below it, or people; neither: the whole campaign. */
  readonly unit: UnitCode | null
  readonly enrolments: readonly EnrolmentId[] | null
  /** Of the unit that holds everybody selected; empty where there is none. */
  readonly path: readonly UnitCode[]
  readonly by: Pick<Actor, 'id' | 'name'>
  readonly idempotencyKey: string | null
  /** All its notices are written. */
  readonly planned: boolean
  /** As counted when it was made; once it is planned its notices tell. */
  readonly recipients: number
  readonly withoutAddress: number
  /** Nothing of it is sent while it is set. */
  readonly stopped: { readonly at: Date; readonly by: Pick<Actor, 'id' | 'name'> } | null
}

export const WAVE_STATES = ['planning', 'sending', 'stopped', 'done'] as const
export type WaveState = (typeof WAVE_STATES)[number]

export type NoticeCounts = Readonly<Record<NoticeState, number>>

export const waveState = (
  { planned, stopped }: Pick<Wave, 'planned' | 'stopped'>,
  counts: NoticeCounts,
): WaveState => {
  if (planned && counts.queued === 0) return 'done'
  if (stopped !== null) return 'stopped'
  return planned ? 'sending' : 'planning'
}

/** Somebody answers for all whom it reaches. */
export const mayStopWave = (actor: Actor, { path }: Pick<Wave, 'path'>): boolean =>
  reachesUnit(scopeOf(actor, 'send-reminder'), path)

/** A campaign has one scheduled wave a time, whoever starts it. */
export const scheduledWaveId = (campaign: CampaignCode, at: Date): string =>
  `${campaign}-${at.toISOString().slice(0, 16).replaceAll(/\D/g, '')}`

/** The part that all paths begin with. */
export const commonPath = (paths: readonly (readonly UnitCode[])[]): readonly UnitCode[] => {
  const [first = [], ...others] = paths
  const end = first.findIndex((code, depth) => others.some(path => path[depth] !== code))
  return end < 0 ? first : first.slice(0, end)
}
