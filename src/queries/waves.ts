import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { mayStopWave, type NoticeCounts, type Wave, type WaveState, waveState } from '../domain/wave.ts'
import type { Ports } from '../ports/index.ts'
import type { SeenWave } from '../ports/reminders.ts'

/** A wave as far as the actor's scope reaches. */
export interface WaveView extends Pick<Wave, 'id' | 'kind' | 'at' | 'unit' | 'by' | 'stopped'> {
  readonly state: WaveState
  /** He may stop it, and let it go on. */
  readonly mayStop: boolean
  readonly counts: NoticeCounts
  readonly recipients: number
  readonly withoutAddress: number
  /** Those too whom its mail or message did not reach. */
  readonly toCall: number
}

/** Until all notices are written, the numbers are those of the time it was asked for. */
export const viewOf =
  (actor: Actor) =>
  ({ wave, counts, withoutAddress, toCall }: SeenWave): WaveView => {
    const { id, kind, at, unit, by, planned, stopped } = wave
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return {
      ...{ id, kind, at, unit, by, counts, stopped },
      state: waveState(wave, counts),
      mayStop: mayStopWave(actor, wave),
      recipients: planned ? all - withoutAddress : wave.recipients,
      withoutAddress: planned ? withoutAddress : wave.withoutAddress,
      toCall: planned ? toCall : wave.withoutAddress,
    }
  }

/** Waves that reached somebody in the actor's scope, or were asked for in it; of one unit if one is given. */
export const listWaves =
  ({ campaigns, units, waves }: Pick<Ports, 'campaigns' | 'units' | 'waves'>) =>
  async (
    actor: Actor,
    asked: { readonly campaign: string; readonly unit?: string | undefined },
  ): Promise<Result<readonly WaveView[]>> => {
    const scope = scopeOf(actor, 'send-reminder')
    const campaign = await campaigns.find(asked.campaign)
    const unit = asked.unit === undefined ? undefined : await units.find(scope, asked.unit)
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const filter = unit === undefined ? {} : { unit: unit.code }
    return ok((await waves.seen(scope, campaign.code, filter)).map(viewOf(actor)))
  }
