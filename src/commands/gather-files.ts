import type { Campaign } from '../domain/campaign.ts'
import { type Arrived, checkGatheredName, nameIn } from '../domain/gathered/admit.ts'
import { gatheredPath, isArchive } from '../domain/gathered/path.ts'
import {
  type Archive,
  checkOpen,
  type Gathering,
  type GatheringId,
  MAX_ARCHIVE_BYTES,
  MAX_GATHERED,
  MAX_GATHERED_BYTES,
  stagedUntil,
} from '../domain/gathering.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { admitFiles } from './admit-files.ts'
import { loadRosterIndex } from './load-roster-index.ts'
import { stagePart } from './stage-part.ts'

interface Incoming {
  /** With its folders, where the sender told them. */
  readonly name: string
  readonly bytes: AsyncIterable<Buffer>
}

type Needed = Pick<
  Ports,
  'campaigns' | 'units' | 'enrolmentLists' | 'essays' | 'gatherings' | 'stagedFiles' | 'random' | 'queue'
>

const drain = async (bytes: AsyncIterable<Buffer>): Promise<void> => {
  for await (const _ of bytes);
}

const tooLarge = (bytes: number): Problem =>
  problem('file-too-large', { limit: `${Math.round(bytes / 1024 / 1024)} MB` })

const stageOne =
  (ports: Needed) =>
  async (
    gathering: Gathering,
    { fileRules }: Campaign,
    { name, bytes }: Incoming,
  ): Promise<{ readonly arrived?: Arrived; readonly archive?: Archive }> => {
    const path = gatheredPath(name)
    if (path === null) {
      await drain(bytes)
      return {}
    }
    if (isArchive(path)) {
      const limit = tooLarge(MAX_ARCHIVE_BYTES)
      const staged = await stagePart(ports)(
        { name: path, bytes },
        MAX_ARCHIVE_BYTES,
        limit,
        stagedUntil(gathering),
      )
      if (!staged.ok) return { arrived: { path, part: null, problem: staged.problems[0] } }
      const { fileId, size } = staged.value
      return { archive: { fileId, name: path, size, state: 'waiting', problem: null } }
    }
    const wrong = checkGatheredName(path, fileRules)
    if (wrong !== null) {
      await drain(bytes)
      return { arrived: { path, part: null, problem: wrong } }
    }
    const { maxBytes } = fileRules
    const file = { name: nameIn(path), bytes }
    const staged = await stagePart(ports)(file, maxBytes, tooLarge(maxBytes), stagedUntil(gathering))
    if (staged.ok) return { arrived: { path, part: staged.value, problem: null } }
    const [why] = staged.problems
    // It will come again.
    return why.code === 'upload-interrupted' ? {} : { arrived: { path, part: null, problem: why } }
  }

/**
 * Takes in collected files, one after the other, and archives of them, which a worker unpacks. What cannot be an essay
 * is written down with the reason; what had come before the line broke stays.
 */
export const gatherFiles =
  (ports: Needed) =>
  async (actor: Actor, id: GatheringId, files: AsyncIterable<Incoming>, now: Date): Promise<Result<null>> => {
    const { campaigns, gatherings, queue } = ports
    const gathering = await gatherings.find(scopeOf(actor, 'gather-essays'), id)
    const campaign = gathering && (await campaigns.find(gathering.campaign))
    if (gathering === null || campaign === null) return refuse(problem('not-found'))
    const [closed] = checkOpen(gathering, now)
    if (closed !== undefined) return refuse(closed)
    if (gathering.confirmedAt !== null) return refuse(problem('gathering-busy'))

    const before = await gatherings.countFiles(id)
    const arrived: Arrived[] = []
    const archives: Archive[] = []
    let { files: count, bytes } = before
    let over: Problem | null = null
    for await (const file of files) {
      if (count >= MAX_GATHERED) over = problem('too-many-files', { limit: MAX_GATHERED })
      if (bytes >= MAX_GATHERED_BYTES) over = problem('files-too-large', { limit: '2 GB' })
      if (over !== null) break
      const staged = await stageOne(ports)(gathering, campaign, file)
      if (staged.arrived !== undefined) arrived.push(staged.arrived)
      if (staged.archive !== undefined) archives.push(staged.archive)
      count += 1
      bytes += staged.arrived?.part?.size ?? staged.archive?.size ?? 0
    }
    if (arrived.length > 0) {
      const roster = await loadRosterIndex(ports)(actor, campaign.code, gathering)
      await admitFiles(ports)(id, campaign, roster, arrived)
    }
    for (const archive of archives)
      if (!(await gatherings.addArchive(id, archive))) return refuse(problem('gathering-busy'))
    if (archives.length > 0) await queue.enqueue('work-gathering', { gathering: id })
    return over === null ? ok(null) : refuse(over)
  }
