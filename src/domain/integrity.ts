import type { Campaign, TopicCode } from './campaign.ts'
import { hasRightTally } from './count.ts'
import type { Enrolment } from './enrolment.ts'
import type { EssayHead, EssayVersion } from './essay.ts'
import { pageFaults } from './photos.ts'
import { stateOf } from './review.ts'

/** What is wrong between the head of an essay and its versions, oldest first. */
const headFaults = (head: EssayHead | undefined, versions: readonly EssayVersion[]): readonly string[] => {
  const newest = versions.at(-1)
  if (newest === undefined) return head === undefined ? [] : ['has a head but no version']
  if (head === undefined) return [`has ${versions.length} versions but no head`]
  const faults: string[] = []
  if (versions.some((version, index) => version.number !== index + 1))
    faults.push(`has versions numbered ${versions.map(version => version.number).join(', ')}`)
  if (head.version !== newest.number) faults.push(`has head ${head.version}, newest is ${newest.number}`)
  if (head.late !== newest.late || head.submittedAt.getTime() !== newest.receivedAt.getTime())
    faults.push('has a head of another time than its newest version')
  if (head.state !== stateOf(newest))
    faults.push(`has the state ${head.state}, its newest version ${stateOf(newest)}`)
  if ((head.paper === true) !== (newest.paper !== null))
    faults.push(
      `has a head ${head.paper === true ? 'on paper' : 'of a file'}, which its newest version contradicts`,
    )
  for (const { number, file, paper } of versions)
    if ((file === null) === (paper === null))
      faults.push(
        `has version ${number} with ${file === null ? 'neither file nor paper' : 'both file and paper'}`,
      )
  return faults
}

/** Everything in which an enrolment contradicts the versions of its essays; nothing: all is well. */
export const enrolmentFaults = (
  campaign: Campaign,
  enrolment: Enrolment,
  versions: readonly EssayVersion[],
): readonly string[] => {
  const topics = new Set<TopicCode>([
    ...Object.keys(enrolment.heads),
    ...versions.map(version => version.topic),
  ])
  const faults = [...topics].flatMap(topic =>
    headFaults(
      enrolment.heads[topic],
      versions.filter(version => version.topic === topic).sort((a, b) => a.number - b.number),
    ).map(fault => `essay ${topic} ${fault}`),
  )
  if (!hasRightTally(campaign, enrolment)) faults.push('has a tally that its heads contradict')
  for (const { file, topic } of versions)
    faults.push(...(file === null ? [] : pageFaults(file)).map(fault => `essay ${topic} ${fault}`))
  return faults.map(fault => `enrolment ${enrolment.id}: ${fault}`)
}
