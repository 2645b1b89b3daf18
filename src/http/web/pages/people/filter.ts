import { z } from 'zod'
import type { CampaignCode } from '../../../../domain/campaign.ts'
import { owesNothing, PERSON_STATES } from '../../../../domain/enrolment-filter.ts'
import type { AskedPeople } from '../../../../queries/people.ts'
import { line, topicCode, unitCode } from '../../../../wire/campaign.ts'
import { peoplePath } from '../../paths.ts'

export const SHOWN_STATES = [...PERSON_STATES, 'all'] as const
export type ShownState = (typeof SHOWN_STATES)[number]

/** What the page is about when nothing else is asked for. */
const USUAL_STATE: ShownState = 'missing'

/** As the address names it; what makes no sense there counts for nothing, so that an old link still opens. */
export const filterShape = {
  unit: unitCode.optional(),
  state: z.enum(SHOWN_STATES).catch(USUAL_STATE),
  /** Those in the state who owe it. */
  topic: topicCode.optional().catch(undefined),
  q: line(100).optional().catch(undefined),
}

export type ListFilter = z.output<z.ZodObject<typeof filterShape>>

/** The topic that counts beside a state: none where nobody owes one. */
const topicIn = ({ state, topic }: ListFilter) => (state !== 'all' && owesNothing(state) ? undefined : topic)

/** As it counts. */
export const soundFilter = (filter: ListFilter): ListFilter => ({ ...filter, topic: topicIn(filter) })

/** With that topic, or without any: in a state in which somebody may owe it. */
export const withTopic = (filter: ListFilter, topic: ListFilter['topic']): ListFilter => ({
  ...filter,
  state: topicIn({ ...filter, topic }) === topic ? filter.state : USUAL_STATE,
  topic,
})

export const askedBy = (campaign: CampaignCode, filter: ListFilter): AskedPeople => {
  const { unit, state, topic, q } = soundFilter(filter)
  return { campaign, unit, q, state: state === 'all' ? undefined : state, owing: topic }
}

/** The filter as fields of an address or a form; empty ones are left out. */
export const fieldsOf = (filter: ListFilter): Record<string, string | undefined> => ({
  ...soundFilter(filter),
  state: filter.state === USUAL_STATE ? undefined : filter.state,
})

export const listPath = (
  campaign: CampaignCode,
  filter: ListFilter,
  page: Record<string, string | undefined> = {},
) => peoplePath(campaign, { ...fieldsOf(filter), ...page })
