import type { Totals } from '../../../../domain/progress.ts'
import type { Progress } from '../../../../queries/progress.ts'
import { Bar } from '../../parts/bar.tsx'
import { numberIn, percentIn } from '../../parts/figures.tsx'
import { peoplePath, unitPath, withQuery } from '../../paths.ts'
import type { Language } from '../../words.ts'
import { COLUMNS, type ColumnName, isBy, nextSort, type Sort, sorted, USUAL_SORT } from './sort.ts'
import type { OverviewWords } from './words.ts'

interface Props {
  readonly data: Progress
  readonly sort: Sort
  readonly language: Language
  readonly words: OverviewWords
}

const NUMBERS = COLUMNS.filter(name => name !== 'name')
/** On a phone a row tells who, how much is missing and the share. */
const DESK_ONLY = new Set<ColumnName>(['people', 'exempt', 'expected', 'submitted', 'onTime', 'late'])

const classOf = (name: ColumnName): string | undefined =>
  name === 'name' ? undefined : DESK_ONLY.has(name) ? 'n desk' : 'n'

const Head = ({ data, sort, words, name }: Props & { readonly name: ColumnName }) => {
  const next = nextSort(sort, name)
  const href = withQuery(unitPath(data.campaign.code, data.unit.code), {
    sort: next === USUAL_SORT ? undefined : next,
  })
  return (
    <th scope="col" class={classOf(name)} aria-sort={isBy(sort, name)}>
      <a href={`${href}#units`}>{words.column[name]}</a>
    </th>
  )
}

const Cells = ({
  totals,
  missingHref,
  missingLabel,
  language,
}: {
  readonly totals: Totals
  readonly missingHref?: string
  readonly missingLabel?: string
  readonly language: Language
}) => (
  <>
    {NUMBERS.map(name => {
      if (name === 'percent')
        return (
          <td key={name} class="n share">
            {totals.expected === 0 ? '–' : percentIn(totals.percent, language)}
            <Bar totals={totals} />
          </td>
        )
      const number = numberIn(totals[name], language)
      return (
        <td key={name} class={classOf(name)}>
          {name === 'missing' && totals.missing > 0 && missingHref !== undefined ? (
            <a href={missingHref}>
              {number}
              <span class="hidden"> ({missingLabel})</span>
            </a>
          ) : (
            number
          )}
        </td>
      )
    })}
  </>
)

/** The units below, the people directly in this one, and the sum: the columns of the report's table by unit. */
export const UnitsTable = (props: Props) => {
  const { data, sort, language, words } = props
  const { campaign, unit, children, own, totals } = data
  return (
    <section id="units" class="stack" aria-labelledby="units-title">
      <h2 id="units-title">{words.units}</h2>
      <div class="table-wrap">
        <table class="units">
          <caption class="hidden">{words.units}</caption>
          <thead>
            <tr class="desk">
              <td />
              <th scope="colgroup" colSpan={2}>
                {words.ofPeople}
              </th>
              <th scope="colgroup" colSpan={6}>
                {words.ofEssays}
              </th>
            </tr>
            <tr>
              {COLUMNS.map(name => (
                <Head key={name} {...props} name={name} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted(children, sort).map(child => (
              <tr key={child.unit.code}>
                <th scope="row">
                  <a href={unitPath(campaign.code, child.unit.code)}>{child.unit.name}</a>
                </th>
                <Cells
                  totals={child.totals}
                  missingHref={peoplePath(campaign.code, { unit: child.unit.code })}
                  missingLabel={words.missingOf(child.unit.name)}
                  language={language}
                />
              </tr>
            ))}
            {own.people > 0 ? (
              <tr>
                <th scope="row">{words.direct}</th>
                <Cells totals={own} language={language} />
              </tr>
            ) : null}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.all}</th>
              <Cells
                totals={totals}
                missingHref={peoplePath(campaign.code, { unit: unit.code })}
                missingLabel={words.missingOf(unit.name)}
                language={language}
              />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}
