import type { Campaign, TopicCode } from './campaign.ts'
import { tallyOf } from './completion.ts'
import { type Deadline, judgeArrival } from './deadline.ts'
import type { Enrolment } from './enrolment.ts'
import { type EssayHead, type EssayVersion, isReceived } from './essay.ts'
import { type Problem, problem } from './problems.ts'
import { checkNotAccepted, stateOf } from './review.ts'
import { formatDateTime } from './time.ts'

/** Every reason why nothing can be handed in for this enrolment at this moment; none: it can. */
export const checkHandIn = (
  enrolment: Pick<Enrolment, 'exemption'>,
  deadline: Deadline,
  at: Date,
): readonly Problem[] => {
  const problems: Problem[] = []
  const arrival = judgeArrival(deadline, at)
  if (arrival === 'too-early')
    problems.push(problem('campaign-not-open', { opensAt: formatDateTime(deadline.opensAt) }))
  if (arrival === 'closed')
    problems.push(problem('campaign-closed', { closesAt: formatDateTime(deadline.closesAt) }))
  if (enrolment.exemption !== null) problems.push(problem('exempt-from-writing'))
  return problems
}

/** Every reason why a paper that was received then cannot be written down: it is judged by that date, not by today's. */
export const checkPaper = (
  enrolment: Pick<Enrolment, 'exemption'>,
  deadline: Deadline,
  receivedAt: Date,
  now: Date,
): readonly Problem[] => [
  ...(receivedAt > now ? [problem('paper-date-in-future', {}, 'body/receivedAt')] : []),
  ...checkHandIn(enrolment, deadline, receivedAt),
]

/** Every reason why an essay cannot be about these topics. */
export const checkTopics = (
  campaign: Pick<Campaign, 'topics'>,
  topics: readonly TopicCode[],
): readonly Problem[] =>
  topics.length === 0
    ? [problem('topics-missing', {}, 'body/topics')]
    : topics
        .filter(code => !campaign.topics.some(topic => topic.code === code))
        .map(topic => problem('topic-not-known', { topic }, 'body/topics'))

/** What a moment of arrival means for the essay that came then. */
export const lateness = (deadline: Deadline, at: Date): Pick<EssayVersion, 'late' | 'lateBy'> => {
  const late = judgeArrival(deadline, at) === 'late'
  return { late, lateBy: late ? at.getTime() - deadline.dueAt.getTime() : 0 }
}

export const nextNumber = (enrolment: Pick<Enrolment, 'heads'>, topic: TopicCode): number =>
  (enrolment.heads[topic]?.version ?? 0) + 1

/** The head that a version makes while it is the newest of its topic, now or as of a moment. */
export const headOf = (
  version: Pick<EssayVersion, 'number' | 'receivedAt' | 'late' | 'paper' | 'withdrawnAt' | 'reviews'>,
  at: Date | null = null,
): EssayHead => ({
  state: stateOf(version, at),
  version: version.number,
  submittedAt: version.receivedAt,
  late: version.late,
  ...(version.paper === null ? {} : { paper: true }),
})

/** The enrolment once these versions, one a topic, are the newest of theirs. */
export const withVersions = (
  enrolment: Enrolment,
  campaign: Campaign,
  versions: readonly EssayVersion[],
): Enrolment => {
  const changed = Object.fromEntries(versions.map(version => [version.topic, headOf(version)]))
  const heads = { ...enrolment.heads, ...changed }
  return { ...enrolment, heads, tally: tallyOf(campaign, heads, enrolment.exemption !== null) }
}

/** Every reason why the paper that is the newest of this topic cannot be taken back as written down by mistake. */
export const checkTakingBack = (
  enrolment: Pick<Enrolment, 'heads'>,
  topic: TopicCode,
  deadline: Deadline,
  at: Date,
): readonly Problem[] => {
  const problems: Problem[] = [...checkNotAccepted(enrolment, [topic])]
  const head = enrolment.heads[topic]
  if (head?.paper !== true || !isReceived(head.state)) problems.push(problem('no-paper-to-take-back'))
  if (judgeArrival(deadline, at) === 'closed')
    problems.push(problem('taking-back-closed', { closesAt: formatDateTime(deadline.closesAt) }))
  return problems
}

/** Every reason why the essay of this topic cannot be withdrawn at this moment. */
export const checkWithdrawal = (
  enrolment: Pick<Enrolment, 'heads'>,
  topic: TopicCode,
  deadline: Deadline,
  at: Date,
): readonly Problem[] => {
  const problems: Problem[] = [...checkNotAccepted(enrolment, [topic])]
  if (!isReceived(enrolment.heads[topic]?.state ?? 'missing')) problems.push(problem('nothing-to-withdraw'))
  const arrival = judgeArrival(deadline, at)
  if (arrival === 'late' || arrival === 'closed')
    problems.push(problem('withdrawal-closed', { dueAt: formatDateTime(deadline.dueAt) }))
  return problems
}
