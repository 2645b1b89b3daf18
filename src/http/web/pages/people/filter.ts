import { z } from 'zod'
import type { CampaignCode } from '../../../../domain/campaign.ts'
import { PERSON_STATES } from '../../../../domain/enrolment-filter.ts'
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
  /** Those who owe it, whatever their state. */
  topic: topicCode.optional().catch(undefined),
  q: line(100).optional().catch(undefined),
}

export type ListFilter = z.output<z.ZodObject<typeof filterShape>>

export const askedBy = (campaign: CampaignCode, { unit, state, topic, q }: ListFilter): AskedPeople => ({
  campaign,
  unit,
  q,
  ...(topic === undefined ? { state: state === 'all' ? undefined : state } : { owing: topic }),
})

/** The filter as fields of an address or a form; empty ones are left out. */
export const fieldsOf = ({ unit, state, topic, q }: ListFilter): Record<string, string | undefined> => ({
  unit,
  state: state === USUAL_STATE || topic !== undefined ? undefined : state,
  topic,
  q,
})

export const listPath = (
  campaign: CampaignCode,
  filter: ListFilter,
  page: Record<string, string | undefined> = {},
) => peoplePath(campaign, { ...fieldsOf(filter), ...page })
