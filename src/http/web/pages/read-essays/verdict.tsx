import { type Problem, sentence } from '../../../../domain/problems.ts'
import { checkReview, reviewOf, usualRewriting } from '../../../../domain/review.ts'
import { DAY, formatTime, hanoiDay } from '../../../../domain/time.ts'
import { DayField, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { Reviews } from '../../parts/reviews.tsx'
import type { EssayProps } from './essay-view.tsx'
import { listQuery, reviewPath } from './paths.ts'

interface Props extends EssayProps {
  readonly problems: readonly Problem[]
  /** Kept when something was wrong. */
  readonly typed: { readonly note: string; readonly dueAt: string } | null
  readonly csrf: string
  readonly now: Date
}

const Forms = (props: Props) => {
  const { data, from, problems, typed, csrf, now, language, words, shared } = props
  const { campaign, enrolment, deadline, topic, version } = data
  if (version === null) return null
  const path = reviewPath(campaign.code, enrolment.id, topic.code, listQuery(from))
  const held = (
    <>
      <input type="hidden" name="version" value={version.number} />
      <input type="hidden" name="replaces" value={reviewOf(version)?.id ?? ''} />
    </>
  )
  const number = campaign.topics.indexOf(topic) + 1
  return (
    <>
      <Form action={path} csrf={csrf}>
        {held}
        <div class="row actions">
          <button type="submit" name="verdict" value="accepted" class="button">
            {words.accept}
          </button>
        </div>
      </Form>
      <details open={typed !== null}>
        <summary>{words.returnIt}</summary>
        <Form action={path} csrf={csrf}>
          {held}
          <TextField
            name="note"
            label={words.note}
            hint={words.noteHint}
            value={typed?.note ?? ''}
            problems={problems}
            language={language}
          />
          <DayField
            name="dueAt"
            label={words.rewriteBy}
            hint={words.rewriteHint(momentIn(deadline.dueAt, shared), formatTime(deadline.dueAt))}
            value={typed?.dueAt ?? hanoiDay(usualRewriting(deadline, now))}
            min={new Date(now.getTime() + DAY)}
            problems={problems}
            language={language}
          />
          <div class="row actions">
            <button type="submit" name="verdict" value="returned" class="button danger">
              {words.returnTopic(number)}
            </button>
          </div>
        </Form>
      </details>
    </>
  )
}

/** What was said of this version, and saying something of it: where and when the command would take it. */
export const Verdict = (props: Props) => {
  const { data, now, language, words, shared } = props
  const { enrolment, deadline, version, isNewest, mayReview } = data
  if (version === null) return null
  const replaces = reviewOf(version)?.id ?? null
  const asked = { version: version.number, verdict: 'accepted', note: null, dueAt: null, replaces } as const
  const refusals = isNewest ? checkReview(enrolment, version, asked, deadline, now) : []
  return (
    <aside
      class={version.reviews === undefined ? 'stack verdict no-print' : 'stack verdict'}
      aria-labelledby="verdict-title"
    >
      <h2 id="verdict-title">{words.verdict}</h2>
      <Reviews version={version} withNames words={shared} />
      {version.reviews === undefined && !mayReview ? <p class="quiet">{words.noVerdict}</p> : null}
      {mayReview && isNewest && version.withdrawnAt === null
        ? refusals.map(refusal => (
            <p key={refusal.code} class="quiet">
              {sentence(refusal, language)}
            </p>
          ))
        : null}
      {mayReview && isNewest && refusals.length === 0 ? <Forms {...props} /> : null}
    </aside>
  )
}
