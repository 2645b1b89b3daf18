import { z } from 'zod'
import { previewWave } from '../../../../commands/preview-wave.ts'
import { sendTestReminder } from '../../../../commands/send-test-reminder.ts'
import { sendWave } from '../../../../commands/send-wave.ts'
import { WAVE_KINDS } from '../../../../domain/mail-kind.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getReminderLetter } from '../../../../queries/reminder-letter.ts'
import { moment, unitCode } from '../../../../wire/campaign.ts'
import { type Route, route, STREAMED } from '../../../route.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { numberIn } from '../../parts/figures.tsx'
import { deskFrame } from '../../tabs.ts'
import { ACCESS, params } from './frame.ts'
import { sendWavePath, wavePath } from './paths.ts'
import { Preview } from './preview.tsx'
import { WORDS } from './words.ts'

const ofUnit = z.object({ unit: unitCode })

type Context = Pick<
  PageContext<typeof params, typeof ofUnit, undefined>,
  'actor' | 'params' | 'query' | 'language' | 'words' | 'csrf' | 'now'
>

const show =
  (ports: Ports) =>
  async (
    { actor, params, query, language, words: shared, csrf, now }: Context,
    at: Date | null,
    problems: readonly Problem[] = [],
  ): Promise<Result<View>> => {
    const words = WORDS[language]
    const asked = { campaign: params.c, unit: query.unit, at }
    return mapResult(await previewWave(ports)(actor, asked, now), data => ({
      frame: {
        ...deskFrame(
          actor,
          data.campaign,
          'reminders',
          at === null ? words.sendTitle(data.unit.name) : words.previewTitle,
          shared,
        ),
        isNarrow: true,
      },
      problems,
      content: (
        <Preview
          {...{ data, problems, csrf, language, words, shared }}
          idempotencyKey={at === null ? ports.random.id() : null}
        />
      ),
    }))
  }

/** A mail shown as itself: nothing in it runs, loads or leads anywhere, and only our own pages frame it. */
const LETTER_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

export const sendPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/nhac-nop/xem-truoc',
    access: ACCESS,
    params,
    query: ofUnit.extend({ luc: moment }),
    handle: async context => show(ports)(context, context.query.luc),
  }),
  page({
    method: 'get',
    path: '/dot/:c/nhac-nop/gui',
    access: ACCESS,
    params,
    query: ofUnit,
    handle: async context => show(ports)(context, null),
  }),
  page({
    method: 'post',
    path: '/dot/:c/nhac-nop/gui',
    access: ACCESS,
    params,
    query: ofUnit,
    form: z.object({ key: z.string().regex(/^[0-9a-f]{24}$/) }),
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, query, form, now, language } = context
      const request = { campaign: params.c, selection: query, dryRun: false, idempotencyKey: form.key }
      const sent = await sendWave(ports)(actor, request, now)
      if (!sent.ok) return show(ports)(context, null, sent.problems)
      return ok({
        redirect: wavePath(params.c, sent.value.id ?? ''),
        flash: WORDS[language].sent(numberIn(sent.value.recipients, language)),
      })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/nhac-nop/gui-thu',
    access: ACCESS,
    params,
    query: ofUnit,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, query, now, language } = context
      const sent = await sendTestReminder(ports)(actor, { campaign: params.c, unit: query.unit }, now)
      if (!sent.ok) return show(ports)(context, null, sent.problems)
      return ok({
        redirect: sendWavePath(params.c, query.unit),
        flash: WORDS[language].tested(sent.value),
      })
    },
  }),
  route({
    method: 'get',
    path: '/dot/:c/nhac-nop/thu/:e',
    summary: 'The reminder that somebody would get, as HTML in a frame',
    tag: 'Pages',
    access: ACCESS,
    params: params.extend({ e: z.string().min(1).max(60) }),
    query: z.object({ luc: moment, loai: z.enum(WAVE_KINDS).default('reminder') }),
    answers: { 200: { bytes: 'text/html' } },
    refusals: ['not-found'],
    handle: async ({ actor, params, query, res }) => {
      const letter = await getReminderLetter(ports)(actor, params.c, params.e, query.loai, query.luc)
      if (!letter.ok) return letter
      res.set({ 'Content-Security-Policy': LETTER_POLICY, 'Cache-Control': 'no-store' })
      res.type('html').send(letter.value.html)
      return STREAMED
    },
  }),
]
