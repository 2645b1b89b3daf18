import { z } from 'zod'
import { FILE_TYPES } from '../../domain/campaign.ts'
import { type EssayVersion, REVIEW_VERDICTS, type Review } from '../../domain/essay.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { type EnrolmentView, getEnrolment } from '../../queries/enrolment.ts'
import { type Route, reply, route } from '../route.ts'
import { enrolmentAnswer, enrolmentParams, presentEnrolment } from './enrolment-shapes.ts'
import { isoTime } from './shapes.ts'

const reviewAnswer = z
  .object({
    id: z.string(),
    verdict: z.enum(REVIEW_VERDICTS),
    note: z.string().nullable(),
    dueAt: isoTime.nullable().meta({ description: 'What was granted for rewriting, where it was needed' }),
    at: isoTime,
  })
  .meta({ id: 'Review' })

export const versionAnswer = z
  .object({
    topic: z.string(),
    version: z.int(),
    fileName: z.string().nullable().meta({ description: 'null, as are size and sha256: it came on paper' }),
    size: z.int().nullable(),
    sha256: z.string().nullable(),
    type: z.enum([...FILE_TYPES, 'txt', 'photos', 'paper']),
    paper: z.object({ note: z.string().nullable(), recordedAt: isoTime }).nullable(),
    receivedAt: isoTime,
    late: z.boolean(),
    receipt: z.string(),
    withdrawnAt: isoTime.nullable(),
    onBehalf: z.boolean(),
    reviews: z.array(reviewAnswer).meta({ description: 'Verdicts on it, oldest first; the last one holds' }),
    photos: z.int().meta({ description: 'Photos of pages that it was handed in as; 0: it was no photos' }),
    bound: z
      .object({ fileName: z.string(), size: z.int(), sha256: z.string() })
      .nullable()
      .meta({ description: 'The PDF of the photos, once it is there: what `file` gives' }),
  })
  .meta({ id: 'EssayVersion' })

const enrolmentViewAnswer = enrolmentAnswer
  .extend({
    person: z.object({
      birth: z.string().nullable().meta({ description: 'YYYY-MM-DD, or YYYY' }),
      gender: z.enum(['male', 'female']).nullable(),
      staffCode: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    venue: z.string().nullable(),
    dueAt: isoTime.meta({ description: 'With the extensions that apply to this person' }),
    closesAt: isoTime,
    owed: z.array(z.string()).meta({ description: 'Topics that nothing counts for yet' }),
    exemption: z.object({ reason: z.string(), at: isoTime }).nullable(),
    versions: z.array(versionAnswer),
  })
  .meta({ id: 'EnrolmentView' })

const presentReview = ({ id, verdict, note, dueAt, at }: Review): z.input<typeof reviewAnswer> => ({
  id,
  verdict,
  note,
  dueAt: dueAt?.toISOString() ?? null,
  at: at.toISOString(),
})

export const presentVersion = (version: EssayVersion): z.input<typeof versionAnswer> => ({
  topic: version.topic,
  version: version.number,
  fileName: version.file?.name ?? null,
  size: version.file?.size ?? null,
  sha256: version.file?.sha256 ?? null,
  type: version.file?.type ?? 'paper',
  paper: version.paper && {
    note: version.paper.note,
    recordedAt: version.paper.recordedAt.toISOString(),
  },
  receivedAt: version.receivedAt.toISOString(),
  late: version.late,
  receipt: version.receipt,
  withdrawnAt: version.withdrawnAt?.toISOString() ?? null,
  onBehalf: version.onBehalf,
  reviews: (version.reviews ?? []).map(presentReview),
  photos: version.file?.pages?.length ?? 0,
  bound:
    version.bound === undefined
      ? null
      : { fileName: version.bound.name, size: version.bound.size, sha256: version.bound.sha256 },
})

const presentView = ({
  campaign,
  enrolment,
  deadline,
  owed,
  versions,
}: EnrolmentView): z.input<typeof enrolmentViewAnswer> => {
  const { birth, gender, staffCode, email, phone } = enrolment.person
  const { exemption } = enrolment
  return {
    ...presentEnrolment(enrolment, campaign),
    person: { birth, gender, staffCode, email, phone },
    venue: enrolment.venue,
    dueAt: deadline.dueAt.toISOString(),
    closesAt: deadline.closesAt.toISOString(),
    owed: [...owed],
    exemption: exemption && { reason: exemption.reason, at: exemption.at.toISOString() },
    versions: versions.map(presentVersion),
  }
}

export const enrolmentViewRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns/:c/enrolments/:e',
    summary: 'One person in a campaign, with all versions and their receipts; `me` is the one who asks',
    tag: 'Essays',
    access: ['cadre', 'staff', 'trainer', 'admin'],
    params: enrolmentParams,
    answers: { 200: enrolmentViewAnswer },
    refusals: ['not-found'],
    handle: async ({ actor, params }) =>
      reply(mapResult(await getEnrolment(ports)(actor, params.c, params.e), presentView)),
  }),
]
