import type { Topic } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { EssayVersion } from '../domain/essay.ts'
import type { Reading } from '../domain/essay-text.ts'
import { type Actor, reachesUnit, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { type EnrolmentView, getEnrolment } from './enrolment.ts'
import { getEssayText } from './essay-text.ts'
import { neighboursInList, type ReadingAsked } from './reading-list.ts'

export interface EssayToRead extends EnrolmentView {
  readonly topic: Topic
  readonly unitName: string
  /** null: nothing was handed in on this topic. */
  readonly version: EssayVersion | null
  readonly isNewest: boolean
  /** The actor may accept or return it. */
  readonly mayReview: boolean
  /** null: its words are still to be read, or there is no version. */
  readonly text: Reading | null
  /** In the list from which it was opened. */
  readonly previous: EnrolmentId | null
  readonly next: EnrolmentId | null
}

type Needed = Parameters<typeof getEnrolment>[0] &
  Parameters<typeof getEssayText>[0] &
  Parameters<typeof neighboursInList>[0] &
  Pick<Ports, 'readings'>

/** One essay as it is read: the newest version, or the one that is asked for. From now on the actor has read it. */
export const readEssay =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: ReadingAsked & {
      readonly enrolment: EnrolmentId
      readonly topic: string
      readonly number?: number | undefined
    },
    now: Date,
  ): Promise<Result<EssayToRead>> => {
    const found = await getEnrolment(ports)(actor, asked.campaign, asked.enrolment)
    if (!found.ok) return found
    const { campaign, enrolment, versions } = found.value
    const topic = campaign.topics.find(({ code }) => code === asked.topic)
    const beside = await neighboursInList(ports)(actor, asked, enrolment)
    if (!beside.ok) return beside
    const ofTopic = versions.filter(version => version.topic === asked.topic)
    const newest = ofTopic.at(-1) ?? null
    const version =
      asked.number === undefined ? newest : ofTopic.find(({ number }) => number === asked.number)
    if (topic === undefined || version === undefined) return refuse(problem('not-found'))

    const one = { campaign: campaign.code, enrolment: enrolment.id, topic: topic.code }
    const text =
      version === null ? ok(null) : await getEssayText(ports)(actor, { ...one, version: version.number }, now)
    if (!text.ok) return text
    if (version !== null) await ports.readings.note(actor.id, enrolment.id, topic.code, version.number)
    const [unit] = await ports.units.byCodes([enrolment.unit])
    return ok({
      ...found.value,
      ...beside.value,
      topic,
      unitName: unit?.name ?? enrolment.unit,
      version,
      isNewest: version === newest,
      mayReview: reachesUnit(scopeOf(actor, 'review-essay'), enrolment.path),
      text: text.value,
    })
  }
