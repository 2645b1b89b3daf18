import type { Request, Response } from 'express'
import { z } from 'zod'
import type { HandIn } from '../commands/submit-essays.ts'
import type { TopicCode } from '../domain/campaign.ts'
import { typedTextName } from '../domain/file-name.ts'
import { problem } from '../domain/problems.ts'
import { mapResult, refuse } from '../domain/result.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'
import { readMultipart } from './upload.ts'

/** `CD1,CD3`, or several of these. */
const topics = z
  .union([z.string(), z.array(z.string()).max(20)])
  .default('')
  .transform(given => [given].flat().flatMap(list => list.split(',').map(clean).filter(Boolean)))
  .meta({ description: 'Codes of the topics it is about: `CD1,CD3`' })

/** What stands beside the file of a hand-in. */
export const uploadFields = z.object({ topics })

export const typedText = z.object({
  topics,
  text: z.string('cần nội dung bài viết').transform(text => text.normalize('NFC').replaceAll('\r\n', '\n')),
})

/** One file and the topics it is about, from the parts of a multipart request. */
export const essayFromUpload =
  (
    { essayFiles }: Pick<Ports, 'essayFiles'>,
    { req, res, now }: { readonly req: Request; readonly res: Response; readonly now: Date },
  ): HandIn['receive'] =>
  async rules => {
    const upload = await readMultipart(req, res, {
      receive: async file => essayFiles.receive({ ...file, at: now }, rules),
      discard: async file => essayFiles.discard(file),
      fields: uploadFields,
    })
    return mapResult(upload, ({ file, fields }) => ({ file, topics: fields.topics }))
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
