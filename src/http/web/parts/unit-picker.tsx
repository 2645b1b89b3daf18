import type { UnitChoice } from '../../../queries/unit-choice.ts'
import type { SharedWords } from '../words.ts'

/** Chooses the unit that a page is about: one above it, itself, or one below. */
export const UnitPicker = ({
  choice: { unit, above, below },
  action,
  keep = {},
  words,
}: {
  readonly choice: UnitChoice
  readonly action: string
  /** What else the page is asked for. */
  readonly keep?: Readonly<Record<string, string | undefined>>
  readonly words: SharedWords
}) =>
  above.length + below.length === 0 ? null : (
    <form method="get" action={action} class="row picker no-print">
      {Object.entries(keep).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label for="unit">{words.unit}</label>
      <select id="unit" name="unit">
        {[...above, unit, ...below].map(({ code, name }) => (
          <option key={code} value={code} selected={code === unit.code}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" class="button second">
        {words.show}
      </button>
    </form>
  )
