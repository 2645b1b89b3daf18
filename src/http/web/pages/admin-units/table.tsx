import { formatDate, hanoiDay } from '../../../../domain/time.ts'
import type { Unit } from '../../../../domain/unit.ts'
import type { UnitInTree } from '../../../../queries/unit-admin.ts'
import { adminPath } from '../../admin.ts'
import { Table } from '../../parts/table.tsx'
import type { UnitsWords } from './words.ts'

const dayIn = (day: string): string => formatDate(new Date(`${day}T12:00:00+07:00`))

/** "từ 01/01/2018 đến 06/12/2018" */
export const validityIn = ({ validFrom, validTo }: Unit, words: UnitsWords): string => {
  const parts = [
    ...(validFrom === null ? [] : [words.from(dayIn(validFrom))]),
    ...(validTo === null ? [] : [words.until(dayIn(validTo))]),
  ]
  return parts.length === 0 ? words.always : parts.join(' ')
}

/** Units as rows, each the way down to what is below it. */
export const UnitsTable = ({
  units,
  now,
  words,
}: {
  readonly units: readonly UnitInTree[]
  readonly now: Date
  readonly words: UnitsWords
}) => (
  <Table caption={words.caption} heads={[words.name, [words.kind, 'desk'], words.valid]}>
    {units.map(({ unit, hasChildren }) => (
      <tr key={unit.code}>
        <th scope="row">
          <a href={adminPath('units', unit.code)}>{unit.name}</a>
          {hasChildren ? <span class="hidden"> ({words.below})</span> : null}
          {hasChildren ? <span aria-hidden="true"> ›</span> : null}
          <br />
          <code class="quiet">{unit.code}</code>
        </th>
        <td class="desk">{words.kinds[unit.kind]}</td>
        <td>
          {unit.validTo !== null && unit.validTo < hanoiDay(now) ? (
            <>
              <strong>{words.ended}</strong>,{' '}
            </>
          ) : null}
          {validityIn(unit, words)}
        </td>
      </tr>
    ))}
  </Table>
)
