import type { Campaign } from '../../../../domain/campaign.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { DAY, formatTime } from '../../../../domain/time.ts'
import type { AskedView, GrantedView } from '../../../../queries/extension-desk.ts'
import type { Progress } from '../../../../queries/progress.ts'
import { Back } from '../../parts/back.tsx'
import { DayField, TextField } from '../../parts/fields.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { ReasonField } from '../../parts/reason.tsx'
import { extensionsPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { answerPath, grantPath, revokePath } from './paths.ts'
import { whomOf } from './view.tsx'
import type { ExtensionsWords } from './words.ts'

interface Common {
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly language: Language
  readonly words: ExtensionsWords
  readonly shared: SharedWords
}

/** What was asked for, by whom, and the two answers. */
export const AnswerForm = ({
  campaign,
  unit,
  asked,
  typed,
  problems,
  csrf,
  language,
  words,
  shared,
}: Common & {
  readonly campaign: Campaign
  readonly unit: string
  readonly asked: readonly [AskedView, ...AskedView[]]
  readonly typed: { readonly dueAt: string; readonly note: string }
}) => {
  const n = asked.length
  const [first] = asked
  return (
    <>
      <Back href={extensionsPath(campaign.code, unit)} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.answerTitle(n, first.enrolment.person.name)}</h1>
      <ul class="entries">
        {asked.map(({ request, enrolment, unit: unitName, deadline }) => (
          <li key={request.id}>
            <h2 class="entry">{enrolment.person.name}</h2>
            <p class="quiet small">{unitName}</p>
            <p>
              {words.askedFor} <strong>{momentIn(request.dueAt, shared)}</strong>,{' '}
              {words.dueNow(momentIn(deadline.dueAt, shared))}
            </p>
            <p>
              {words.reason}: {request.reason}
            </p>
          </li>
        ))}
      </ul>
      <Form action={answerPath(campaign.code, unit)} csrf={csrf}>
        {asked.map(({ request }) => (
          <input key={request.id} type="hidden" name="r" value={request.id} />
        ))}
        <DayField
          name="dueAt"
          label={words.dueAt}
          hint={words.dueAtHint(formatTime(campaign.dueAt), n)}
          value={typed.dueAt}
          min={new Date(campaign.dueAt.getTime() + DAY)}
          problems={problems}
          language={language}
        />
        <TextField
          name="note"
          label={words.note}
          hint={words.noteHint}
          value={typed.note}
          problems={problems}
          language={language}
        />
        <div class="row actions">
          <button type="submit" class="button" name="verdict" value="approved">
            {words.approve(n)}
          </button>
          <button type="submit" class="button danger" name="verdict" value="refused">
            {words.refuse(n)}
          </button>
        </div>
      </Form>
    </>
  )
}

/** Says for how many, before it is done. */
export const GrantForm = ({
  data: { campaign, unit, totals },
  typed,
  problems,
  csrf,
  language,
  words,
  shared,
}: Common & {
  readonly data: Progress
  readonly typed: { readonly dueAt: string; readonly closesAt: string; readonly reason: string }
}) => {
  const people = numberIn(totals.people, language)
  const min = new Date(campaign.dueAt.getTime() + DAY)
  return (
    <>
      <Back href={extensionsPath(campaign.code, unit.code)} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.grantTitle}</h1>
      <p>
        {words.due}: {momentIn(campaign.dueAt, shared)}
      </p>
      <p>{totals.people === 0 ? words.grantEmpty(unit.name) : words.grantLead(people, unit.name)}</p>
      <Form action={grantPath(campaign.code, unit.code)} csrf={csrf}>
        <DayField
          name="dueAt"
          label={words.dueAt}
          hint={shared.atTimeOfDay(formatTime(campaign.dueAt))}
          value={typed.dueAt}
          min={min}
          problems={problems}
          language={language}
        />
        <DayField
          name="closesAt"
          label={words.closesAt}
          hint={words.closesAtHint}
          value={typed.closesAt}
          min={min}
          problems={problems}
          language={language}
        />
        <ReasonField {...{ typed, problems, language, words }} />
        <div class="row actions">
          <button type="submit" class="button">
            {totals.people === 0 ? words.grantNow : words.grant(people)}
          </button>
        </div>
      </Form>
    </>
  )
}

export const RevokeForm = ({
  granted,
  csrf,
  words,
  shared,
}: Omit<Common, 'problems' | 'language'> & { readonly granted: GrantedView }) => (
  <>
    <Back href={extensionsPath(granted.extension.campaign)} label={words.back} />
    <h1>{words.revokeTitle}</h1>
    <p>{words.revokeLead(whomOf(granted, words), momentIn(granted.extension.dueAt, shared))}</p>
    <p class="quiet">
      {words.reason}: {granted.extension.reason}
    </p>
    <Form action={revokePath(granted.extension.campaign, granted.extension.id)} csrf={csrf}>
      <div class="row actions">
        <button type="submit" class="button danger">
          {words.revokeNow}
        </button>
      </div>
    </Form>
  </>
)
