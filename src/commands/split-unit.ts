import type { CadreId } from '../domain/cadre.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Successor } from '../domain/reorganisation.ts'
import { type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { type ReorganisationOutcome, reorganise } from './reorganise.ts'

export interface SplitInput {
  readonly unit: UnitCode
  readonly parts: readonly Successor[]
  /** Number of the part, from 0. Who is not named goes to the first. */
  readonly people: Readonly<Record<CadreId, number>>
  /** The same of the units directly below. */
  readonly children: Readonly<Record<UnitCode, number>>
  /** `YYYY-MM-DD` */
  readonly lastDay: string
  readonly isDryRun: boolean
}

/** Splits a unit into parts that are there, or new. */
export const splitUnit =
  (ports: Parameters<typeof reorganise>[0]) =>
  async (
    actor: Actor,
    { unit, parts, people, children, lastDay, isDryRun }: SplitInput,
    now: Date,
  ): Promise<Result<ReorganisationOutcome>> => {
    const isOutside = (part: number): boolean => parts[part] === undefined
    if ([...Object.values(people), ...Object.values(children)].some(isOutside))
      return refuse(problem('input-not-valid', { reason: 'không có phần mang số đó' }, 'people'))
    return reorganise(ports)(
      actor,
      {
        action: 'unit.split',
        keepsNames: false,
        ended: [unit],
        successors: parts,
        lastDay,
        successorOf: code => children[code] ?? 0,
        placeOf: cadre => people[cadre] ?? 0,
        isDryRun,
      },
      now,
    )
  }
