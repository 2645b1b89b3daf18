import { z } from 'zod'
import { changePeople } from '../../../../commands/change-people.ts'
import type { BulkChange } from '../../../../domain/bulk.ts'
import type { Campaign } from '../../../../domain/campaign.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Selection } from '../../../../domain/selection.ts'
import { DAY, formatDateTime, formatTime, onDay } from '../../../../domain/time.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getBulkUnderKey } from '../../../../queries/bulk.ts'
import { type ChosenPeople, getSelection } from '../../../../queries/selection.ts'
import { type Survey, surveySelection } from '../../../../queries/selection-survey.ts'
import { issuesOf } from '../../../mount.ts'
import type { Route } from '../../../route.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { DayField } from '../../parts/fields.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { ReasonField, reasonOf } from '../../parts/reason.tsx'
import { ACCESS, backPath, Deed, type DeedProps, LeftOutLines, params } from './frame.tsx'
import { deedPath } from './paths.ts'
import { type SelectionWords, WORDS } from './words.ts'

type Kind = BulkChange['kind']
const DEED = { extension: 'gia-han', exemption: 'mien' } as const

/** As typed: what is wrong with it is told in the form. */
const form = z.object({ dueAt: z.string().max(40).default(''), reason: z.string().max(5000) })
type Typed = z.output<typeof form>

const changeOf = (
  kind: Kind,
  typed: Typed,
  campaign: Campaign,
  words: SelectionWords,
): { readonly change: BulkChange } | { readonly problems: readonly Problem[] } => {
  const shape = z.object({
    reason: reasonOf(words),
    ...(kind === 'extension' ? { dueAt: z.iso.date(words.extend.dateNeeded) } : {}),
  })
  const asked = shape.safeParse(typed)
  if (!asked.success) return { problems: issuesOf(asked.error, 'body') }
  if (kind === 'exemption') return { change: { kind, reason: asked.data.reason } }
  // The day that was chosen, at the hour at which the campaign is due.
  const dueAt = onDay(typed.dueAt, campaign.dueAt)
  return { change: { kind, dueAt, closesAt: null, reason: asked.data.reason } }
}

const Outcome = ({
  kind,
  survey,
  language,
  words,
  shared,
}: DeedProps & { readonly kind: Kind; readonly survey: Survey }) => {
  const number = (n: number): string => numberIn(n, language)
  const { will } = kind === 'extension' ? words.extend : words.exempt
  return (
    <ul class="outcome">
      {survey.concerned > 0 ? (
        <li>
          <strong>{will(number(survey.concerned))}</strong>
        </li>
      ) : null}
      {kind === 'exemption' && survey.withEssays > 0 ? (
        <li>{words.exempt.withEssays(number(survey.withEssays))}</li>
      ) : null}
      {kind === 'extension'
        ? survey.dueDates.map(({ dueAt, people }) => (
            <li key={dueAt.getTime()}>{words.extend.dueNow(number(people), momentIn(dueAt, shared))}</li>
          ))
        : null}
      <LeftOutLines survey={survey} language={language} words={words} />
    </ul>
  )
}

const Change = (
  props: DeedProps & {
    readonly kind: Kind
    readonly survey: Survey
    readonly typed: Typed
    readonly problems: readonly Problem[]
  },
) => {
  const { kind, campaign, selection, survey, typed, problems, csrf, now, language, words } = props
  const own = kind === 'extension' ? words.extend : words.exempt
  const first = new Date(Math.max(campaign.dueAt.getTime(), now.getTime()) + DAY)
  return (
    <Deed {...props} title={own.title}>
      <Outcome {...props} />
      {survey.concerned === 0 ? (
        <p class="note">{words.nobody}</p>
      ) : (
        <Form action={deedPath(campaign.code, selection.id, DEED[kind])} csrf={csrf}>
          {kind === 'extension' ? (
            <DayField
              name="dueAt"
              label={words.extend.dueAt}
              hint={words.extend.dueAtHint(formatTime(campaign.dueAt))}
              value={typed.dueAt}
              min={first}
              problems={problems}
              language={language}
            />
          ) : null}
          <ReasonField {...{ typed, problems, language, words }} />
          <div class="row actions">
            <button type="submit" class="button">
              {own.button(numberIn(survey.concerned, language))}
            </button>
          </div>
        </Form>
      )}
    </Deed>
  )
}

