import type { Totals } from '../../../../domain/progress.ts'
import type { Report } from '../../../../domain/report.ts'
import { formatDate, formatTime } from '../../../../domain/time.ts'
import type { ReportComparison } from '../../../../queries/compare-reports.ts'
import type { UnitChoice } from '../../../../queries/unit-choice.ts'
import { changeText } from '../../../../reports/comparison.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn, percentIn } from '../../parts/figures.tsx'
import { Field } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { UnitPicker } from '../../parts/unit-picker.tsx'
import { reportChangesPath, reportsPath, withQuery } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { ReportChangesWords } from './words.ts'

/** A page is read, not scrolled for ever. */
const MOST_SHOWN = 300

interface Props {
  readonly choice: UnitChoice
  /** Finished ones of the unit, newest first. */
  readonly reports: readonly Report[]
  readonly chosen: { readonly report: string | undefined; readonly other: string | undefined }
  /** null: not asked for yet. */
  readonly compared: ReportComparison | null
  readonly language: Language
  readonly words: ReportChangesWords
  readonly shared: SharedWords
}

const Choose = ({
  name,
  label,
  usual,
  reports,
  chosen,
  language,
  words,
}: Props & { readonly name: 'report' | 'other'; readonly label: string; readonly usual: number }) => {
  const selected = chosen[name] ?? reports[usual]?.id
  return (
    <Field name={name} label={label}>
      <select id={name} name={name}>
        {reports.map(({ id, cutoff, digest }) => (
          <option key={id} value={id} selected={id === selected}>
            {words.option(
              `${formatDate(cutoff)} ${formatTime(cutoff)}`,
              numberIn(digest?.totals.submitted ?? 0, language),
              numberIn(digest?.totals.expected ?? 0, language),
            )}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface Numbers {
  readonly before: Totals
  readonly after: Totals
}

/** 12 → 15; one number where nothing changed. */
const Changed = ({
  before,
  after,
  words,
}: {
  readonly before: string
  readonly after: string
  readonly words: ReportChangesWords
}) =>
  before === after ? (
    <span class="quiet">{after}</span>
  ) : (
    <span class="nowrap">
      {before} <span aria-hidden="true">→</span>
      <span class="hidden"> {words.to} </span> <strong>{after}</strong>
    </span>
  )

const Cells = ({ before, after, language, words }: Numbers & Pick<Props, 'language' | 'words'>) => {
  const cell = (field: 'people' | 'submitted' | 'missing', className: string) => (
    <td class={className}>
      <Changed
        before={numberIn(before[field], language)}
        after={numberIn(after[field], language)}
        words={words}
      />
    </td>
  )
  return (
    <>
      {cell('people', 'n desk')}
      {cell('submitted', 'n')}
      {cell('missing', 'n')}
      <td class="n desk">
        <Changed
          before={percentIn(before.percent, language)}
          after={percentIn(after.percent, language)}
          words={words}
        />
      </td>
    </>
  )
}

type ResultProps = Pick<Props, 'language' | 'words'> & { readonly compared: ReportComparison }

const Units = ({ compared: { units, totals }, language, words }: ResultProps) => (
  <section class="stack" aria-labelledby="units-title">
    <h2 id="units-title">{words.byUnit}</h2>
    <div class="table-wrap">
      <table>
        <caption class="hidden">{words.byUnit}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" class="n desk">
              {words.people}
            </th>
            <th scope="col" class="n">
              {words.submitted}
            </th>
            <th scope="col" class="n">
              {words.missing}
            </th>
            <th scope="col" class="n desk">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ code, name, ...numbers }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <Cells {...numbers} language={language} words={words} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.whole}</th>
            <Cells {...totals} language={language} words={words} />
          </tr>
        </tfoot>
      </table>
    </div>
  </section>
)

const People = ({ compared: { people }, words }: Omit<ResultProps, 'language'>) => (
  <div class="table-wrap">
    <table>
      <caption class="hidden">{words.change}</caption>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.change}</th>
        </tr>
      </thead>
      <tbody>
        {people.slice(0, MOST_SHOWN).map(({ entry: { enrolment, unit }, changes }) => (
          <tr key={enrolment.id}>
            <th scope="row">
              <div class="name">{enrolment.person.name}</div>
              <div class="quiet small">{unit.label}</div>
            </th>
            <td>
              {changes.map(change => (
                <div key={change.kind}>{changeText(change, words.kinds)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Result = ({ compared, chosen, language, words, shared }: Props & ResultProps) => {
  const { campaign, since, until, isAsCompiled, people } = compared
  const count = numberIn(people.length, language)
  return (
    <>
      <p>{words.span(momentIn(since, shared), momentIn(until, shared))}</p>
      {isAsCompiled ? null : <p class="note">{words.notAsCompiled}</p>}
      <Units compared={compared} language={language} words={words} />
      <section class="stack" aria-labelledby="people-title">
        <h2 id="people-title">{people.length === 0 ? words.noChanges : words.changes(count)}</h2>
        {people.length === 0 ? null : (
          <>
            <p class="no-print">
              <a class="touch" href={withQuery(`${reportChangesPath(campaign.code)}.csv`, chosen)}>
                <Icon name="download" />
                {words.download}
              </a>
            </p>
            <People compared={compared} words={words} />
            {people.length > MOST_SHOWN ? (
              <p class="quiet">{words.shown(numberIn(MOST_SHOWN, language), count)}</p>
            ) : null}
          </>
        )}
      </section>
    </>
  )
}

/** Two reports of a unit, and what became of everybody between them. */
export const ReportChanges = (props: Props) => {
  const { choice, reports, compared, words, shared } = props
  const { campaign, unit } = choice
  const path = reportChangesPath(campaign.code)
  return (
    <>
      <Back href={reportsPath(campaign.code, unit.code)} label={words.back} />
      <h1>{words.of(unit.name)}</h1>
      <UnitPicker choice={choice} action={path} words={shared} />
      {reports.length < 2 ? (
        <p class="quiet">{words.tooFew}</p>
      ) : (
        <form method="get" action={path} class="stack measure no-print">
          <input type="hidden" name="unit" value={unit.code} />
          <Choose {...props} name="report" label={words.report} usual={1} />
          <Choose {...props} name="other" label={words.other} usual={0} />
          <div class="row actions">
            <button type="submit" class="button">
              {words.compare}
            </button>
          </div>
        </form>
      )}
      {compared === null ? null : <Result {...props} compared={compared} />}
    </>
  )
}
