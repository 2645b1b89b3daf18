import type { Campaign, TopicCode } from './campaign.ts'
import { owedTopics, type Tally, tallyOf } from './completion.ts'
import type { Enrolment } from './enrolment.ts'
import type { EssayHead, EssayVersion } from './essay.ts'
import { headOf } from './submission.ts'
import type { UnitCode } from './unit.ts'

/** What the past of an essay is told from. */
export type PastVersion = Pick<
  EssayVersion,
  | 'topic'
  | 'number'
  | 'file'
  | 'bound'
  | 'paper'
  | 'receivedAt'
  | 'late'
  | 'receipt'
  | 'onBehalf'
  | 'withdrawnAt'
  | 'reviews'
>

/** What the past of an enrolment is told from; nothing in it is ever removed, so the past stays what it was. */
export type PastEnrolment = Pick<
  Enrolment,
  'id' | 'person' | 'unit' | 'stays' | 'posts' | 'exemption' | 'pastExemptions' | 'enrolledAt'
>

/** Where somebody stood at a moment. */
export interface Standing {
  readonly unit: UnitCode
  /** Why he was exempt; null: he was not. */
  readonly exemptFor: string | null
  /** The newest version of every topic something had been handed in for, withdrawn ones too. */
  readonly versions: Readonly<Record<TopicCode, PastVersion>>
  readonly heads: Readonly<Record<TopicCode, EssayHead>>
  readonly tally: Tally
  readonly owed: readonly TopicCode[]
}

export const unitAt = ({ unit, stays }: Pick<Enrolment, 'unit' | 'stays'>, at: Date): UnitCode =>
  (stays.findLast(stay => stay.since <= at) ?? stays[0])?.unit ?? unit

const exemptionAt = (
  { exemption, pastExemptions }: Pick<Enrolment, 'exemption' | 'pastExemptions'>,
  at: Date,
): string | null => {
  if (exemption !== null && exemption.at <= at) return exemption.reason
  return pastExemptions.find(past => past.at <= at && at < past.endedAt)?.reason ?? null
}

/** A paper is known from when it was written down: what a report said of an earlier day stays true. */
const knownAt = ({ receivedAt, paper }: PastVersion): Date => paper?.recordedAt ?? receivedAt

const newestAt = (versions: readonly PastVersion[], at: Date): Record<TopicCode, PastVersion> => {
  const newest: Record<TopicCode, PastVersion> = {}
  for (const version of versions) {
    if (knownAt(version) > at) continue
    if (version.number > (newest[version.topic]?.number ?? 0)) newest[version.topic] = version
  }
  return newest
}

/** null: he was not enrolled yet. */
export const standingAt = (
  campaign: Pick<Campaign, 'topics' | 'requiredTopics'>,
  enrolment: PastEnrolment,
  versions: readonly PastVersion[],
  at: Date,
): Standing | null => {
  if (enrolment.enrolledAt > at) return null
  const newest = newestAt(versions, at)
  const heads = Object.fromEntries(
    Object.entries(newest).map(([topic, version]) => [topic, headOf(version, at)]),
  )
  const exemptFor = exemptionAt(enrolment, at)
  return {
    unit: unitAt(enrolment, at),
    exemptFor,
    versions: newest,
    heads,
    tally: tallyOf(campaign, heads, exemptFor !== null),
    owed: owedTopics(campaign, heads, exemptFor !== null),
  }
}
