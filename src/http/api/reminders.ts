import { z } from 'zod'
import { resumeWave } from '../../commands/resume-wave.ts'
import { sendTestReminder } from '../../commands/send-test-reminder.ts'
import { sendWave } from '../../commands/send-wave.ts'
import { stopWave } from '../../commands/stop-wave.ts'
import { switchMails } from '../../commands/switch-mails.ts'
import { CHANNELS } from '../../domain/channel.ts'
import { SWITCHABLE_KINDS } from '../../domain/mail-kind.ts'
import { NOTICE_REASONS, NOTICE_STATES, type Notice } from '../../domain/notice.ts'
import { mapResult } from '../../domain/result.ts'
import { WAVE_STATES } from '../../domain/wave.ts'
import type { Ports } from '../../ports/index.ts'
import { getWave } from '../../queries/wave.ts'
import { listWaves, type WaveView } from '../../queries/waves.ts'
import { unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignParams, documentId, idempotencyHeaders, isoTime } from './shapes.ts'

const waveId = z.string().regex(/^[\w-]{1,100}$/, 'mã đợt nhắc không đúng')

const waveRequest = z
  .object({
    unit: unitCode.optional(),
    enrolments: z.array(documentId).min(1, 'cần ít nhất một người').max(5000).optional(),
    dryRun: z.boolean().default(false),
  })
  .transform(({ unit, enrolments, dryRun }, context) => {
    if (unit !== undefined && enrolments === undefined) return { selection: { unit }, dryRun }
    if (enrolments !== undefined && unit === undefined) return { selection: { enrolments }, dryRun }
    context.addIssue({
      code: 'custom',
      message: 'cần đúng một trong hai: unit (đơn vị) hoặc enrolments (những người được chọn)',
    })
    return z.NEVER
  })

