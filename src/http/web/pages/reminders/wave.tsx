import type { Campaign } from '../../../../domain/campaign.ts'
import { NOTICE_STATES, type NoticeState } from '../../../../domain/notice.ts'
import type { WaveWithNotices } from '../../../../queries/wave.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { Live } from '../../parts/live.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { WaveTag } from '../../parts/tag.tsx'
import { remindersPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { Notices } from './notices.tsx'
import { resumeWavePath, stopWavePath, wavePath } from './paths.ts'
import type { RemindersWords } from './words.ts'

/** What a list of notices may be narrowed to. */
export const SHOWN = [...NOTICE_STATES, 'call'] as const
export type Shown = (typeof SHOWN)[number]

interface Props {
  readonly campaign: Campaign
  readonly wave: WaveWithNotices
  readonly shown: Shown | undefined
  /** The list does not begin at its beginning. */
  readonly isFurther: boolean
  readonly csrf: string
  readonly language: Language
  readonly words: RemindersWords
  readonly shared: SharedWords
}

const Stopping = ({ campaign, wave, csrf, language, words, shared }: Props) => {
  const left = numberIn(wave.counts.queued, language)
  if (wave.stopped !== null && wave.state === 'stopped')
    return (
      <>
        <p class="note soon">
          {words.stoppedBy(wave.stopped.by.name, momentIn(wave.stopped.at, shared), left)}
        </p>
        {wave.mayStop ? (
          <Form action={resumeWavePath(campaign.code, wave.id)} csrf={csrf}>
            <div class="row actions">
              <button type="submit" class="button">
                {words.resume}
              </button>
            </div>
          </Form>
        ) : null}
      </>
    )
  if (wave.state === 'done' || !wave.mayStop) return null
  return (
    <Form action={stopWavePath(campaign.code, wave.id)} csrf={csrf}>
      {wave.state === 'planning' ? null : <p class="quiet">{words.stopHint(left)}</p>}
      <div class="row actions">
        <button type="submit" class="button danger">
          {words.stop}
        </button>
      </div>
    </Form>
  )
}

/** Why what is queued does not go out now. */
const Waits = ({ wave: { waits }, language, words, shared }: Props) => (
  <>
    {waits.pauses.map(({ channel, until }) => (
      <p key={channel} class="note soon">
        {words.paused[channel](momentIn(until, shared))}
      </p>
    ))}
    {waits.domains.map(({ domain, waiting, until }) => (
      <p key={domain} class="note soon">
        {words.held(domain, numberIn(waiting, language), momentIn(until, shared))}
      </p>
    ))}
  </>
)

const toneOf = (state: NoticeState, count: number): string | undefined => {
  if (count === 0) return undefined
  if (state === 'sent') return 'good'
  return state === 'failed' || state === 'bounced' ? 'bad' : undefined
}

/** How far it is, renewed while it is being sent. */
export const WaveProgress = (props: Props) => {
  const { campaign, wave, language, words } = props
  const { sent, bounced, failed, skipped, queued } = wave.counts
  const done = sent + bounced + failed + skipped
  const isLive = wave.state === 'planning' || wave.state === 'sending'
  return (
    <Live isLive={isLive} path={wavePath(campaign.code, wave.id)}>
      <p>
        <WaveTag state={wave.state} word={words.states[wave.state]} />
      </p>
      {isLive ? (
        <>
          <progress value={done} max={Math.max(done + queued, 1)} aria-label={words.states.sending} />
          <p role="status">
            {wave.state === 'planning'
              ? words.planning
              : words.progress(numberIn(done, language), numberIn(done + queued, language))}{' '}
            <a href={wavePath(campaign.code, wave.id)}>{words.reload}</a>
          </p>
        </>
      ) : null}
      {wave.state === 'planning' ? null : (
        <ul class="sums">
          {NOTICE_STATES.map(state => (
            <li key={state} class={toneOf(state, wave.counts[state])}>
              <span class="n">{numberIn(wave.counts[state], language)}</span>
              <span class="quiet small">{words.notice[state]}</span>
            </li>
          ))}
        </ul>
      )}
      <Waits {...props} />
      <Stopping {...props} />
    </Live>
  )
}

/** One wave: how far it is, and each of its mails. */
export const OneWave = (props: Props) => {
  const { campaign, wave, shown, isFurther, words, shared } = props
  const { notices, nextCursor } = wave
  const chip = (value: Shown | undefined, label: string) => (
    <li key={label}>
      <a
        href={`${wavePath(campaign.code, wave.id, { loc: value })}#notices`}
        aria-current={value === shown ? 'true' : undefined}
      >
        {label}
      </a>
    </li>
  )
  return (
    <>
      <Back href={remindersPath(campaign.code)} label={words.back} />
      <h1>{words.waveTitle(momentIn(wave.at, shared))}</h1>
      <WaveProgress {...props} />
      <section class="stack" id="notices" aria-labelledby="notices-title">
        <h2 id="notices-title">{words.people}</h2>
        <ul class="chips no-print">
          {chip(undefined, words.all)}
          {NOTICE_STATES.map(state => chip(state, words.notice[state]))}
          {chip('call', words.callList)}
        </ul>
        {notices.length === 0 ? (
          <p class="quiet">{words.none}</p>
        ) : (
          <Notices notices={notices} words={words} shared={shared} />
        )}
        <div class="row no-print">
          {isFurther ? (
            <a class="button second" href={`${wavePath(campaign.code, wave.id, { loc: shown })}#notices`}>
              {words.firstPage}
            </a>
          ) : null}
          {nextCursor === null ? null : (
            <a
              class="button second"
              href={`${wavePath(campaign.code, wave.id, { loc: shown, sau: nextCursor })}#notices`}
            >
              {words.nextPage}
            </a>
          )}
        </div>
      </section>
    </>
  )
}
