import type { EssayVersion } from '../domain/essay.ts'
import { tooManyPhotos } from '../domain/gathered/admit.ts'
import type { Gathered, Gathering } from '../domain/gathering.ts'
import type { Actor } from '../domain/permission.ts'
import { arrangePages } from '../domain/photos.ts'
import { mapResult } from '../domain/result.ts'
import type { Handled } from '../ports/gatherings.ts'
import type { Ports } from '../ports/index.ts'
import { submitEssays } from './submit-essays.ts'

type Needed = Pick<Ports, 'stagedFiles'> & Parameters<typeof submitEssays>[0]

const receiptsOf = (versions: readonly EssayVersion[]): Handled['receipts'] =>
  versions.map(({ topic, receipt }) => ({ topic, code: receipt }))

/** The receipts of this very file, where it was handed in for all these topics already, and not through here. */
const sameBefore = async (
  { essays }: Pick<Ports, 'essays'>,
  { id, enrolment, topics, parts }: Gathered,
): Promise<readonly EssayVersion[]> => {
  const [part] = parts
  if (enrolment === null || part === undefined || parts.length !== 1) return []
  const versions = await essays.ofEnrolment(enrolment)
  const newest = topics.flatMap(topic => versions.findLast(version => version.topic === topic) ?? [])
  const isSame =
    newest.length === topics.length &&
    newest.every(version => version.withdrawnAt === null && version.file?.sha256 === part.sha256) &&
    newest.every(({ idempotencyKey }) => idempotencyKey !== id)
  return isSame ? newest : []
}

/**
 * Hands in one collected essay as its person would, under a key of its own: begun again after a kill, it gives the
 * same receipts. Says what became of it.
 */
export const handInGathered =
  (ports: Needed) =>
  async (actor: Actor, { campaign }: Gathering, essay: Gathered, confirmedAt: Date): Promise<Handled> => {
    const { stagedFiles, essayFiles } = ports
    const { id, enrolment, topics } = essay
    const refused = (problem: Handled['problem']): Handled => ({
      id,
      state: 'refused',
      receipts: [],
      problem,
    })
    const tooMany = tooManyPhotos(essay)
    if (tooMany !== null) return refused(tooMany)
    const same = await sameBefore(ports, essay)
    if (same.length > 0) return { id, state: 'same', receipts: receiptsOf(same), problem: null }

    const parts = async function* () {
      for (const { fileId, name, size } of essay.parts)
        yield { name, bytes: stagedFiles.open(fileId), announced: size }
    }
    const handed = await submitEssays(ports)(
      actor,
      {
        campaign,
        enrolment: enrolment ?? '',
        idempotencyKey: id,
        receive: async rules =>
          mapResult(await essayFiles.receivePages(parts(), confirmedAt, rules), file => ({
            topics,
            file: arrangePages(file, { turns: [], isByName: true }, topics),
          })),
      },
      confirmedAt,
    )
    if (handed.ok) return { id, state: 'handed-in', receipts: receiptsOf(handed.value), problem: null }
    const [why] = handed.problems
    // Not its fault: the whole is tried again.
    if (why.code === 'busy' || why.code === 'upload-interrupted') throw new Error(`handing in: ${why.code}`)
    return refused(why)
  }
