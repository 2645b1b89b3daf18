import type { Problem } from '../../../../domain/problems.ts'
import { hanoiDay } from '../../../../domain/time.ts'
import type { Unit } from '../../../../domain/unit.ts'
import { KINDS_UNDER } from '../../../../domain/unit-rules.ts'
import type { UnitView } from '../../../../queries/unit-admin.ts'
import { adminPath } from '../../admin.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { withQuery } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { UnitsTable, validityIn } from '../admin-units/table.tsx'
import type { UnitsWords } from '../admin-units/words.ts'
import { type TypedUnit, UnitFields } from './form.tsx'
import type { UnitWords } from './words.ts'

interface Props {
  readonly data: UnitView
  readonly typed: TypedUnit
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: UnitWords
  readonly tableWords: UnitsWords
  readonly shared: SharedWords
}

const Links = ({ units }: { readonly units: readonly Unit[] }) => (
  <>
    {units.map(({ code, name }) => (
      <div key={code}>
        <a href={adminPath('units', code)}>{name}</a>
      </div>
    ))}
  </>
)

const Facts = ({ data, language, words, tableWords }: Props) => {
  const { unit, people, accounts, predecessors, successors } = data
  return (
    <dl class="facts">
      <dt>{words.code}</dt>
      <dd>
        <code>{unit.code}</code>
      </dd>
      <dt>{words.kind}</dt>
      <dd>{tableWords.kinds[unit.kind]}</dd>
      <dt>{words.valid}</dt>
      <dd>{validityIn(unit, tableWords)}</dd>
      <dt>{words.people}</dt>
      <dd>
        {people.length === 0 ? words.nobody : null}
        {people.map(({ campaign, count }) => (
          <div key={campaign.code}>{words.peopleIn(numberIn(count, language), campaign.name)}</div>
        ))}
      </dd>
      <dt>{words.accounts}</dt>
      <dd>{numberIn(accounts, language)}</dd>
      {predecessors.length === 0 ? null : (
        <>
          <dt>{words.predecessors}</dt>
          <dd>
            <Links units={predecessors} />
          </dd>
        </>
      )}
      {successors.length === 0 ? null : (
        <>
          <dt>{words.successors}</dt>
          <dd>
            <Links units={successors} />
          </dd>
        </>
      )}
    </dl>
  )
}

const Crumbs = ({ data: { above }, words }: Props) => (
  <nav class="crumbs no-print" aria-label={words.above}>
    <ol>
      <li>
        <a href={adminPath('units')}>{words.list}</a>
      </li>
      {above.map(({ code, name }) => (
        <li key={code}>
          <a href={adminPath('units', code)}>{name}</a>
        </li>
      ))}
    </ol>
  </nav>
)

export const UnitPage = (props: Props) => {
  const { data, typed, problems, csrf, now, language, words, tableWords, shared } = props
  const { unit, children } = data
  const mayEnd = unit.parent !== null && (unit.validTo === null || unit.validTo > hanoiDay(now))
  return (
    <>
      <Crumbs {...props} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{unit.name}</h1>
      <Facts {...props} />
      <p>
        <a class="touch" href={withQuery(adminPath('audit'), { target: `unit:${unit.code}` })}>
          {words.log}
        </a>
      </p>
      <section class="stack" aria-labelledby="children-title">
        <h2 id="children-title">{words.children}</h2>
        {children.length === 0 ? (
          <p class="quiet">{words.noChildren}</p>
        ) : (
          <UnitsTable units={children} now={now} words={tableWords} />
        )}
        {KINDS_UNDER[unit.kind].length === 0 ? null : (
          <div class="row actions">
            <a class="button second" href={adminPath('units', unit.code, 'them')}>
              {words.add}
            </a>
          </div>
        )}
      </section>
      {mayEnd ? (
        <section class="stack" aria-labelledby="change-title">
          <h2 id="change-title">{words.change}</h2>
          <div class="row actions">
            <a class="button second" href={adminPath('units', unit.code, 'nhap')}>
              {words.merge}
            </a>
            <a class="button second" href={adminPath('units', unit.code, 'tach')}>
              {words.split}
            </a>
          </div>
        </section>
      ) : null}
      <section class="stack" aria-labelledby="edit-title">
        <h2 id="edit-title">{words.edit}</h2>
        <Form action={adminPath('units', unit.code)} csrf={csrf}>
          <UnitFields {...{ typed, problems, language, words }} isNew={false} />
          <div class="row actions">
            <button type="submit" class="button">
              {words.save}
            </button>
          </div>
        </Form>
      </section>
    </>
  )
}

export const AddUnit = ({
  data: { unit },
  typed,
  problems,
  csrf,
  language,
  words,
  shared,
}: Omit<Props, 'now' | 'tableWords'>) => (
  <>
    <Back href={adminPath('units', unit.code)} label={unit.name} />
    <ProblemSummary problems={problems} language={language} words={shared} />
    <h1>{words.addTitle(unit.name)}</h1>
    <Form action={adminPath('units', unit.code, 'them')} csrf={csrf}>
      <UnitFields {...{ typed, problems, language, words }} isNew />
      <div class="row actions">
        <button type="submit" class="button">
          {words.add}
        </button>
      </div>
    </Form>
  </>
)
