import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { Draft } from '../domain/draft.ts'
import type { ExtensionRequest } from '../domain/extension-request.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { type EnrolmentView, getEnrolment } from './enrolment.ts'

export interface DraftView extends EnrolmentView {
  /** null: nothing is written yet. */
  readonly draft: Draft | null
}

type Needed = Pick<Ports, 'drafts'> & Parameters<typeof getEnrolment>[0]

/** What the actor is writing on a topic. Nobody else sees it. */
export const getMyDraft =
  (ports: Needed) =>
  async (actor: Actor, campaign: CampaignCode, topic: TopicCode): Promise<Result<DraftView>> => {
    const found = await getEnrolment(ports)(actor, campaign, 'me')
    if (!found.ok) return found
    if (!found.value.campaign.topics.some(({ code }) => code === topic)) return refuse(problem('not-found'))
    return ok({ ...found.value, draft: await ports.drafts.find(found.value.enrolment.id, topic) })
  }

export interface MyEssaysView extends EnrolmentView {
  /** Topics on which a draft is being written. */
  readonly drafting: readonly TopicCode[]
  /** The newest request for extension; null: he never asked. */
  readonly request: ExtensionRequest | null
}

/** The actor's own enrolment, with what he is writing and what he asked for. */
export const getMyEssays =
  (ports: Needed & Pick<Ports, 'extensionRequests'>) =>
  async (actor: Actor, campaign: CampaignCode): Promise<Result<MyEssaysView>> => {
    const found = await getEnrolment(ports)(actor, campaign, 'me')
    if (!found.ok) return found
    const { id } = found.value.enrolment
    const [drafting, [request = null]] = await Promise.all([
      ports.drafts.topics(id),
      ports.extensionRequests.ofEnrolment(id),
    ])
    return ok({ ...found.value, drafting, request })
  }