const keyOf = ({ id }: Selection, kind: Kind): string => `chon-${id}-${DEED[kind]}`

type Told = Pick<
  PageContext<undefined, undefined, undefined>,
  'actor' | 'now' | 'csrf' | 'language' | 'words'
>

const changePages = (ports: Ports, kind: Kind): readonly Route[] => {
  const path = `/dot/:c/chua-nop/chon/:s/${DEED[kind]}`
  const survey = async ({ actor, now }: Told, { campaign, selection }: ChosenPeople): Promise<Survey> =>
    surveySelection(ports)(
      actor,
      campaign,
      selection,
      kind === 'extension' ? { kind, dueAt: null } : { kind },
      now,
    )

  const show = async (
    told: Told,
    chosen: ChosenPeople,
    typed: Typed,
    problems: readonly Problem[],
  ): Promise<View> => {
    const { now, csrf, language, words: shared } = told
    const { campaign } = chosen
    const words = WORDS[language]
    return {
      frame: {
        title: (kind === 'extension' ? words.extend : words.exempt).title,
        where: campaign.name,
        isNarrow: true,
      },
      problems,
      content: (
        <Change
          {...{ kind, ...chosen, typed, problems, csrf, now, language, words, shared }}
          survey={await survey(told, chosen)}
        />
      ),
    }
  }

  return [
    page({
      method: 'get',
      path,
      access: ACCESS,
      params,
      handle: async (context): Promise<Result<View | Redirect>> => {
        const { actor, params } = context
        const found = await getSelection(ports)(actor, params.c, params.s)
        if (!found.ok) return found
        const { selection } = found.value
        // It was done already: back and refresh come here again.
        const done = await getBulkUnderKey(ports)(actor, keyOf(selection, kind))
        if (done !== null) return ok({ redirect: backPath(selection, { viec: done.id }) })
        return ok(await show(context, found.value, { dueAt: '', reason: '' }, []))
      },
    }),
    page({
      method: 'post',
      path,
      access: ACCESS,
      params,
      form,
      handle: async (context): Promise<Result<View | Redirect>> => {
        const { actor, params, form: typed, now, language } = context
        const found = await getSelection(ports)(actor, params.c, params.s)
        if (!found.ok) return found
        const { campaign, selection } = found.value
        const asked = changeOf(kind, typed, campaign, WORDS[language])
        if ('problems' in asked) return ok(await show(context, found.value, typed, asked.problems))
        const { change } = asked
        const idempotencyKey = keyOf(selection, kind)
        if ((await getBulkUnderKey(ports)(actor, idempotencyKey)) === null) {
          const { concerned, dueDates } = await survey(context, found.value)
          const [earliest] = dueDates
          if (concerned === 0 || earliest === undefined)
            return ok(await show(context, found.value, typed, []))
          if (change.kind === 'extension' && change.dueAt <= earliest.dueAt) {
            const details = { dueAt: formatDateTime(earliest.dueAt) }
            const tooEarly = problem('extension-not-later', details, 'body/dueAt')
            return ok(await show(context, found.value, typed, [tooEarly]))
          }
        }
        const changed = await changePeople(ports)(
          actor,
          { campaign: campaign.code, enrolments: selection.enrolments, change, idempotencyKey },
          now,
        )
        if (!changed.ok) return ok(await show(context, found.value, typed, changed.problems))
        return ok({ redirect: backPath(selection, { viec: changed.value.id }) })
      },
    }),
  ]
}

export const extendPages = (ports: Ports): readonly Route[] => changePages(ports, 'extension')
export const exemptPages = (ports: Ports): readonly Route[] => changePages(ports, 'exemption')
