import type { Request, Response } from 'express'
import { z } from 'zod'
import type { HandIn } from '../commands/submit-essays.ts'
import type { TopicCode } from '../domain/campaign.ts'
import { typedTextName } from '../domain/file-name.ts'
import { arrangePages, MAX_PHOTOS, TURNS } from '../domain/photos.ts'
import { problem } from '../domain/problems.ts'
import { mapResult, refuse } from '../domain/result.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'
import { readFiles } from './upload.ts'

/** `CD1,CD3`, or several of these. */
const topics = z
  .union([z.string(), z.array(z.string()).max(20)])
  .default('')
  .transform(given => [given].flat().flatMap(list => list.split(',').map(clean).filter(Boolean)))
  .meta({ description: 'Codes of the topics it is about: `CD1,CD3`' })

const turn = z.union(TURNS.map(value => z.literal(String(value)).transform(() => value)))

/** `0,90,0`: as many as there are photos. */
const turns = z
  .string()
  .default('')
  .transform(list => list.split(',').map(clean).filter(Boolean))
  .pipe(z.array(turn).max(MAX_PHOTOS))
  .meta({
    description:
      'Of several photos, or of one that is to be bound into a PDF: how far each is to be turned clockwise, `0,90,180,270`',
  })

const order = z
  .enum(['sent', 'name'], 'cần “sent” hoặc “name”')
  .default('sent')
  .meta({ description: 'Photos are read in the order in which they are sent, or by their names' })

/** What stands beside the files of a hand-in. */
export const uploadFields = z.object({ topics, turns, order })

export const typedText = z.object({
  topics,
  text: z.string('cần nội dung bài viết').transform(text => text.normalize('NFC').replaceAll('\r\n', '\n')),
})

/** One file, or photos of pages, and the topics they are about, from the parts of a multipart request. */
export const essayFromUpload =
  (
    { essayFiles }: Pick<Ports, 'essayFiles'>,
    { req, res, now }: { readonly req: Request; readonly res: Response; readonly now: Date },
  ): HandIn['receive'] =>
  async rules => {
    const upload = await readFiles(req, res, {
      receive: async files => essayFiles.receivePages(files, now, rules),
      discard: async file => essayFiles.discard(file),
      fields: uploadFields,
      most: MAX_PHOTOS,
      tooMany: 'too-many-photos',
    })
    return mapResult(upload, ({ file, fields: { topics, turns, order } }) => ({
      file: arrangePages(file, { turns, isByName: order === 'name' }, topics),
      topics,
    }))
  }

/** A text typed into a page becomes a file like any other. */
export const essayFromText =
  (
    { essayFiles }: Pick<Ports, 'essayFiles'>,
    { topics, text }: { readonly topics: readonly TopicCode[]; readonly text: string },
  ): HandIn['receive'] =>
  async rules => {
    if (clean(text) === '') return refuse(problem('text-too-short', {}, 'body/text'))
    return mapResult(essayFiles.receiveText(typedTextName(topics), text, rules), file => ({ file, topics }))
  }
