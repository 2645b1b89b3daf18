import { z } from 'zod'
import type { Campaign } from '../../domain/campaign.ts'
import { ENROLMENT_STATES } from '../../domain/completion.ts'
import type { ListedEnrolment } from '../../domain/enrolment.ts'
import { ESSAY_STATES } from '../../domain/essay.ts'
import { topicCode } from '../../wire/campaign.ts'
import { campaignParams, isoTime } from './shapes.ts'

/** `me` is the enrolment of the one who asks. */
export const enrolmentParams = campaignParams.extend({ e: z.string().min(1).max(60) })
export const essayParams = enrolmentParams.extend({ topic: topicCode })
export const versionParams = essayParams.extend({ n: z.coerce.number().int().min(1) })

/** A person in a campaign as lists show him: one entry of `essays` for each topic of the campaign, in its order. */
export const enrolmentAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    posts: z.array(z.string()),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    state: z.enum(ENROLMENT_STATES),
    late: z.boolean(),
    essays: z.array(
      z.object({
        topic: z.string(),
        state: z.enum([...ESSAY_STATES, 'missing']),
        submittedAt: isoTime.nullable(),
        version: z.int().nullable(),
        paper: z.boolean().meta({ description: 'It came on paper: there is no file' }),
      }),
    ),
  })
  .meta({ id: 'Enrolment' })

export const presentEnrolment = (
  { id, person, unit, posts, tally, heads }: ListedEnrolment,
  { topics }: Pick<Campaign, 'topics'>,
): z.input<typeof enrolmentAnswer> => ({
  id,
  name: person.name,
  unit,
  posts: [...posts],
  email: person.email,
  phone: person.phone,
  state: tally.state,
  late: tally.isLate,
  essays: topics.map(({ code }) => {
    const head = heads[code]
    return {
      topic: code,
      state: head?.state ?? 'missing',
      submittedAt: head?.submittedAt.toISOString() ?? null,
      version: head?.version ?? null,
      paper: head?.paper === true,
    }
  }),
})
