import type { Actor } from '../domain/permission.ts'
import type { Successor } from '../domain/reorganisation.ts'
import type { Result } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { type ReorganisationOutcome, reorganise } from './reorganise.ts'

export interface MergeInput {
  readonly units: readonly UnitCode[]
  readonly successor: Successor
  /** `YYYY-MM-DD` */
  readonly lastDay: string
  readonly isDryRun: boolean
}

/** Merges units into one that is there, or into a new one. */
export const mergeUnits =
  (ports: Parameters<typeof reorganise>[0]) =>
  async (
    actor: Actor,
    { units, successor, lastDay, isDryRun }: MergeInput,
    now: Date,
  ): Promise<Result<ReorganisationOutcome>> =>
    reorganise(ports)(
      actor,
      {
        action: 'unit.merged',
        keepsNames: true,
        ended: [...new Set(units)],
        successors: [successor],
        lastDay,
        successorOf: () => 0,
        placeOf: () => 0,
        isDryRun,
      },
      now,
    )
