import { z } from 'zod'
import { type Reading, TEXT_STATES, UNREADABLE } from '../../domain/essay-text.ts'
import { LEGACY_FONTS } from '../../domain/legacy-font.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getEssayText } from '../../queries/essay-text.ts'
import { type Route, reply, route } from '../route.ts'
import { versionParams } from './enrolment-shapes.ts'

const textAnswer = z
  .object({
    state: z
      .enum(['waiting', ...TEXT_STATES])
      .meta({ description: 'waiting: to be read soon; without-text: photographs, a scan, paper' }),
    reason: z.enum(UNREADABLE).nullable().meta({ description: 'Why it is unreadable' }),
    words: z.int(),
    legacyFont: z
      .enum(LEGACY_FONTS)
      .nullable()
      .meta({ description: 'Written for a font from before Unicode; the paragraphs are in Unicode' }),
    paragraphs: z.array(z.string()),
  })
  .meta({ id: 'EssayText' })

const present = (text: Reading | null): z.input<typeof textAnswer> =>
  text === null
    ? { state: 'waiting', reason: null, words: 0, legacyFont: null, paragraphs: [] }
    : {
        state: text.state,
        reason: text.reason,
        words: text.words,
        legacyFont: text.legacyFont,
        paragraphs: [...text.paragraphs],
      }

export const essayTextRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns/:c/enrolments/:e/essays/:topic/versions/:n/text',
    summary: 'The words of one version, read from its file soon after it was handed in',
    tag: 'Essays',
    access: ['cadre', 'staff', 'trainer', 'admin'],
    params: versionParams,
    answers: { 200: textAnswer },
    refusals: ['not-found'],
    handle: async ({ actor, params: { c, e, topic, n }, now }) =>
      reply(
        mapResult(
          await getEssayText(ports)(actor, { campaign: c, enrolment: e, topic, version: n }, now),
          present,
        ),
      ),
  }),
]
