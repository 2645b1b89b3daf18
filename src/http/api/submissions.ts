import { z } from 'zod'
import { submitEssays } from '../../commands/submit-essays.ts'
import { problem } from '../../domain/problems.ts'
import { mapResult, refuse } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { essayFromText, essayFromUpload, typedText, uploadFields } from '../receive-essay.ts'
import { type Route, reply, route } from '../route.ts'
import { enrolmentParams } from './enrolment-shapes.ts'
import { presentReceipts, receiptsAnswer } from './essay-receipts.ts'
import { idempotencyHeaders } from './shapes.ts'

const REFUSALS = [
  'not-found',
  'campaign-not-open',
  'campaign-closed',
  'exempt-from-writing',
  'essay-accepted',
  'topics-missing',
  'topic-not-known',
  'file-missing',
  'file-empty',
  'more-than-one-file',
  'too-many-photos',
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

export const submissionRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/enrolments/:e/submissions',
    summary: 'Hand in one file, photos of pages, or a typed text, for one or several topics',
    tag: 'Essays',
    access: ['cadre', 'staff', 'admin'],
    params: enrolmentParams,
    headers: idempotencyHeaders,
    body: typedText.optional(),
    multipart: uploadFields.extend({
      file: z
        .string()
        .meta({ format: 'binary', description: 'Once; photos of pages, JPG or PNG, several times' }),
    }),
    answers: { 201: receiptsAnswer },
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
          receive: body === undefined ? essayFromUpload(ports, submission) : essayFromText(ports, body),
        },
        now,
      )
      return reply(mapResult(versions, presentReceipts), 201)
    },
  }),
]
