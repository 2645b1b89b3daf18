import type { Campaign } from '../domain/campaign.ts'
import { type Arrived, checkGatheredName, nameIn } from '../domain/gathered/admit.ts'
import type { RosterIndex } from '../domain/gathered/roster.ts'
import { withoutExtension } from '../domain/gathered/words.ts'
import {
  type Archive,
  type Gathering,
  MAX_GATHERED,
  MAX_GATHERED_BYTES,
  stagedUntil,
} from '../domain/gathering.ts'
import { type Problem, problem } from '../domain/problems.ts'
import type { ArchivedFile } from '../ports/archives.ts'
import type { Ports } from '../ports/index.ts'
import { admitFiles } from './admit-files.ts'
import { stagePart } from './stage-part.ts'

type Needed = Pick<Ports, 'archives' | 'essays' | 'gatherings' | 'stagedFiles' | 'random'>

/** Files between two looks at the claim, and two steps of the progress. */
const BATCH = 20

const unpackOne =
  (ports: Needed) =>
  async (
    gathering: Gathering,
    { fileRules }: Campaign,
    path: string,
    file: ArchivedFile,
  ): Promise<Arrived> => {
    const { maxBytes } = fileRules
    const tooLarge = problem('file-too-large', { limit: `${Math.round(maxBytes / 1024 / 1024)} MB` })
    const wrong =
      file.problem ?? checkGatheredName(path, fileRules) ?? (file.size > maxBytes ? tooLarge : null)
    if (wrong !== null) return { path, part: null, problem: wrong }
    const staged = await stagePart(ports)(
      { name: nameIn(path), bytes: file.bytes },
      maxBytes,
      tooLarge,
      stagedUntil(gathering),
    )
    if (staged.ok) return { path, part: staged.value, problem: null }
    const [why] = staged.problems
    const problemOfIt = why.code === 'upload-interrupted' ? problem('file-damaged') : why
    return { path, part: null, problem: problemOfIt }
  }

/** Two archives of one name are two folders. */
const folderOf = ({ archives }: Gathering, { name, fileId }: Archive): string => {
  const alike = archives.filter(other => other.name === name)
  const n = alike.findIndex(other => other.fileId === fileId) + 1
  return n > 1 ? `${withoutExtension(name)} (${n})` : withoutExtension(name)
}

/**
 * The files of one archive, each staged on its own under the archive's name as a folder; null, or why the archive as
 * a whole cannot be taken. Begun again after a kill, it leaves out what is there. `isHeld` says whether to go on.
 */
export const unpackArchive =
  (ports: Needed) =>
  async (
    gathering: Gathering,
    campaign: Campaign,
    roster: RosterIndex,
    archive: Archive,
    isHeld: () => void,
  ): Promise<Problem | null> => {
    const { archives, gatherings, stagedFiles } = ports
    const before = await gatherings.files(gathering.id)
    const known = new Set(before.map(({ path }) => path))
    const count = await gatherings.countFiles(gathering.id)
    const listed = await archives.list(
      { size: archive.size, open: range => stagedFiles.open(archive.fileId, range) },
      { files: MAX_GATHERED - count.files, bytes: MAX_GATHERED_BYTES - count.bytes },
    )
    if (!listed.ok) return listed.problems[0]
    const folder = folderOf(gathering, archive)
    const due = listed.value
      .map(file => ({ file, path: `${folder}/${file.path}` }))
      .filter(({ path }) => !known.has(path))
    for (let at = 0; at < due.length; at += BATCH) {
      isHeld()
      const arrived: Arrived[] = []
      for (const { file, path } of due.slice(at, at + BATCH))
        arrived.push(await unpackOne(ports)(gathering, campaign, path, file))
      await admitFiles(ports)(gathering.id, campaign, roster, arrived)
    }
    return null
  }
