import type { Campaign, CampaignCode, TopicCode } from './campaign.ts'
import type { EnrolmentId } from './enrolment.ts'
import type { Match } from './gathered/match.ts'
import { type Problem, problem } from './problems.ts'
import { DAY } from './time.ts'
import type { UnitCode } from './unit.ts'

export type GatheringId = string
export type GatheredId = string

/** `open`: files come in and are looked at; `queued`, `running`: a worker unpacks an archive or hands in; then `done`. */
export const GATHERING_STATES = ['open', 'queued', 'running', 'done', 'failed'] as const
export type GatheringState = (typeof GATHERING_STATES)[number]

/** Files at most, over all that is uploaded. */
export const MAX_GATHERED = 2000
/** Bytes at most, unpacked. */
export const MAX_GATHERED_BYTES = 2 * 1024 * 1024 * 1024
/** Of an archive as it is uploaded. */
export const MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024

/** A file in the staging area. */
export interface StagedPart {
  readonly fileId: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
}

/** A ZIP that waits to be unpacked, or was. */
export interface Archive {
  readonly fileId: string
  readonly name: string
  readonly size: number
  readonly state: 'waiting' | 'unpacked' | 'refused'
  readonly problem: Problem | null
}

/** Essays of a unit that were collected somewhere else and are handed in together. */
export interface Gathering {
  readonly id: GatheringId
  readonly campaign: CampaignCode
  readonly unit: UnitCode
  /** Path of the unit, root first: scope. */
  readonly path: readonly UnitCode[]
  readonly by: { readonly id: string; readonly name: string }
  readonly startedAt: Date
  /** Nothing can be handed in afterwards: the files are gone. */
  readonly expiresAt: Date
  readonly state: GatheringState
  readonly archives: readonly Archive[]
  readonly confirmedBy: string | null
  /** What is judged by the deadline: when somebody said that these are the essays. */
  readonly confirmedAt: Date | null
  readonly finishedAt: Date | null
  readonly failure: Problem | null
}

export const GATHERED_STATES = ['waiting', 'skipped', 'handed-in', 'same', 'refused'] as const
export type GatheredState = (typeof GATHERED_STATES)[number]

/** One essay-to-be: a file, or the photos of its pages. */
export interface Gathered {
  readonly id: GatheredId
  readonly gathering: GatheringId
  /** As it lay in the folder or the archive, NFC; of several photos, the first. Never a place on a disk. */
  readonly path: string
  readonly parts: readonly StagedPart[]
  /** Photos with the same one are the pages of one essay; null: stands for itself. */
  readonly pagesOf: string | null
  /** What its name told. */
  readonly match: Match
  /** What holds: as told, until somebody says otherwise. */
  readonly enrolment: EnrolmentId | null
  readonly topics: readonly TopicCode[]
  readonly state: GatheredState
  readonly receipts: readonly { readonly topic: TopicCode; readonly code: string }[]
  /** Why it was refused. */
  readonly problem: Problem | null
}

/** So long somebody may look at the files; a worker who comes to them late has another week. */
const KEPT_DAYS = 7
export const gatheringEnd = (now: Date): Date => new Date(now.getTime() + KEPT_DAYS * DAY)
export const stagedUntil = ({ expiresAt }: Pick<Gathering, 'expiresAt'>): Date =>
  new Date(expiresAt.getTime() + KEPT_DAYS * DAY)

export const isGatheringBusy = ({ state }: Pick<Gathering, 'state'>): boolean =>
  state === 'queued' || state === 'running'

/** It is known whose it is and what about, and nobody left it out. */
export const isReady = ({
  state,
  enrolment,
  topics,
}: Pick<Gathered, 'state' | 'enrolment' | 'topics'>): boolean =>
  state === 'waiting' && enrolment !== null && topics.length > 0

export const isUnclear = (gathered: Gathered): boolean => gathered.state === 'waiting' && !isReady(gathered)

/** Every reason why nothing can be added to it, changed in it or confirmed at this moment. */
export const checkOpen = (
  { state, expiresAt }: Pick<Gathering, 'state' | 'expiresAt'>,
  now: Date,
): readonly Problem[] => {
  if (state === 'done' || state === 'failed') return [problem('gathering-closed')]
  return now > expiresAt ? [problem('gathering-expired')] : []
}

const keyOf = (enrolment: EnrolmentId | null, topic: TopicCode) => `${enrolment} ${topic}`

/** Files of which another is about the same topic of the same person: by id, those topics. */
export const doubledIn = (all: readonly Gathered[]): ReadonlyMap<GatheredId, readonly TopicCode[]> => {
  const counts = new Map<string, number>()
  const ready = all.filter(isReady)
  for (const { enrolment, topics } of ready)
    for (const topic of topics) {
      const key = keyOf(enrolment, topic)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return new Map(
    ready.flatMap(({ id, enrolment, topics }) => {
      const doubled = topics.filter(topic => (counts.get(keyOf(enrolment, topic)) ?? 0) > 1)
      return doubled.length === 0 ? [] : [[id, doubled] as const]
    }),
  )
}

/** Topics in the campaign's order, without any that it has not. */
export const topicsOf = (
  { topics }: Pick<Campaign, 'topics'>,
  chosen: readonly TopicCode[],
): readonly TopicCode[] => topics.map(({ code }) => code).filter(code => chosen.includes(code))
