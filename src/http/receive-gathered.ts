import type { Request, Response } from 'express'
import { z } from 'zod'
import { gatherFiles } from '../commands/gather-files.ts'
import type { GatheringId } from '../domain/gathering.ts'
import type { Actor } from '../domain/permission.ts'
import { mapResult, type Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { readFiles } from './upload.ts'

/** Files of one request: a form without its module sends all at once. */
const MOST = 500

export const GATHERED_UPLOAD_REFUSALS = [
  'gathering-closed',
  'gathering-expired',
  'gathering-busy',
  'too-many-files',
  'files-too-large',
  'file-missing',
  'upload-interrupted',
] as const

/** Takes collected files into a gathering as they come. What came before the line broke stays. */
export const receiveGathered =
  (ports: Ports) =>
  async (
    actor: Actor,
    id: GatheringId,
    { req, res, now }: { readonly req: Request; readonly res: Response; readonly now: Date },
  ): Promise<Result<null>> =>
    mapResult(
      await readFiles(req, res, {
        receive: async files => gatherFiles(ports)(actor, id, files, now),
        discard: async () => undefined,
        fields: z.object({}),
        most: MOST,
        tooMany: 'too-many-files',
        keepsPath: true,
      }),
      ({ file }) => file,
    )
