import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import { type Draft, type DraftPart, isBlank } from '../domain/draft.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { findEnrolment } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

interface DraftInput {
  readonly campaign: CampaignCode
  readonly topic: TopicCode
  readonly parts: readonly DraftPart[]
  /** The one that was read before writing; 0: there was none. */
  readonly revision: number
}

/**
 * Keeps what the actor has typed so far; of blank parts nothing is kept. Refused when another window saved meanwhile,
 * so that neither overwrites the other. Not audited: it is seen by nobody and saved every few seconds.
 */
export const saveDraft =
  ({ campaigns, enrolments, drafts }: Pick<Ports, 'campaigns' | 'enrolments' | 'drafts'>) =>
  async (
    actor: Actor,
    input: DraftInput,
    now: Date,
  ): Promise<Result<Pick<Draft, 'revision' | 'savedAt'>>> => {
    const [campaign, enrolment] = await Promise.all([
      campaigns.find(input.campaign),
      findEnrolment(enrolments, actor, 'hand-in', input.campaign, 'me'),
    ])
    if (enrolment === null || campaign?.topics.some(({ code }) => code === input.topic) !== true)
      return refuse(problem('not-found'))
    const saved = { revision: input.revision + 1, savedAt: now }
    if (input.revision === 0 && isBlank(input.parts)) return ok({ revision: 0, savedAt: now })
    const { topic, parts } = input
    const isSaved = await drafts.save({ enrolment: enrolment.id, topic, parts, ...saved })
    return isSaved ? ok(saved) : refuse(problem('draft-changed-elsewhere'))
  }

/** Forgets a draft once it is handed in, unless another window went on writing it. */
export const dropDraft =
  ({ enrolments, drafts }: Pick<Ports, 'enrolments' | 'drafts'>) =>
  async (actor: Actor, { campaign, topic, revision }: Omit<DraftInput, 'parts'>): Promise<void> => {
    const enrolment = await findEnrolment(enrolments, actor, 'hand-in', campaign, 'me')
    if (enrolment !== null) await drafts.remove(enrolment.id, topic, revision)
  }
