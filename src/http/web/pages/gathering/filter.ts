import { type Gathered, isReady, isUnclear } from '../../../../domain/gathering.ts'

export const FILE_FILTERS = ['unclear', 'ready', 'skipped', 'refused'] as const
export type FileFilter = (typeof FILE_FILTERS)[number]

const FITS: Readonly<Record<FileFilter, (file: Gathered) => boolean>> = {
  unclear: isUnclear,
  ready: isReady,
  skipped: ({ state }) => state === 'skipped',
  refused: ({ state }) => state === 'refused',
}

export const filtered = (files: readonly Gathered[], filter: FileFilter): readonly Gathered[] =>
  files.filter(FITS[filter])

/** What needs somebody first. */
export const usualFilter = (files: readonly Gathered[]): FileFilter =>
  FILE_FILTERS.find(filter => files.some(FITS[filter])) ?? 'unclear'

/** Rows a page: a form of so many is still filled in at one sitting. */
export const ROWS = 25
