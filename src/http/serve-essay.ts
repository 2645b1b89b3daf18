import type { Request, Response } from 'express'
import { type EssayFile, isShownByBrowsers } from '../domain/essay.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type Refused, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { type AskedFile, getEssayFile } from '../queries/essay-file.ts'
import type { STREAMED } from './route.ts'
import { serveBytes } from './serve-bytes.ts'

const MEDIA_TYPES: Readonly<Record<EssayFile['type'], string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  jpg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
  photos: 'application/octet-stream',
}

/** Sends the file of one version, or one of its photos: as a download, or to be seen where browsers can show it. */
export const serveEssay =
  (ports: Pick<Ports, 'enrolments' | 'essays' | 'essayFiles' | 'audit'>) =>
  async (
    { actor, now, req, res }: { actor: Actor; now: Date; req: Request; res: Response },
    asked: AskedFile,
    isInline = false,
  ): Promise<typeof STREAMED | Refused> => {
    const file = await getEssayFile(ports)(actor, asked, now)
    if (!file.ok) return file
    const { id, name, type, size, sha256, start } = file.value
    if (isInline && !isShownByBrowsers(type)) return refuse(problem('not-found'))
    return serveBytes(req, res, {
      name,
      type: MEDIA_TYPES[type],
      size,
      etag: sha256,
      isInline,
      open: ({ start: from, end } = { start: 0, end: size - 1 }) =>
        ports.essayFiles.open(id, { start: start + from, end: start + end }),
    })
  }
