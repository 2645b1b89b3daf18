import type { Problem } from '../../../../domain/problems.ts'
import { checkConfirmation, type RosterImport } from '../../../../domain/roster-import.ts'
import type { RosterImportsView } from '../../../../queries/roster-imports.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Field, Form, ProblemSummary, problemAt } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import { type Look, Tag, WORK } from '../../parts/tag.tsx'
import { UnitOptions } from '../../parts/unit-options.tsx'
import { rosterPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { RosterWords } from './words.ts'

interface Props {
  readonly data: RosterImportsView
  readonly unit: string | undefined
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: RosterWords
  readonly shared: SharedWords
}

const LOOKS: Readonly<Record<RosterImport['state'], Look>> = {
  previewed: ['soon', 'clock-fill'],
  ...WORK,
}

const Standing = ({
  roster,
  now,
  words,
}: {
  readonly roster: RosterImport
  readonly now: Date
  readonly words: RosterWords
}) => {
  const isOver =
    roster.state === 'previewed' &&
    checkConfirmation(roster, now).some(({ code }) => code === 'preview-expired')
  return isOver ? (
    <Tag look={['', 'dash-circle']} word={words.expired} />
  ) : (
    <Tag look={LOOKS[roster.state]} word={words.state[roster.state]} />
  )
}

const History = ({ data: { imports, units }, now, language, words }: Props) => {
  const names = new Map(units.map(({ code, name }) => [code, name]))
  const n = (value: number) => numberIn(value, language)
  return (
    <section class="stack" aria-labelledby="history-title">
      <h2 id="history-title">{words.history}</h2>
      {imports.length === 0 ? (
        <p class="quiet">{words.nothingYet}</p>
      ) : (
        <Table
          caption={words.history}
          heads={[
            words.file,
            words.result,
            [words.when, 'desk'],
            [words.unitHead, 'desk'],
            [words.who, 'desk'],
          ]}
        >
          {imports.map(roster => (
            <tr key={roster.id}>
              <th scope="row" class="anywhere">
                <a href={rosterPath(roster.campaign, roster.id)}>{roster.file.name}</a>
              </th>
              <td>
                <Standing roster={roster} now={now} words={words} />
                <span class="small quiet">
                  {' '}
                  {words.summary(n(roster.counts.created), n(roster.counts.updated), n(roster.counts.moved))}
                </span>
              </td>
              <td class="desk">
                <Moment at={roster.uploadedAt} />
              </td>
              <td class="desk">{names.get(roster.unit)}</td>
              <td class="desk">{roster.uploadedBy.name}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

export const RosterUpload = (props: Props) => {
  const { data, unit, problems, csrf, language, words, shared } = props
  const { campaign, units } = data
  return (
    <>
      <ProblemSummary problems={problems} language={language} words={shared} />
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <div class="no-print">
        <Form action={rosterPath(campaign.code)} csrf={csrf} upload>
          <Field
            name="unit"
            label={words.unit}
            hint={words.unitHint}
            problem={problemAt(problems, 'unit', language)}
          >
            <select id="unit" name="unit" aria-describedby="unit-hint">
              <UnitOptions units={units} selected={unit ?? units[0]?.code} />
            </select>
          </Field>
          <Field
            name="file"
            label={words.file}
            hint={words.fileHint}
            problem={problemAt(problems, 'file', language)}
          >
            <input
              type="file"
              id="file"
              name="file"
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              aria-describedby="file-hint"
              required
            />
          </Field>
          <div class="row actions">
            <button type="submit" class="button">
              {words.preview}
            </button>
          </div>
        </Form>
      </div>
      <div class="no-print">
        <a class="touch" href={`/api/v1/campaigns/${campaign.code}/roster-template.xlsx`}>
          <Icon name="download" />
          {words.template}
        </a>
        <p class="quiet small">{words.templateHint}</p>
      </div>
      <History {...props} />
    </>
  )
}
