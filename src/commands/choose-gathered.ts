import type { TopicCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import {
  checkOpen,
  type GatheredId,
  type GatheringId,
  isGatheringBusy,
  topicsOf,
} from '../domain/gathering.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

export interface GatheredChoice {
  readonly id: GatheredId
  /** null: nobody yet. */
  readonly enrolment: EnrolmentId | null
  readonly topics: readonly TopicCode[]
  readonly isSkipped: boolean
}

/** Says of collected files whose they are and what about, or that they are left out. */
export const chooseGathered =
  ({ campaigns, gatherings, enrolmentLists }: Pick<Ports, 'campaigns' | 'gatherings' | 'enrolmentLists'>) =>
  async (
    actor: Actor,
    id: GatheringId,
    choices: readonly GatheredChoice[],
    now: Date,
  ): Promise<Result<null>> => {
    const scope = scopeOf(actor, 'gather-essays')
    const gathering = await gatherings.find(scope, id)
    const campaign = gathering && (await campaigns.find(gathering.campaign))
    if (gathering === null || campaign === null) return refuse(problem('not-found'))
    const [closed] = checkOpen(gathering, now)
    if (closed !== undefined) return refuse(closed)
    if (isGatheringBusy(gathering) && gathering.confirmedAt !== null) return refuse(problem('gathering-busy'))
    const [unknown, ...others] = choices
      .flatMap(({ topics }) => topics)
      .filter(topic => !campaign.topics.some(({ code }) => code === topic))
      .map(topic => problem('topic-not-known', { topic }, 'body/files'))
    if (unknown !== undefined) return refuse(unknown, ...others)
    const files = new Set((await gatherings.files(id)).map(file => file.id))
    if (choices.some(choice => !files.has(choice.id))) return refuse(problem('not-found'))
    const meant = [...new Set(choices.flatMap(({ enrolment }) => enrolment ?? []))]
    const known = await enrolmentLists.some(scope, campaign.code, meant)
    if (known.length < meant.length) return refuse(problem('not-found'))
    await gatherings.choose(
      id,
      choices.map(({ id: file, enrolment, topics, isSkipped }) => ({
        id: file,
        enrolment,
        topics: topicsOf(campaign, topics),
        state: isSkipped ? 'skipped' : 'waiting',
      })),
    )
    return ok(null)
  }
