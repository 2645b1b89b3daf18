import type { WorkView } from '../../../../queries/work.ts'
import { adminPath } from '../../admin.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { Moment, momentIn, spanIn } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { wavePath } from '../reminders/paths.ts'
import type { WorkWords } from './words.ts'

interface Props {
  readonly data: WorkView
  readonly csrf: string
  readonly language: Language
  readonly words: WorkWords
  readonly shared: SharedWords
}

const jobIn = (name: string, { jobs }: WorkWords): string => {
  const names: Readonly<Record<string, string>> = jobs
  return names[name] ?? name
}

const Queues = ({ data: { queues }, language, words }: Props) => (
  <section class="stack" aria-labelledby="queues-title">
    <h2 id="queues-title">{words.queues}</h2>
    {queues === null ? (
      <p class="note bad">{words.redisDown}</p>
    ) : (
      <div class="table-wrap measure">
        <table>
          <caption class="hidden">{words.queues}</caption>
          <thead>
            <tr>
              <th scope="col">{words.queue}</th>
              {(['waiting', 'active', 'delayed'] as const).map(name => (
                <th key={name} scope="col" class="n">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queues.map(counts => (
              <tr key={counts.queue}>
                <th scope="row">{words.names[counts.queue]}</th>
                {(['waiting', 'active', 'delayed'] as const).map(name => (
                  <td key={name} class="n">
                    {numberIn(counts[name], language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
)

const Pauses = ({ data: { pauses }, words, shared }: Props) => (
  <>
    {pauses.map(({ channel, since, until, reason }) => (
      <div key={channel} class="note bad" role="status">
        <p>{words.paused[channel](momentIn(since, shared), momentIn(until, shared))}</p>
        <p class="small break">{reason}</p>
      </div>
    ))}
  </>
)

const Failures = ({ data: { failures }, csrf, words }: Props) => (
  <section class="stack" aria-labelledby="failures-title">
    <h2 id="failures-title">{words.failures}</h2>
    {failures.length === 0 ? (
      <p class="quiet">{words.noFailures}</p>
    ) : (
      <ul class="entries">
        {failures.map(({ id, name, payload, reason, at }) => (
          <li key={id}>
            <h3>{jobIn(name, words)}</h3>
            <p class="quiet small">
              <Moment at={at} /> <code>{Object.values(payload).join(' ')}</code>
            </p>
            <p class="break">{reason}</p>
            <Form action={adminPath('work', id)} csrf={csrf}>
              <div class="row">
                <button type="submit" class="button second" aria-label={words.retryOf(jobIn(name, words))}>
                  {words.retry}
                </button>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Workers = ({ data: { workers }, words, shared }: Props) => (
  <section class="stack" aria-labelledby="workers-title">
    <h2 id="workers-title">{words.workers}</h2>
    {workers.length === 0 ? (
      <p class="note bad">{words.noWorkers}</p>
    ) : (
      <ul class="lines">
        {workers.map(({ worker, silentMs, isAlive }) => (
          <li key={worker}>
            <code>{worker}</code>{' '}
            {isAlive ? words.alive(spanIn(silentMs, shared)) : words.silent(spanIn(silentMs, shared))}
          </li>
        ))}
      </ul>
    )}
  </section>
)

const DUE = [
  'pendingReceipts',
  'dueMails',
  'queuedMails',
  'staleEnrolments',
  'retallies',
  'unplannedWaves',
  'unfinishedReports',
  'unboundPhotos',
] as const

const Due = ({ data: { due }, language, words }: Props) => (
  <section class="stack" aria-labelledby="due-title">
    <h2 id="due-title">{words.due}</h2>
    <dl class="facts numbers">
      {DUE.map(name => (
        <>
          <dt key={name}>{words.dueNames[name]}</dt>
          <dd>{numberIn(due[name], language)}</dd>
        </>
      ))}
    </dl>
  </section>
)

const Waves = ({ data: { waves }, language, words }: Props) => (
  <section class="stack" aria-labelledby="waves-title">
    <h2 id="waves-title">{words.waves}</h2>
    {waves.length === 0 ? (
      <p class="quiet">{words.noWaves}</p>
    ) : (
      <Table
        caption={words.waves}
        heads={[
          words.at,
          [words.campaign, 'desk'],
          words.state,
          [words.sent, 'n'],
          [words.queued, 'n desk'],
          [words.failed, 'n'],
        ]}
      >
        {waves.map(({ id, at, campaign, state, counts }) => (
          <tr key={id}>
            <th scope="row">
              <a href={wavePath(campaign.code, id)}>
                <Moment at={at} />
              </a>
            </th>
            <td class="desk">
              <a href={adminPath('campaigns', campaign.code)}>{campaign.name}</a>
            </td>
            <td>{words.waveStates[state]}</td>
            <td class="n">{numberIn(counts.sent, language)}</td>
            <td class="n desk">{numberIn(counts.queued, language)}</td>
            <td class="n">{numberIn(counts.failed, language)}</td>
          </tr>
        ))}
      </Table>
    )}
  </section>
)

/** What goes on behind the pages. */
export const WorkPage = (props: Props) => (
  <>
    <h1>{props.words.title}</h1>
    <Pauses {...props} />
    <Workers {...props} />
    <Failures {...props} />
    <Due {...props} />
    <Queues {...props} />
    <Waves {...props} />
  </>
)
