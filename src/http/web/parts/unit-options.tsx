import type { Unit } from '../../../domain/unit.ts'

/** Units of a tree for a select list, each below the one above it and set in by its depth. */
export const UnitOptions = ({
  units,
  selected,
}: {
  readonly units: readonly Unit[]
  readonly selected: string | undefined
}) => {
  const top = Math.min(...units.map(({ path }) => path.length))
  return (
    <>
      {units.map(({ code, name, path }) => (
        <option key={code} value={code} selected={code === selected}>
          {`${'\u00A0\u00A0\u00A0'.repeat(path.length - top)}${name}`}
        </option>
      ))}
    </>
  )
}
