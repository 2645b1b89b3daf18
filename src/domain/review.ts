import type { TopicCode } from './campaign.ts'
import type { Deadline } from './deadline.ts'
import type { Enrolment } from './enrolment.ts'
import type { EssayState, EssayVersion, Review, ReviewVerdict } from './essay.ts'
import { topicLabel } from './naming.ts'
import { type Problem, problem } from './problems.ts'
import { DAY, formatDateTime, hanoiDay, onDay } from './time.ts'

/** The verdict that held at a moment, or holds now; the newest one does. null: nobody has judged it. */
export const reviewOf = (
  { reviews = [] }: Pick<EssayVersion, 'reviews'>,
  at: Date | null = null,
): Review | null => reviews.findLast(review => at === null || review.at <= at) ?? null

/** The one function that says in which state a version is or was; an essay is in the state of its newest version. */
export const stateOf = (
  version: Pick<EssayVersion, 'late' | 'withdrawnAt' | 'reviews'>,
  at: Date | null = null,
): Exclude<EssayState, 'draft'> => {
  const { withdrawnAt, late } = version
  if (withdrawnAt !== null && (at === null || withdrawnAt <= at)) return 'withdrawn'
  return reviewOf(version, at)?.verdict ?? (late ? 'late' : 'submitted')
}

/** What somebody who has read a version says of it. */
export interface Judgement {
  readonly version: number
  readonly verdict: ReviewVerdict
  /** Told to the writer; a returned essay needs one. */
  readonly note: string | null
  /** Until when he may rewrite it and be on time; null: his present due date holds. */
  readonly dueAt: Date | null
  /** The verdict that was there when he read it; null: there was none. */
  readonly replaces: Review['id'] | null
}

/** Every reason why the verdict cannot be given at this moment. `newest` is the newest version of the topic. */
export const checkReview = (
  { exemption }: Pick<Enrolment, 'exemption'>,
  newest: EssayVersion,
  { version, verdict, note, dueAt, replaces }: Judgement,
  deadline: Deadline,
  now: Date,
): readonly Problem[] => {
  if (newest.number !== version || newest.withdrawnAt !== null) return [problem('essay-changed')]
  if ((reviewOf(newest)?.id ?? null) !== replaces) return [problem('essay-judged-meanwhile')]
  const problems: Problem[] = []
  if (exemption !== null) problems.push(problem('exempt-from-writing'))
  if (verdict === 'accepted') return problems
  if (note === null) problems.push(problem('review-note-missing', {}, 'body/note'))
  // Nobody is late because he was asked to write again.
  if ((dueAt ?? deadline.dueAt) <= now)
    problems.push(problem('rewriting-needs-date', { dueAt: formatDateTime(deadline.dueAt) }, 'body/dueAt'))
  return problems
}

const DAYS_TO_REWRITE = 7

/** What is proposed for rewriting: a week from now at the hour of the due date, never less than there is now. */
export const usualRewriting = ({ dueAt }: Deadline, now: Date): Date => {
  const inAWeek = onDay(hanoiDay(new Date(now.getTime() + DAYS_TO_REWRITE * DAY)), dueAt)
  return inAWeek > dueAt ? inAWeek : dueAt
}

/** Why nothing more can be handed in for, or withdrawn from, one of these topics; none: nobody has accepted it. */
export const checkNotAccepted = (
  { heads }: Pick<Enrolment, 'heads'>,
  topics: readonly TopicCode[],
): readonly Problem[] => {
  const accepted = topics.filter(code => heads[code]?.state === 'accepted')
  return accepted.length === 0 ? [] : [problem('essay-accepted', { topics: accepted.map(topicLabel) })]
}
