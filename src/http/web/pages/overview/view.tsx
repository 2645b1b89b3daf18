import type { Progress } from '../../../../queries/progress.ts'
import { Bar } from '../../parts/bar.tsx'
import { Breadcrumb } from '../../parts/breadcrumb.tsx'
import { numberIn, percentIn } from '../../parts/figures.tsx'
import { Due, momentIn } from '../../parts/moment.tsx'
import { peoplePath, rosterPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { DaysChart } from './days-chart.tsx'
import type { Sort } from './sort.ts'
import { TopicsTable } from './topics-table.tsx'
import { UnitsTable } from './units-table.tsx'
import type { OverviewWords } from './words.ts'

interface Props {
  readonly data: Progress
  readonly sort: Sort
  /** Where the unit has nobody yet, he can do something about it. */
  readonly mayImport: boolean
  readonly now: Date
  readonly language: Language
  readonly words: OverviewWords
  readonly shared: SharedWords
}

const Sums = ({ data: { totals }, language, words }: Props) => {
  const sums = [
    ['', totals.people, words.people],
    ['', totals.exempt, words.exempt],
    ['', totals.expected, words.expected],
    ['', totals.submitted, words.submitted],
    ['good', totals.onTime, words.onTime],
    ['', totals.late, words.late],
    ['bad', totals.missing, words.missing],
  ] as const
  return (
    <section class="stack" aria-label={words.sums}>
      <ul class="sums">
        {sums.map(([tone, number, word]) => (
          <li key={word} class={tone === '' ? undefined : tone}>
            <span class="n">{numberIn(number, language)}</span> <span class="quiet small">{word}</span>
          </li>
        ))}
        <li>
          <span class="n">{percentIn(totals.percent, language)}</span>{' '}
          <span class="quiet small">{words.percent}</span>
        </li>
      </ul>
      <Bar totals={totals} />
    </section>
  )
}

const Standing = ({ data: { campaign, unit, totals }, language, words }: Props) => {
  const owing = totals.partial + totals.nothing
  const of = totals.people - totals.exempt
  return (
    <div class="row actions">
      <p>{owing === 0 ? words.allDone : words.owing(numberIn(owing, language), numberIn(of, language))}</p>
      <a
        class={owing === 0 ? 'button second' : 'button'}
        href={peoplePath(campaign.code, { unit: unit.code, ...(owing === 0 ? { state: 'all' } : {}) })}
      >
        {owing === 0 ? words.seePeople : words.seeOwing}
      </a>
    </div>
  )
}

const Empty = ({ data: { campaign }, mayImport, words }: Props) => (
  <div class="stack">
    <p>{words.nobody}</p>
    {mayImport ? (
      <div class="row actions">
        <a class="button" href={rosterPath(campaign.code)}>
          {words.importRoster}
        </a>
      </div>
    ) : (
      <p class="quiet">{words.askForRoster}</p>
    )}
  </div>
)

/** How far a unit is, on one screen. */
export const Overview = (props: Props) => {
  const { data, now, language, words, shared } = props
  const { campaign, unit, above, children, totals, days, asOf } = data
  return (
    <>
      <Breadcrumb campaign={campaign.code} units={above} label={words.above} />
      <div class="stack-close">
        <h1>{unit.name}</h1>
        <p>
          {words.due}: <Due at={campaign.dueAt} now={now} words={shared} />
        </p>
        {totals.people === 0 ? null : (
          <p class="quiet small">{asOf === null ? words.notCounted : words.asOf(momentIn(asOf, shared))}</p>
        )}
      </div>
      {totals.people === 0 ? (
        <Empty {...props} />
      ) : (
        <>
          <Sums {...props} />
          <Standing {...props} />
          {children.length === 0 ? null : <UnitsTable {...props} />}
          <section class="stack" aria-labelledby="days-title">
            <h2 id="days-title">{words.days}</h2>
            <DaysChart campaign={campaign} days={days} now={now} language={language} words={words} />
          </section>
          <TopicsTable {...props} />
        </>
      )}
      <p class="print-only small">{words.printed(unit.name, momentIn(now, shared))}</p>
    </>
  )
}
