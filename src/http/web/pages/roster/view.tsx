import { sentence } from '../../../../domain/problems.ts'
import {
  appliedCount,
  checkConfirmation,
  isImportUnderWay,
  NOBODY,
  type RosterPreview,
} from '../../../../domain/roster-import.ts'
import type { RosterImportView } from '../../../../queries/roster-import.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Live } from '../../parts/live.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { peoplePath, rosterPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { PreviewTables } from './tables.tsx'
import type { RosterWords } from './words.ts'

interface Props {
  readonly data: RosterImportView
  /** Not read while it is under way, and not kept for ever. */
  readonly preview: RosterPreview | null
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: RosterWords
  readonly shared: SharedWords
}

const Sums = ({ data: { roster }, language, words }: Props) => {
  const { counts } = roster
  const sums = [
    ['', counts.rows, words.rows],
    [counts.created > 0 ? 'good' : '', counts.created, words.created],
    ['', counts.updated, words.updated],
    ['', counts.moved, words.moved],
    ['', counts.unchanged, words.unchanged],
    ['', counts.merged, words.merged],
    [counts.rejected > 0 ? 'bad' : '', counts.rejected, words.rejected],
    ['', counts.absent, words.absent],
  ] as const
  return (
    <ul class="sums" aria-label={words.sums}>
      {sums.map(([tone, number, word]) => (
        <li key={word} class={tone === '' ? undefined : tone}>
          <span class="n">{numberIn(number, language)}</span> <span class="quiet small">{word}</span>
        </li>
      ))}
    </ul>
  )
}

const Details = (props: Props) => {
  const { data, preview, language, words } = props
  if (preview === null) return null
  return (
    <>
      <p class="no-print">
        <a class="touch" href={`/api/v1/roster-previews/${data.roster.id}/rows.xlsx`}>
          <Icon name="download" />
          {words.download}
        </a>
      </p>
      <PreviewTables preview={preview} language={language} words={words} />
    </>
  )
}

const Heading = ({ data: { roster, unit }, words }: Props) => {
  const title = {
    previewed: words.previewTitle,
    queued: words.workTitle,
    running: words.workTitle,
    done: words.doneTitle,
    failed: words.failedTitle,
  }[roster.state]
  return (
    <div class="stack-close">
      <h1>{title}</h1>
      <p>{words.of(roster.file.name, unit.name)}</p>
    </div>
  )
}

const Decision = ({ data: { roster }, csrf, language, words, shared }: Props) => {
  const n = (value: number) => numberIn(value, language)
  const { created, updated, moved, rejected } = roster.counts
  const isIdle = appliedCount(roster.counts) === 0
  return (
    <>
      {roster.isChanged ? <p class="note soon">{words.changed}</p> : null}
      {isIdle ? (
        <p class="note">{words.nothingToDo}</p>
      ) : (
        <Form action={`${rosterPath(roster.campaign, roster.id)}/xac-nhan`} csrf={csrf}>
          {rejected > 0 ? <p class="note soon">{words.onlyGood(n(rejected))}</p> : null}
          <div class="row actions">
            <button type="submit" class="button">
              {words.confirm(n(created), n(updated), n(moved))}
            </button>
            <a class="button second" href={rosterPath(roster.campaign)}>
              {words.another}
            </a>
          </div>
          <p class="quiet small">{words.until(momentIn(roster.expiresAt, shared))}</p>
        </Form>
      )}
    </>
  )
}

const Progress = ({ data: { roster }, language, words }: Props) => {
  const done = appliedCount(roster.applied ?? NOBODY)
  const total = appliedCount(roster.counts)
  return (
    <>
      <div class="stack-close">
        <p role="status">
          {roster.state === 'queued'
            ? words.waiting
            : words.progress(numberIn(done, language), numberIn(total, language))}
        </p>
        <progress max={total} value={done} aria-label={words.workTitle} />
      </div>
      <p class="quiet">{words.mayLeave}</p>
      <noscript>
        <a class="button second" href={rosterPath(roster.campaign, roster.id)}>
          {words.reload}
        </a>
      </noscript>
    </>
  )
}

const Result = (props: Props) => {
  const {
    data: { roster },
    language,
    words,
    shared,
  } = props
  const done = appliedCount(roster.applied ?? NOBODY)
  return roster.failure === null ? (
    <>
      <p class="note good" role="status">
        {words.doneText(momentIn(roster.finishedAt ?? roster.uploadedAt, shared))}
      </p>
      <Sums {...props} />
      <div class="row actions">
        <a class="button" href={peoplePath(roster.campaign, { unit: roster.unit, state: 'all' })}>
          {words.seePeople}
        </a>
        <a class="button second" href={rosterPath(roster.campaign)}>
          {words.another}
        </a>
      </div>
    </>
  ) : (
    <>
      <p class="note bad" role="status">
        {sentence(roster.failure, language)} {done > 0 ? words.failedAfter(numberIn(done, language)) : ''}
      </p>
      <div class="row actions">
        <a class="button" href={rosterPath(roster.campaign)}>
          {words.another}
        </a>
      </div>
    </>
  )
}

const Expired = ({ data: { roster }, words }: Props) => (
  <>
    <p class="note soon">
      {words.expiredTitle}. {words.expiredText}
    </p>
    <div class="row actions">
      <a class="button" href={rosterPath(roster.campaign)}>
        {words.another}
      </a>
    </div>
  </>
)

/** One uploaded roster, from its preview to its result. */
export const Roster = (props: Props) => {
  const { data, now, words } = props
  const { roster } = data
  const isOver = checkConfirmation(roster, now).some(({ code }) => code === 'preview-expired')
  return (
    <Live isLive={isImportUnderWay(roster)} path={rosterPath(roster.campaign, roster.id)}>
      <Back href={rosterPath(roster.campaign)} label={words.back} />
      <Heading {...props} />
      {isImportUnderWay(roster) ? (
        <Progress {...props} />
      ) : roster.state !== 'previewed' ? (
        <Result {...props} />
      ) : isOver ? (
        <Expired {...props} />
      ) : (
        <>
          <Sums {...props} />
          <Decision {...props} />
        </>
      )}
      <Details {...props} />
    </Live>
  )
}
