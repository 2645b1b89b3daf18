import type { Response } from 'express'
import type { GatheringId } from '../domain/gathering.ts'
import type { Actor } from '../domain/permission.ts'
import type { Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { getCast, getGathering } from '../queries/gathering.ts'
import { gatheringDocument } from '../reports/gathering.ts'
import type { Reply, STREAMED } from './route.ts'
import { serveDocument } from './serve-document.ts'

/** What became of every collected file, as a workbook. */
export const serveGathering =
  (ports: Ports) =>
  async (actor: Actor, id: GatheringId, res: Response): Promise<Result<Reply> | typeof STREAMED> => {
    const found = await getGathering(ports)(actor, id)
    if (!found.ok) return found
    const { gathering, unit, files } = found.value
    const { people } = await getCast(ports)(actor, found.value, files)
    return serveDocument(ports)(res, 'ket-qua-bai-thu-gom', gatheringDocument(gathering, unit, files, people))
  }
