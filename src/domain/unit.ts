import type { Campaign } from './campaign.ts'
import { hanoiDay } from './time.ts'

/** Readable and stable: `hung-yen`, `hung-yen-van-lam`. */
export type UnitCode = string

/** A "province" is any unit directly under the Confederation. */
export const UNIT_KINDS = ['confederation', 'province', 'superior', 'grassroots'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export interface Unit {
  readonly code: UnitCode
  readonly name: string
  readonly kind: UnitKind
  readonly parent: UnitCode | null
  /** From the root down to the unit itself; scope and subtree queries use nothing else. */
  readonly path: readonly UnitCode[]
  /** First and last day it exists, `YYYY-MM-DD` in Asia/Ho_Chi_Minh; null = open. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Units that this one came from by merger, split or renaming. */
  readonly predecessors: readonly UnitCode[]
  /** Other names offices write, as typed. */
  readonly aliases: readonly string[]
}

/** Did the unit exist on that calendar day in Asia/Ho_Chi_Minh? */
export const isValidOn = (
  { validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>,
  day: string,
): boolean => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/**
 * The day whose tree a campaign has: that of its closing, so that whoever was merged or split while it ran stands in the
 * successor, and what it was then stays so.
 */
export const treeDay = ({ closesAt }: Pick<Campaign, 'closesAt'>): string => hanoiDay(closesAt)
