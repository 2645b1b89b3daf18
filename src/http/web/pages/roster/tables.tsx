import type { ComponentChildren } from 'preact'
import { sentence } from '../../../../domain/problems.ts'
import type { Change } from '../../../../domain/roster/changes.ts'
import type { Note } from '../../../../domain/roster/sheet.ts'
import type { RosterPreview } from '../../../../domain/roster-import.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Table } from '../../parts/table.tsx'
import type { Language } from '../../words.ts'
import type { RosterWords } from './words.ts'

/** Rows of a list that are shown; the rest is in the download. */
const SHOWN = 100

interface Props {
  readonly preview: RosterPreview
  readonly language: Language
  readonly words: RosterWords
}

/** A list that opens at a press, and says how long it is before. */
const List = <T,>({
  title,
  note,
  items,
  isOpen = false,
  heads,
  row,
  language,
  words,
}: {
  readonly title: string
  readonly note?: string
  readonly items: readonly T[]
  readonly isOpen?: boolean
  readonly heads: readonly string[]
  readonly row: (item: T) => ComponentChildren
} & Omit<Props, 'preview'>) =>
  items.length === 0 ? null : (
    <details open={isOpen}>
      <summary>
        <h2 class="in-summary">{words.counted(title, numberIn(items.length, language))}</h2>
      </summary>
      <div class="stack">
        {note === undefined ? null : <p class="quiet">{note}</p>}
        <Table caption={title} heads={heads}>
          {items.slice(0, SHOWN).map(row)}
        </Table>
        {items.length > SHOWN ? (
          <p class="quiet">{words.more(numberIn(items.length - SHOWN, language))}</p>
        ) : null}
      </div>
    </details>
  )

const Notes = ({
  title,
  notes,
  isOneSheet,
  ...props
}: {
  readonly title: string
  readonly notes: readonly Note[]
  /** Its name then says nothing. */
  readonly isOneSheet: boolean
} & Omit<Props, 'preview'>) => {
  const { language, words } = props
  return (
    <List
      {...props}
      title={title}
      items={notes}
      isOpen
      heads={[words.place, words.reason]}
      row={({ sheet, row, column, problem }) => (
        <tr key={`${sheet} ${row} ${column} ${problem.code}`}>
          <th scope="row" class="place">
            {isOneSheet ? words.rowOf(String(row)) : words.placeOf(sheet, String(row))}
            {column === null ? null : <div class="quiet small">{words.columnOf(column)}</div>}
          </th>
          <td>{sentence(problem, language)}</td>
        </tr>
      )}
    />
  )
}

export const PreviewTables = (props: Props) => {
  const { preview, words } = props
  const { outcome, changes, units } = preview
  const nameOf = (code: string) => units[code] ?? code
  const isOneSheet =
    new Set([...outcome.rejected, ...outcome.warnings, ...changes].map(({ sheet }) => sheet)).size < 2
  const of = (kind: Change['kind']) => changes.filter(change => change.kind === kind)
  return (
    <div class="stack">
      <Notes {...props} title={words.rejectedTable} notes={outcome.rejected} isOneSheet={isOneSheet} />
      <Notes {...props} title={words.warningsTable} notes={outcome.warnings} isOneSheet={isOneSheet} />
      <List
        {...props}
        title={words.movesTable}
        items={of('move')}
        isOpen
        heads={[words.name, words.fromHead, words.toHead]}
        row={({ sheet, row, name, from, unit }) => (
          <tr key={`${sheet} ${row}`}>
            <th scope="row">{name}</th>
            <td>{nameOf(from ?? '')}</td>
            <td>{nameOf(unit)}</td>
          </tr>
        )}
      />
      <List
        {...props}
        title={words.updatedTable}
        items={of('update')}
        heads={[words.name, words.fieldsHead]}
        row={({ sheet, row, name, fields }) => (
          <tr key={`${sheet} ${row}`}>
            <th scope="row">{name}</th>
            <td>
              {fields.map(({ field, from, to }) => (
                <div key={field}>
                  <span class="quiet">{words.field[field]}:</span> {from === '' ? words.empty : from} → {to}
                </div>
              ))}
            </td>
          </tr>
        )}
      />
      <List
        {...props}
        title={words.createdTable}
        items={of('create')}
        heads={[words.name, words.unitHead]}
        row={({ sheet, row, name, unit }) => (
          <tr key={`${sheet} ${row}`}>
            <th scope="row">{name}</th>
            <td>{nameOf(unit)}</td>
          </tr>
        )}
      />
      <List
        {...props}
        title={words.absentTable}
        note={words.absentNote}
        items={outcome.absent}
        heads={[words.name, words.unitHead]}
        row={({ id, name, unit }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{nameOf(unit)}</td>
          </tr>
        )}
      />
    </div>
  )
}
