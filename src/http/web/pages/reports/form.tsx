import type { Campaign } from '../../../../domain/campaign.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { REPORT_FORMATS } from '../../../../domain/report-format.ts'
import type { ReportDesk } from '../../../../queries/report-desk.ts'
import { Field, Form, problemAt } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { reportsPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { ArchiveFields, type TypedArchive } from './archive-fields.tsx'
import type { ReportsWords } from './words.ts'

export const CUTOFFS = ['now', 'due', 'closes', 'other'] as const

/** As typed. */
export interface TypedWanted {
  readonly formats: readonly string[]
  readonly cutoff: (typeof CUTOFFS)[number]
  readonly at: string
}
export type Typed = TypedWanted & TypedArchive

interface WantedProps {
  readonly campaign: Pick<Campaign, 'dueAt' | 'closesAt'>
  readonly typed: TypedWanted
  readonly problems: readonly Problem[]
  readonly now: Date
  readonly language: Language
  readonly words: ReportsWords
  readonly shared: SharedWords
}

interface Props extends Omit<WantedProps, 'campaign'> {
  readonly data: ReportDesk
  readonly typed: Typed
  /** Of this form: however often it is sent, one report is made. */
  readonly idempotencyKey: string
  readonly csrf: string
}

const Wrong = ({ id, text }: { readonly id: string; readonly text: string | undefined }) =>
  text === undefined ? null : (
    <span class="wrong-text" id={`${id}-problem`}>
      {text}
    </span>
  )

const Cutoff = ({ campaign, typed, problems, now, language, words, shared }: WantedProps) => {
  const choices = [
    ['now', words.cutoffNow],
    ...(campaign.dueAt <= now ? [['due', words.cutoffDue(momentIn(campaign.dueAt, shared))]] : []),
    ...(campaign.closesAt <= now
      ? [['closes', words.cutoffCloses(momentIn(campaign.closesAt, shared))]]
      : []),
    ['other', words.cutoffOther],
  ]
  return (
    <fieldset class="stack-close">
      <legend>{words.cutoff}</legend>
      {choices.map(([value, label]) => (
        <label key={value} class="choice">
          <input type="radio" name="cutoff" value={value} checked={typed.cutoff === value} />
          {label}
        </label>
      ))}
      <div class="if-other">
        <Field name="at" label={words.at} hint={words.atHint} problem={problemAt(problems, 'at', language)}>
          <input type="datetime-local" id="at" name="at" value={typed.at} aria-describedby="at-hint" />
        </Field>
      </div>
    </fieldset>
  )
}

const Formats = ({ typed, problems, language, words }: WantedProps) => (
  <fieldset class="stack-close">
    <legend id="formats" tabIndex={-1}>
      {words.formats}
    </legend>
    <Wrong id="formats" text={problemAt(problems, 'formats', language)} />
    <div class="choices">
      {REPORT_FORMATS.map(format => (
        <label key={format} class="choice">
          <input type="checkbox" name="formats" value={format} checked={typed.formats.includes(format)} />
          <span class="choice-words">
            <span>{words.format[format][0]}</span>
            <span class="quiet small">{words.format[format][1]}</span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)

/** Which files, as of when. The list of files is the domain's. */
export const WantedFields = (props: WantedProps) => (
  <>
    <Formats {...props} />
    <Cutoff {...props} />
  </>
)

/** What is to be compiled of a unit. */
export const CompileForm = (props: Props) => {
  const { data, typed, problems, idempotencyKey, csrf, language, words } = props
  const { campaign, unit } = data
  return (
    <Form action={reportsPath(campaign.code, unit.code)} csrf={csrf}>
      <input type="hidden" name="key" value={idempotencyKey} />
      <WantedFields {...props} campaign={campaign} />
      <ArchiveFields typed={typed} problems={problems} language={language} words={words} />
      <div class="row actions">
        <button type="submit" class="button">
          {words.submit}
        </button>
      </div>
    </Form>
  )
}
