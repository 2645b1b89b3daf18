import { z } from 'zod'
import { reviewEssay } from '../../commands/review-essay.ts'
import { REVIEW_VERDICTS } from '../../domain/essay.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { moment } from '../../wire/campaign.ts'
import { note } from '../../wire/note.ts'
import { type Route, reply, route } from '../route.ts'
import { presentVersion, versionAnswer } from './enrolment.ts'
import { essayParams } from './enrolment-shapes.ts'
import { documentId } from './shapes.ts'

const body = z.object({
  version: z.int().min(1).meta({ description: 'The one that was read: it must still be the newest' }),
  verdict: z.enum(REVIEW_VERDICTS),
  note: note(2000)
    .nullable()
    .default(null)
    .meta({ description: 'Told to the writer; needed where the essay is returned' }),
  dueAt: moment.nullable().default(null).meta({
    description: 'Of what is returned: until when it may be rewritten, where that is later than now',
  }),
  replaces: documentId
    .nullable()
    .default(null)
    .meta({ description: 'The verdict that it had when it was read; null: none' }),
})

export const reviewRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/enrolments/:e/essays/:topic/reviews',
    summary: 'Accept an essay, or return it for rewriting; answers the version with its verdicts',
    tag: 'Essays',
    access: ['trainer', 'admin'],
    params: essayParams,
    body,
    answers: { 201: versionAnswer },
    refusals: [
      'not-found',
      'essay-changed',
      'essay-judged-meanwhile',
      'exempt-from-writing',
      'review-note-missing',
      'rewriting-needs-date',
    ],
    handle: async ({ actor, params: { c, e, topic }, body: judgement, now }) =>
      reply(
        mapResult(
          await reviewEssay(ports)(actor, { campaign: c, enrolment: e, topic, ...judgement }, now),
          presentVersion,
        ),
        201,
      ),
  }),
]
