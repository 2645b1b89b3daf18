import type { Campaign } from '../domain/campaign.ts'
import { type Arrived, admit } from '../domain/gathered/admit.ts'
import { receiptsIn } from '../domain/gathered/people.ts'
import type { RosterIndex } from '../domain/gathered/roster.ts'
import type { GatheringId } from '../domain/gathering.ts'
import type { Ports } from '../ports/index.ts'

/** Writes down files that were staged, with whose they may be. What came twice is there once. */
export const admitFiles =
  ({
    essays,
    gatherings,
    stagedFiles,
    random,
  }: Pick<Ports, 'essays' | 'gatherings' | 'stagedFiles' | 'random'>) =>
  async (
    gathering: GatheringId,
    campaign: Campaign,
    roster: RosterIndex,
    arrived: readonly Arrived[],
  ): Promise<void> => {
    const files = []
    for (const one of arrived) {
      const versions = await Promise.all(receiptsIn(one.path).map(async code => essays.byReceipt(code)))
      const owners = versions.flatMap(version => version?.enrolment ?? [])
      files.push(admit(one, random.id(), gathering, campaign, roster, owners))
    }
    for (const { parts } of await gatherings.addFiles(files))
      for (const { fileId } of parts) await stagedFiles.remove(fileId)
  }
