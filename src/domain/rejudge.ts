import type { Campaign } from './campaign.ts'
import type { Enrolment } from './enrolment.ts'
import type { EssayHead } from './essay.ts'

type Dates = Pick<Campaign, 'dueAt' | 'graceSeconds'>

/** Up to and including this moment the campaign itself, without anybody's extension, calls an essay on time. */
export const onTimeUntil = ({ dueAt, graceSeconds }: Dates): Date =>
  new Date(dueAt.getTime() + graceSeconds * 1000)

const isNowOnTime = (campaign: Dates, head: EssayHead): boolean =>
  head.late && head.submittedAt <= onTimeUntil(campaign)

/** How many essays were late for an earlier due date and are not for the campaign's present one. */
export const countNowOnTime = (campaign: Dates, heads: Enrolment['heads']): number =>
  Object.values(heads).filter(head => isNowOnTime(campaign, head)).length

/**
 * Heads by the campaign's present due date. One that moved later takes in who was late for the old one; one that moved
 * earlier takes nothing from anybody: he was told that he was on time.
 */
export const rejudged = (campaign: Dates, heads: Enrolment['heads']): Enrolment['heads'] =>
  Object.fromEntries(
    Object.entries(heads).map(([topic, head]) => [
      topic,
      isNowOnTime(campaign, head)
        ? { ...head, late: false, state: head.state === 'late' ? 'submitted' : head.state }
        : head,
    ]),
  )
