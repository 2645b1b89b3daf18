import type { Campaign, FileRules } from '../campaign.ts'
import type { EnrolmentId } from '../enrolment.ts'
import { extensionOf, promisedType } from '../file-name.ts'
import type { Gathered, GatheringId, StagedPart } from '../gathering.ts'
import { isPhoto, MAX_PHOTOS } from '../photos.ts'
import { type Problem, problem } from '../problems.ts'
import { fold } from '../vietnamese.ts'
import { type Match, matchFile } from './match.ts'
import type { RosterIndex } from './roster.ts'
import { withoutExtension } from './words.ts'

export const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** By its name alone: why it cannot be an essay. */
export const checkGatheredName = (path: string, { types }: FileRules): Problem | null => {
  const name = nameIn(path)
  const type = promisedType(name)
  if (type !== null && types.includes(type)) return null
  const extension = extensionOf(name)
  return extension === 'heic' || extension === 'heif'
    ? problem('photo-is-heic')
    : problem('file-type-not-allowed', { type: extension || name, allowed: types })
}

/** A page's number at the end of a photo's name, with the word before it. */
const PAGE = /[\s_.-]*(?:trang|tr|page|p|anh|hinh)?[\s_.-]*\(?\d+\)?$/

/** Photos of the same person and topics, in one folder, that differ only in the number at their end, are pages of one essay. */
const pagesKey = (path: string, { enrolment, topics }: Match): string | null => {
  if (enrolment === null || !isPhoto(promisedType(nameIn(path)))) return null
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const stem = fold(withoutExtension(nameIn(path))).replace(PAGE, '')
  return [enrolment, topics.join(), folder, stem].join('|')
}

export interface Arrived {
  readonly path: string
  /** null: it was refused before it was kept. */
  readonly part: StagedPart | null
  readonly problem: Problem | null
}

/** A file that arrived → what is known of it. */
export const admit = (
  { path, part, problem: why }: Arrived,
  id: string,
  gathering: GatheringId,
  campaign: Pick<Campaign, 'topics'>,
  roster: RosterIndex,
  owners: readonly EnrolmentId[],
): Gathered => {
  const match = matchFile(path, campaign, roster, owners)
  return {
    id,
    gathering,
    path,
    parts: part === null ? [] : [part],
    pagesOf: part === null ? null : pagesKey(path, match),
    match,
    enrolment: match.enrolment,
    topics: match.topics,
    state: why === null ? 'waiting' : 'refused',
    receipts: [],
    problem: why,
  }
}

export const tooManyPhotos = ({ parts }: Pick<Gathered, 'parts'>): Problem | null =>
  parts.length > MAX_PHOTOS ? problem('too-many-photos', { limit: MAX_PHOTOS }) : null