const waveAnswer = z
  .object({
    id: z.string().nullable().meta({ description: 'null: dryRun, nothing was written' }),
    recipients: z.int().meta({ description: 'Whom it reaches' }),
    byMessage: z.int().optional().meta({ description: 'With dryRun: who of them by a text message' }),
    withoutAddress: z.int().meta({ description: 'Who owes too but whom no channel reaches' }),
    sample: z.object({ subject: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'StartedReminderWave' })

const waveView = z
  .object({
    id: z.string(),
    state: z.enum(WAVE_STATES),
    kind: z.enum(['scheduled', 'manual']),
    at: isoTime,
    unit: z.string().nullable(),
    by: z.string(),
    counts: z.object({ queued: z.int(), sent: z.int(), bounced: z.int(), failed: z.int(), skipped: z.int() }),
    recipients: z.int(),
    withoutAddress: z.int(),
  })
  .meta({ id: 'ReminderWave' })

const noticeView = z
  .object({
    enrolment: z.string(),
    name: z.string(),
    unit: z.string(),
    channel: z.enum(CHANNELS),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    state: z.enum(NOTICE_STATES),
    reason: z.enum(NOTICE_REASONS).optional(),
    detail: z
      .string()
      .optional()
      .meta({ description: 'The words of the mail server, or of the one that returned it' }),
    sentAt: isoTime.optional(),
  })
  .meta({ id: 'Notice' })

const presentWave = ({ id, state, kind, at, unit, by, counts, recipients, withoutAddress }: WaveView) => ({
  ...{ id, state, kind, unit, counts, recipients, withoutAddress },
  at: at.toISOString(),
  by: by.name,
})

const presentNotice = (notice: Notice): z.input<typeof noticeView> => {
  const { enrolment, name, unit, channel, email, phone, state, reason, detail, sentAt } = notice
  return {
    ...{ enrolment, name, unit, channel, email, phone, state },
    ...(reason === null ? {} : { reason }),
    ...(detail === null ? {} : { detail }),
    ...(sentAt === null ? {} : { sentAt: sentAt.toISOString() }),
  }
}

export const reminderRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/reminder-waves',
    summary: 'Remind those of a unit or a selection who still owe; with dryRun only say whom',
    tag: 'Reminders',
    access: ['staff', 'admin'],
    params: campaignParams,
    headers: idempotencyHeaders,
    body: waveRequest,
    answers: { 202: waveAnswer },
    refusals: ['not-found', 'nobody-to-remind', 'just-reminded', 'wave-key-reused'],
    handle: async ({ actor, params, body, now, req }) => {
      const idempotencyKey = req.get('Idempotency-Key') ?? null
      const asked = { campaign: params.c, ...body, idempotencyKey }
      return reply(await sendWave(ports)(actor, asked, now), 202)
    },
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/reminder-waves',
    summary: 'Waves that reached somebody, newest first; counts are of those in your units',
    tag: 'Reminders',
    access: ['staff', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional() }),
    answers: { 200: z.array(waveView) },
    refusals: ['not-found'],
    handle: async ({ actor, params, query }) =>
      reply(
        mapResult(await listWaves(ports)(actor, { campaign: params.c, unit: query.unit }), list =>
          list.map(presentWave),
        ),
      ),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/reminder-waves/:id',
    summary: 'One wave and its notices by name, as far as they are in your units',
    tag: 'Reminders',
    access: ['staff', 'admin'],
    params: campaignParams.extend({ id: waveId }),
    query: z.object({
      state: z.enum(NOTICE_STATES).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
      cursor: waveId.optional(),
      toCall: z.stringbool().default(false).meta({ description: 'Only those whom no mail reaches' }),
    }),
    answers: {
      200: waveView.extend({
        notices: z.array(noticeView),
        nextCursor: z.string().nullable(),
        waits: z
          .object({
            pauses: z.array(z.object({ channel: z.enum(CHANNELS), since: isoTime, until: isoTime })),
            domains: z.array(z.object({ domain: z.string(), waiting: z.int(), until: isoTime })),
          })
          .meta({
            description: 'Why what is queued does not go out now: servers that take nothing, full domains',
          }),
      }),
    },
    refusals: ['not-found'],
    handle: async ({ actor, params, query, now }) =>
      reply(
        mapResult(
          await getWave(ports)(actor, { campaign: params.c, id: params.id, ...query }, now),
          wave => ({
            ...presentWave(wave),
            notices: wave.notices.map(presentNotice),
            nextCursor: wave.nextCursor,
            waits: {
              pauses: wave.waits.pauses.map(({ channel, since, until }) => ({
                ...{ channel, since: since.toISOString(), until: until.toISOString() },
              })),
              domains: wave.waits.domains.map(held => ({ ...held, until: held.until.toISOString() })),
            },
          }),
        ),
      ),
  }),
  ...(
    [
      ['stop', stopWave, 'Stop a wave: what is not sent is kept'],
      ['resume', resumeWave, 'Let a stopped wave go on'],
    ] as const
  ).map(([verb, command, summary]) =>
    route({
      method: 'post',
      path: `/campaigns/:c/reminder-waves/:id/${verb}`,
      summary,
      tag: 'Reminders',
      access: ['staff', 'admin'],
      params: campaignParams.extend({ id: waveId }),
      answers: { 204: null },
      refusals: ['not-found', 'wave-reaches-beyond'],
      handle: async ({ actor, params, now }) =>
        reply(await command(ports)(actor, params.c, params.id, now), 204),
    }),
  ),
  route({
    method: 'post',
    path: '/campaigns/:c/test-reminders',
    summary: 'Mail oneself what somebody of the unit would read',
    tag: 'Reminders',
    access: ['staff', 'admin'],
    params: campaignParams,
    body: z.object({ unit: unitCode }),
    answers: { 200: z.object({ to: z.string() }) },
    refusals: ['not-found', 'nobody-to-remind', 'no-own-address', 'mail-not-sent'],
    handle: async ({ actor, params, body, now }) =>
      reply(
        mapResult(await sendTestReminder(ports)(actor, { campaign: params.c, ...body }, now), to => ({ to })),
      ),
  }),
  route({
    method: 'put',
    path: '/campaigns/:c/units/:unit/mail-switches',
    summary: 'Say which kinds of mail a unit and those below it do not get',
    tag: 'Reminders',
    access: ['staff', 'admin'],
    params: campaignParams.extend({ unit: unitCode }),
    body: z.object({ off: z.array(z.enum(SWITCHABLE_KINDS)).max(SWITCHABLE_KINDS.length) }),
    answers: { 204: null },
    refusals: ['not-found'],
    handle: async ({ actor, params, body, now }) =>
      reply(await switchMails(ports)(actor, { campaign: params.c, unit: params.unit, ...body }, now), 204),
  }),
]
