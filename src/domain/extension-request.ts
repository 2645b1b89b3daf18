import type { CampaignCode } from './campaign.ts'
import type { Deadline } from './deadline.ts'
import type { Enrolment, EnrolmentId } from './enrolment.ts'
import { type Problem, problem } from './problems.ts'
import { formatDateTime } from './time.ts'

export const REQUEST_VERDICTS = ['approved', 'refused'] as const
export type RequestVerdict = (typeof REQUEST_VERDICTS)[number]

export interface RequestAnswer {
  readonly verdict: RequestVerdict
  /** A word to who asked. */
  readonly note: string | null
  /** What was granted, which may be another date than was asked for; null when refused. */
  readonly dueAt: Date | null
  readonly at: Date
  /** Account that answered. */
  readonly by: string
}

/** A cadre asks for more time. One at a time waits for its answer. */
export interface ExtensionRequest {
  readonly id: string
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentId
  readonly dueAt: Date
  readonly reason: string
  readonly requestedAt: Date
  /** null: it waits. */
  readonly answer: RequestAnswer | null
}

export type RequestState = RequestVerdict | 'waiting'

export const requestState = ({ answer }: Pick<ExtensionRequest, 'answer'>): RequestState =>
  answer?.verdict ?? 'waiting'

/** Every reason why nothing can be asked for at this moment; none: it can. */
export const checkAsking = (
  { exemption, tally }: Pick<Enrolment, 'exemption' | 'tally'>,
  earlier: readonly Pick<ExtensionRequest, 'answer'>[],
): readonly Problem[] => {
  const problems: Problem[] = []
  if (exemption !== null) problems.push(problem('exempt-from-writing'))
  else if (tally.missing === 0) problems.push(problem('nothing-owed'))
  if (earlier.some(({ answer }) => answer === null)) problems.push(problem('extension-asked-already'))
  return problems
}

/** Every reason why this date cannot be asked for. */
export const checkAskedDate = (dueAt: Date, deadline: Deadline, now: Date): readonly Problem[] => {
  const least = new Date(Math.max(deadline.dueAt.getTime(), now.getTime()))
  return dueAt > least ? [] : [problem('extension-not-later', { dueAt: formatDateTime(least) }, 'body/dueAt')]
}
