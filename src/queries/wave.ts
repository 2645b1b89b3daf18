import type { Notice, NoticeState } from '../domain/notice.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { HeldDomain } from '../ports/reminders.ts'
import { getPauses, type Pause } from './pauses.ts'
import { viewOf, type WaveView } from './waves.ts'

export interface WaveWithNotices extends WaveView {
  readonly notices: readonly Notice[]
  /** null: this was the last page. */
  readonly nextCursor: string | null
  /** Why what is queued does not go out now. */
  readonly waits: {
    readonly pauses: readonly Pause[]
    readonly domains: readonly HeldDomain[]
  }
}

const NOTHING_WAITS = { pauses: [], domains: [] }

/** One wave with a page of its notices, as far as the actor's scope reaches. */
export const getWave =
  ({ waves, notices, breakers }: Pick<Ports, 'waves' | 'notices' | 'breakers'>) =>
  async (
    actor: Actor,
    asked: {
      readonly campaign: string
      readonly id: string
      readonly state?: NoticeState | undefined
      /** Only those whom no mail reaches. */
      readonly toCall?: boolean
      readonly limit: number
      readonly cursor?: string | undefined
    },
    now: Date,
  ): Promise<Result<WaveWithNotices>> => {
    const scope = scopeOf(actor, 'send-reminder')
    const [seen] = await waves.seen(scope, asked.campaign, { id: asked.id })
    if (seen === undefined) return refuse(problem('not-found'))
    const page = await notices.page(scope, asked.id, {
      ...(asked.state === undefined ? {} : { state: asked.state }),
      ...(asked.toCall === undefined ? {} : { toCall: asked.toCall }),
      ...(asked.cursor === undefined ? {} : { after: asked.cursor }),
      limit: asked.limit + 1,
    })
    const shown = page.slice(0, asked.limit)
    const view = viewOf(actor)(seen)
    const waits =
      view.state === 'sending'
        ? { pauses: await getPauses({ breakers }), domains: await notices.heldDomains(scope, asked.id, now) }
        : NOTHING_WAITS
    return ok({
      ...view,
      waits,
      notices: shown,
      nextCursor: page.length > asked.limit ? (shown.at(-1)?.id ?? null) : null,
    })
  }
