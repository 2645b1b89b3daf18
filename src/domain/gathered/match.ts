import type { Campaign, TopicCode } from '../campaign.ts'
import type { EnrolmentId } from '../enrolment.ts'
import { codedIn, inUnitOf, namedIn, numberedIn, referredIn, resembling } from './people.ts'
import type { RosterIndex, Somebody } from './roster.ts'
import { topicsIn } from './topics.ts'
import { type Word, withoutExtension, wordsOf } from './words.ts'

/**
 * What a person was told by; `slip`: the reference on his sign-in slip; `number`: his place in the unit's list, which is
 * to be looked at twice.
 */
export const MATCHED_BY = ['receipt', 'slip', 'code', 'name', 'number'] as const
export type MatchedBy = (typeof MATCHED_BY)[number]

/** Whose essay a file is, and what about, as far as its name and its folders tell. */
export interface Match {
  /** null: nobody, or several. */
  readonly enrolment: EnrolmentId | null
  readonly by: MatchedBy | null
  /** Who it may be, for somebody to choose from. */
  readonly candidates: readonly EnrolmentId[]
  readonly topics: readonly TopicCode[]
  readonly isTopicUnclear: boolean
}

const MAX_CANDIDATES = 12

/** A path in parts: the name first, then its folders, the nearest first. */
const partsOf = (path: string): readonly string[] => {
  const [name = '', ...folders] = path.split('/').reverse()
  return [withoutExtension(name), ...folders]
}

/** The first part that says something: a name is nearer than its folder. */
const nearest = <T>(
  parts: readonly (readonly Word[])[],
  find: (words: readonly Word[]) => readonly T[],
): readonly T[] => parts.map(find).find(found => found.length > 0) ?? []

interface Told {
  readonly by: MatchedBy
  readonly people: readonly Somebody[]
}

/** What a code says and what a name says must not contradict each other. */
const agree = (strong: Told, weak: Told): Told => {
  if (strong.people.length === 0) return weak
  const both = strong.people.filter(one => weak.people.includes(one))
  if (weak.people.length === 0) return strong
  return { by: strong.by, people: both.length > 0 ? both : [...strong.people, ...weak.people] }
}

/** `owners`: of the receipts that stand in the path. */
export const matchFile = (
  path: string,
  campaign: Pick<Campaign, 'topics'>,
  roster: RosterIndex,
  owners: readonly EnrolmentId[] = [],
): Match => {
  const referred = referredIn(path, roster)
  const texts = partsOf(referred.rest)
  const parts = texts.map(wordsOf)
  const named = inUnitOf(
    nearest(parts, words => namedIn(words, roster)),
    texts.slice(1),
  )
  const numbered = nearest(parts, words => {
    const one = numberedIn(words, roster)
    return one === null ? [] : [one]
  })
  const sameNumber = named.length > 1 ? named.filter(one => numbered.includes(one)) : []
  const byName: Told = { by: 'name', people: sameNumber.length === 1 ? sameNumber : named }
  const byCode: Told = { by: 'code', people: nearest(parts, words => codedIn(words, roster)) }
  const byReceipt: Told = { by: 'receipt', people: roster.people.filter(({ id }) => owners.includes(id)) }
  const bySlip: Told = { by: 'slip', people: referred.people }
  const told = agree(byReceipt, agree(bySlip, agree(byCode, byName)))
  const found: Told = told.people.length > 0 ? told : { by: 'number', people: numbered }
  const [only] = found.people
  const isSure = only !== undefined && found.people.length === 1
  const offered = found.people.length > 0 ? found.people : nearest(parts, words => resembling(words, roster))
  const said = parts
    .map(words => topicsIn(words, campaign))
    .find(one => one.topics.length > 0 || one.isUnclear)
  return {
    enrolment: isSure ? only.id : null,
    by: isSure ? found.by : null,
    candidates: offered.slice(0, MAX_CANDIDATES).map(({ id }) => id),
    topics: said?.topics ?? [],
    isTopicUnclear: said?.isUnclear ?? false,
  }
}
