import type { CampaignCode } from './campaign.ts'
import { type Problem, problem } from './problems.ts'
import type { Change } from './roster/changes.ts'
import type { countsOf, RosterOutcome } from './roster/outcome.ts'
import { DAY } from './time.ts'
import type { UnitCode } from './unit.ts'

export type RosterImportId = string

export const IMPORT_STATES = ['previewed', 'queued', 'running', 'done', 'failed'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** All that an import would do, or did. */
export interface RosterPreview {
  readonly outcome: RosterOutcome
  readonly changes: readonly Change[]
  /** Names of the units that are mentioned, by code. */
  readonly units: Readonly<Record<UnitCode, string>>
}

export type RosterCounts = ReturnType<typeof countsOf>

/** People done so far. */
export type Applied = Readonly<Record<'created' | 'updated' | 'moved', number>>
export const NOBODY: Applied = { created: 0, updated: 0, moved: 0 }

export const appliedCount = ({ created, updated, moved }: Applied): number => created + updated + moved

/** A roster that was uploaded, looked at, and then imported or not. */
export interface RosterImport {
  readonly id: RosterImportId
  readonly campaign: CampaignCode
  readonly unit: UnitCode
  /** Path of the unit, root first: scope. */
  readonly path: readonly UnitCode[]
  readonly file: {
    /** As it was uploaded, NFC. */
    readonly name: string
    /** In bytes. */
    readonly size: number
    readonly sha256: string
    readonly fileId: string
  }
  readonly state: ImportState
  /** What it would do, as it was last shown. */
  readonly counts: RosterCounts
  /** Where all of it lies; the hash tells one preview from another. */
  readonly preview: { readonly fileId: string; readonly sha256: string }
  /** The people were no longer as they had been shown when it was to begin, so that it is to be looked at again. */
  readonly isChanged: boolean
  /** null: it has not begun. */
  readonly applied: Applied | null
  readonly uploadedBy: { readonly id: string; readonly name: string }
  readonly uploadedAt: Date
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly finishedAt: Date | null
  /** A preview can be confirmed until then. */
  readonly expiresAt: Date
  readonly failure: Problem | null
}

/** A preview waits for its confirmation a day. */
export const previewEnd = (now: Date): Date => new Date(now.getTime() + DAY)
/** The roster itself is kept a week longer, for the worker; what became of it a year, for those who ask. */
export const rosterKeptUntil = (now: Date): Date => new Date(now.getTime() + 8 * DAY)
export const outcomeKeptUntil = (now: Date): Date => new Date(now.getTime() + 365 * DAY)

export const isImportUnderWay = ({ state }: Pick<RosterImport, 'state'>): boolean =>
  state === 'queued' || state === 'running'

/** Every reason why it cannot be confirmed at this moment. */
export const checkConfirmation = (
  { state, expiresAt, counts }: Pick<RosterImport, 'state' | 'expiresAt' | 'counts'>,
  now: Date,
): readonly Problem[] => {
  if (state !== 'previewed') return [problem('import-confirmed')]
  if (now > expiresAt) return [problem('preview-expired')]
  return appliedCount(counts) === 0 ? [problem('nothing-to-import')] : []
}

/** What was really done: the parts of a preview that the applied batches tell better. */
export const countsAfter = (counts: RosterCounts, applied: Applied): RosterCounts => ({
  ...counts,
  ...applied,
  unchanged: counts.unchanged + appliedCount(counts) - appliedCount(applied),
})
