import { DAY, hanoiDay } from '../../../../domain/time.ts'
import type { NamedWave, ReminderDesk } from '../../../../queries/reminder-desk.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Moment, momentIn } from '../../parts/moment.tsx'
import { type Head, Table } from '../../parts/table.tsx'
import { WaveTag } from '../../parts/tag.tsx'
import { UnitPicker } from '../../parts/unit-picker.tsx'
import { remindersPath, rosterPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { Kinds } from './kinds.tsx'
import { previewPath, sendWavePath, wavePath } from './paths.ts'
import type { RemindersWords } from './words.ts'

interface Props {
  readonly csrf: string
  readonly data: ReminderDesk
  readonly now: Date
  readonly language: Language
  readonly words: RemindersWords
  readonly shared: SharedWords
}

/** "trước hạn 3 ngày": whole days between two calendar days in Hanoi. */
const againstDue = (at: Date, dueAt: Date, words: RemindersWords): string => {
  const days = Math.round((Date.parse(hanoiDay(at)) - Date.parse(hanoiDay(dueAt))) / DAY)
  if (days === 0) return words.onDueDay
  return days < 0 ? words.daysBefore(-days) : words.daysAfter(days)
}

const Standing = ({ data: { campaign, unit, people, owing }, language, words }: Props) => {
  if (people === 0)
    return (
      <p>
        {words.nobody} <a href={rosterPath(campaign.code)}>{words.toRoster}</a>
      </p>
    )
  if (owing === 0) return <p class="note good">{words.nobodyOwes}</p>
  return (
    <div class="row actions">
      <p>{words.owing(numberIn(owing, language), numberIn(people, language))}</p>
      <a class="button" href={sendWavePath(campaign.code, unit.code)}>
        {words.remindNow}
      </a>
    </div>
  )
}

const Schedule = ({ data: { campaign, unit, coming }, words, shared }: Props) =>
  coming.length === 0 ? (
    <p class="quiet">{words.noneComing}</p>
  ) : (
    <>
      <p class="quiet">{words.scheduleLead}</p>
      <ol class="entries measure">
        {coming.map(({ at, dueAt, kind }, index) => {
          const moment = momentIn(at, shared)
          return (
            <li key={at.toISOString()}>
              <div class="row between">
                <span>
                  {index === 0 ? <strong>{moment}</strong> : moment}{' '}
                  <span class="quiet small">
                    {kind === 'invitation'
                      ? words.invitation
                      : kind === 'last-call'
                        ? words.lastCall
                        : againstDue(at, dueAt, words)}
                    {dueAt > campaign.dueAt ? `, ${words.ofExtended}` : ''}
                  </span>
                </span>
                {index === 0 ? (
                  <a class="touch no-print" href={previewPath(campaign.code, unit.code, at)}>
                    {words.preview}
                    <span class="hidden"> {words.previewOf(moment)}</span>
                  </a>
                ) : null}
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )

const about = (wave: NamedWave, words: RemindersWords): string => {
  const whom =
    wave.unitName !== null
      ? words.toUnit(wave.unitName)
      : wave.kind === 'manual'
        ? words.toSelection
        : words.toAll
  return `${wave.kind === 'scheduled' ? words.scheduled : words.byHand(wave.by.name)}, ${whom}`
}

const COUNTED = ['sent', 'queued', 'bounced', 'failed', 'skipped'] as const

const History = ({ data: { campaign, waves }, language, words }: Props) => (
  <Table
    caption={words.history}
    heads={[
      words.wave,
      words.state,
      ...COUNTED.map((state): Head => [words.notice[state], 'n desk']),
      [words.callList, 'n desk'],
    ]}
  >
    {waves.map(wave => (
      <tr key={wave.id}>
        <th scope="row">
          <a href={wavePath(campaign.code, wave.id)}>
            <Moment at={wave.at} />
          </a>
          <div class="quiet small">{about(wave, words)}</div>
        </th>
        <td>
          <WaveTag state={wave.state} word={words.states[wave.state]} />
          <div class="small phone">
            {words.notice.sent} {numberIn(wave.counts.sent, language)}
            {wave.counts.failed === 0
              ? ''
              : `; ${words.failedShort} ${numberIn(wave.counts.failed, language)}`}
            {wave.counts.bounced === 0
              ? ''
              : `; ${words.bouncedShort} ${numberIn(wave.counts.bounced, language)}`}
          </div>
        </td>
        {COUNTED.map(state => (
          <td key={state} class="n desk">
            {numberIn(wave.counts[state], language)}
          </td>
        ))}
        <td class="n desk">{numberIn(wave.toCall, language)}</td>
      </tr>
    ))}
  </Table>
)

/** Who owes, what will be mailed by itself, and what was mailed so far. */
export const Reminders = (props: Props) => {
  const { data, now, words, shared } = props
  const { campaign, unit, waves } = data
  return (
    <>
      <h1>{words.title}</h1>
      <UnitPicker choice={data} action={remindersPath(campaign.code)} words={shared} />
      <Standing {...props} />
      <section class="stack" aria-labelledby="schedule-title">
        <h2 id="schedule-title">{words.schedule}</h2>
        <Schedule {...props} />
      </section>
      <Kinds {...props} />
      <section class="stack" aria-labelledby="history-title">
        <h2 id="history-title">{words.history}</h2>
        {waves.length === 0 ? <p class="quiet">{words.noHistory}</p> : <History {...props} />}
      </section>
      <p class="print-only small">{words.printed(unit.name, momentIn(now, shared))}</p>
    </>
  )
}
