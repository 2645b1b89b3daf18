import { z } from 'zod'
import { type HandIn, submitEssays } from '../../commands/submit-essays.ts'
import type { EssayVersion } from '../../domain/essay.ts'
import { typedTextName } from '../../domain/file-name.ts'
import { problem } from '../../domain/problems.ts'
import { mapResult, refuse } from '../../domain/result.ts'
import { clean } from '../../domain/vietnamese.ts'
import type { Ports } from '../../ports/index.ts'
import { type Context, type Route, reply, route } from '../route.ts'
import { readMultipart } from '../upload.ts'
import { enrolmentParams } from './enrolment-shapes.ts'
import { idempotencyHeaders, isoTime } from './shapes.ts'

/** `CD1,CD3`, or several of these. */
const topics = z
  .union([z.string(), z.array(z.string()).max(20)])
  .default('')
  .transform(given => [given].flat().flatMap(list => list.split(',').map(clean).filter(Boolean)))
  .meta({ description: 'Codes of the topics it is about: `CD1,CD3`' })

const typedText = z.object({
  topics,
  text: z.string('cần nội dung bài viết').transform(text => text.normalize('NFC').replaceAll('\r\n', '\n')),
})
const uploadFields = z.object({ topics })

const REFUSALS = [
  'not-found',
  'campaign-not-open',
  'campaign-closed',
  'exempt-from-writing',
  'topics-missing',
  'topic-not-known',
  'file-missing',
  'file-empty',
  'more-than-one-file',
  'file-too-large',
  'file-type-not-allowed',
  'photo-is-heic',
  'file-content-mismatch',
  'file-damaged',
  'file-inflates-too-much',
  'file-has-macros',
  'text-too-short',
  'upload-interrupted',
  'key-reused',
  'busy',
  'media-type-not-supported',
] as const

const receiptAnswer = z
  .object({
    code: z.string(),
    topic: z.string(),
    version: z.int(),
    sha256: z.string(),
    size: z.int(),
    receivedAt: isoTime,
    late: z.boolean(),
  })
  .meta({ id: 'SubmissionReceipt' })

const presentReceipt = (version: EssayVersion): z.input<typeof receiptAnswer> => ({
  code: version.receipt,
  topic: version.topic,
  version: version.number,
  sha256: version.file.sha256,
  size: version.file.size,
  receivedAt: version.receivedAt.toISOString(),
  late: version.late,
})

type Submission = Context<typeof enrolmentParams, undefined, z.ZodOptional<typeof typedText>>

/** One file and the topics it is about, from the parts of the request. */
const fromUpload =
  ({ essayFiles }: Pick<Ports, 'essayFiles'>, { req, res, now }: Submission): HandIn['receive'] =>
  async rules => {
    const upload = await readMultipart(req, res, {
      receive: async file => essayFiles.receive({ ...file, at: now }, rules),
      discard: async file => essayFiles.discard(file),
      fields: uploadFields,
    })
    return mapResult(upload, ({ file, fields }) => ({ file, topics: fields.topics }))
  }

/** A text typed into a page becomes a file like any other. */
const fromText =
  (
    { essayFiles }: Pick<Ports, 'essayFiles'>,
    { topics, text }: z.output<typeof typedText>,
  ): HandIn['receive'] =>
  async rules => {
    if (clean(text) === '') return refuse(problem('text-too-short', {}, 'body/text'))
    return mapResult(essayFiles.receiveText(typedTextName(topics), text, rules), file => ({ file, topics }))
  }

export const submissionRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/enrolments/:e/submissions',
    summary: 'Hand in one file, or a typed text, for one or several topics',
    tag: 'Essays',
    access: ['cadre', 'staff', 'admin'],
    params: enrolmentParams,
    headers: idempotencyHeaders,
    body: typedText.optional(),
    multipart: uploadFields.extend({ file: z.string().meta({ format: 'binary' }) }),
    answers: { 201: z.object({ receipts: z.array(receiptAnswer) }) },
    refusals: REFUSALS,
    handle: async submission => {
      const { actor, params, body, now, req } = submission
      if (body === undefined && !req.is('multipart/form-data'))
        return refuse(problem('media-type-not-supported', { expected: 'multipart/form-data hoặc JSON' }))
      const versions = await submitEssays(ports)(
        actor,
        {
          campaign: params.c,
          enrolment: params.e,
          idempotencyKey: req.get('Idempotency-Key') ?? null,
          receive: body === undefined ? fromUpload(ports, submission) : fromText(ports, body),
        },
        now,
      )
      return reply(
        mapResult(versions, list => ({ receipts: list.map(presentReceipt) })),
        201,
      )
    },
  }),
]
