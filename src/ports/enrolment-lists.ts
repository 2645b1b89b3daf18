import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId, Exemption, ListedEnrolment } from '../domain/enrolment.ts'
import type { ChosenFilter, StateCounts, StateFilter } from '../domain/enrolment-filter.ts'
import type { Scope } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

export interface EnrolmentOrder {
  readonly by: 'name' | 'unit' | 'submittedAt'
  readonly descending: boolean
}

export interface EnrolmentFilter {
  readonly campaign: CampaignCode
  /** The unit and all below it; null: all the scope reaches. */
  readonly unit: UnitCode | null
  readonly who: StateFilter
  /** Folded; all of them must occur in name, staff code, mail or phone: as the beginning of a word, digits anywhere. */
  readonly words: readonly string[]
  /** The unit is the root: a search then looks at everybody, which is prepared for. */
  readonly everybody: boolean
}

/** A place in the order: the sort key there and, between equals, the id. */
export interface EnrolmentPlace {
  readonly key: string | number
  readonly id: string
}

export interface EnrolmentPage {
  readonly items: readonly ListedEnrolment[]
  /** null: this was the last page. */
  readonly next: EnrolmentPlace | null
}

/** Enrolments by scope and filter. */
export interface EnrolmentLists {
  /** Reads what it answers and, where a filter is set, those it passes over; never sorts. */
  page(
    scope: Scope,
    filter: EnrolmentFilter,
    order: EnrolmentOrder,
    from: EnrolmentPlace | null,
    limit: number,
  ): Promise<EnrolmentPage>
  /** Costs one look at each person of the unit; a search among everybody looks at index entries and at those it finds. */
  count(scope: Scope, filter: EnrolmentFilter): Promise<number>
  /** How those whom the filter finds, whatever their state, are divided over the states. Costs what `count` does. */
  countStates(
    scope: Scope,
    filter: Omit<EnrolmentFilter, 'who'>,
    topics: readonly TopicCode[],
    chosen?: ChosenFilter,
  ): Promise<StateCounts>
  /** How many essays on a topic are in each of these states, whatever state the filter asks for. Costs what `count` does. */
  countEssays(
    scope: Scope,
    filter: Omit<EnrolmentFilter, 'who'>,
    topic: TopicCode,
  ): Promise<Readonly<Record<'any' | 'unjudged' | 'returned' | 'accepted', number>>>
  /** Those with these ids who are in the scope, in name order. */
  some(
    scope: Scope,
    campaign: CampaignCode,
    ids: readonly EnrolmentId[],
    tx?: Tx,
  ): Promise<readonly Enrolment[]>
  /** Ids of all that match, by id; more than `limit` of them are not told. */
  ids(scope: Scope, filter: EnrolmentFilter, limit: number): Promise<readonly EnrolmentId[]>
  /** Does somebody have an essay of one of the topics? Answers those topics. */
  topicsInUse(campaign: CampaignCode, topics: readonly TopicCode[], tx: Tx): Promise<readonly TopicCode[]>
  /** Those who are exempt, in name order. */
  exempt(scope: Scope, campaign: CampaignCode, unit: UnitCode | null): Promise<readonly Enrolment[]>
  /** The one who is exempt by this exemption. */
  exemptBy(
    scope: Scope,
    campaign: CampaignCode,
    exemption: Exemption['id'],
    tx: Tx,
  ): Promise<Enrolment | null>
}
