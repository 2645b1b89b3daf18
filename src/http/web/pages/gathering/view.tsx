import { checkOpen, type GatheredState, isGatheringBusy, isReady } from '../../../../domain/gathering.ts'
import { sentence } from '../../../../domain/problems.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Live } from '../../parts/live.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import { type Look, Tag } from '../../parts/tag.tsx'
import { topicsIn } from '../../parts/topics.tsx'
import { gatheringPath } from '../../paths.ts'
import { CheckFiles, type CheckProps } from './check-view.tsx'
import type { GatheringProps } from './props.ts'
import { FileCell } from './row.tsx'

/** Rows of the results that are shown; the rest is in the download. */
export const RESULTS = 300

const LOOKS: Readonly<Record<GatheredState, Look>> = {
  refused: ['bad', 'exclamation-triangle-fill'],
  waiting: ['soon', 'clock-fill'],
  'handed-in': ['good', 'check-circle-fill'],
  same: ['good', 'check-circle-fill'],
  skipped: ['', 'dash-circle'],
}
/** What needs somebody comes first. */
export const RESULT_ORDER = Object.keys(LOOKS) as readonly GatheredState[]

const Progress = ({ data, language, words }: GatheringProps) => {
  const { gathering, files, campaign } = data
  const n = (value: number) => numberIn(value, language)
  const due = files.filter(isReady).length
  const done = files.filter(({ state }) => ['handed-in', 'same', 'refused'].includes(state)).length
  const isUnpacking = gathering.confirmedAt === null
  const said =
    gathering.state === 'queued'
      ? words.waiting
      : isUnpacking
        ? words.unpacking(n(files.length))
        : words.handingIn(n(done), n(done + due))
  return (
    <>
      <div class="stack-close">
        <p role="status">{said}</p>
        {isUnpacking ? (
          <progress aria-label={words.progressLabel} />
        ) : (
          <progress max={done + due} value={done} aria-label={words.progressLabel} />
        )}
      </div>
      <p class="quiet">{words.mayLeave}</p>
      <noscript>
        <a class="button second" href={gatheringPath(campaign.code, gathering.id)}>
          {words.reload}
        </a>
      </noscript>
    </>
  )
}

const ResultSums = ({ data: { files }, language, words }: GatheringProps) => (
  <ul class="sums" aria-label={words.resultSums}>
    {(['handed-in', 'same', 'refused', 'waiting', 'skipped'] as const).map(state => {
      const count = files.filter(file => file.state === state).length
      const tone = count === 0 ? '' : state === 'handed-in' ? 'good' : state === 'refused' ? 'bad' : ''
      return (
        <li key={state} class={tone === '' ? undefined : tone}>
          <span class="n">{numberIn(count, language)}</span>{' '}
          <span class="quiet small">{words.resultSum[state]}</span>
        </li>
      )
    })}
  </ul>
)

const Results = (props: GatheringProps) => {
  const { data, cast, language, words, shared, now } = props
  const { campaign, gathering, files, unit } = data
  const sorted = RESULT_ORDER.flatMap(state => files.filter(file => file.state === state))
  const path = gatheringPath(campaign.code)
  return (
    <>
      {gathering.failure === null ? null : <p class="note bad">{sentence(gathering.failure, language)}</p>}
      <ResultSums {...props} />
      <p class="row no-print">
        <a class="touch" href={`${path}/${gathering.id}/ket-qua.xlsx`}>
          <Icon name="download" />
          {words.download}
        </a>
        <a class="button second" href={path}>
          {words.another}
        </a>
      </p>
      <Table
        caption={words.doneTitle}
        heads={[words.file, words.person, words.resultHead, words.receipts]}
        look="cards"
      >
        {sorted.slice(0, RESULTS).map(file => (
          <tr key={file.id}>
            <th scope="row">
              <FileCell file={file} language={language} words={words} />
            </th>
            <td class="who">
              {cast.people.get(file.enrolment ?? '')?.person.name}
              {file.topics.length === 0 ? null : (
                <div class="quiet small">{topicsIn(campaign, file.topics, shared)}</div>
              )}
            </td>
            <td>
              <Tag look={LOOKS[file.state]} word={words.result[file.state]} />
            </td>
            <td>
              {file.problem === null ? null : sentence(file.problem, language)}
              {file.receipts.map(({ code }) => (
                <div key={code} class="figures">
                  <a href={`/giay-xac-nhan/${code}`}>{code}</a>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </Table>
      {sorted.length > RESULTS ? (
        <p class="quiet">{words.more(numberIn(sorted.length - RESULTS, language))}</p>
      ) : null}
      <p class="print-only small">{words.printed(unit.name, momentIn(now, shared))}</p>
    </>
  )
}

/** One collection, from its first file to its receipts. */
export const GatheringPage = (props: CheckProps) => {
  const { data, now, words, shared } = props
  const { campaign, gathering, unit } = data
  const isOver = checkOpen(gathering, now).some(({ code }) => code === 'gathering-expired')
  const hasEnded = gathering.state === 'done' || gathering.state === 'failed'
  const isBusy = isGatheringBusy(gathering)
  return (
    <Live isLive={isBusy} path={gatheringPath(campaign.code, gathering.id)}>
      <Back href={gatheringPath(campaign.code)} label={words.back} />
      <div class="stack-close">
        <h1>{hasEnded ? words.doneTitle : words.of(unit.name)}</h1>
        <p class="quiet">{hasEnded ? unit.name : words.kept(momentIn(gathering.expiresAt, shared))}</p>
      </div>
      {hasEnded ? (
        <Results {...props} />
      ) : isBusy ? (
        <Progress {...props} />
      ) : isOver ? (
        <p class="note soon">{words.expiredText}</p>
      ) : (
        <CheckFiles {...props} />
      )}
    </Live>
  )
}
