import { hanoiDay } from '../domain/time.ts'
import { isValidOn, type Unit, type UnitCode } from '../domain/unit.ts'
import { fold, textKey } from '../domain/vietnamese.ts'

/** A unit as reports name and order it. */
export interface ReportUnit {
  readonly code: UnitCode
  /** Its name; with the parent's behind it where another unit of the report has the same. */
  readonly label: string
  /** Place in the whole: each unit before those below it, those side by side by name. */
  readonly order: number
  /** The unit directly below the report's own that it belongs to; the report's own for itself. */
  readonly branch: UnitCode
  /** Did it exist when the campaign opened? */
  readonly exists: boolean
}

const countNames = (units: readonly Unit[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const unit of units) counts.set(fold(unit.name), (counts.get(fold(unit.name)) ?? 0) + 1)
  return counts
}

/** By the code of the parent, in the order of their names. */
const childrenOf = (units: readonly Unit[]): ReadonlyMap<UnitCode | null, readonly Unit[]> => {
  const keyed = units.map(unit => ({ unit, key: textKey(unit.name) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const children = new Map<UnitCode | null, Unit[]>()
  for (const { unit } of keyed) {
    const siblings = children.get(unit.parent)
    if (siblings === undefined) children.set(unit.parent, [unit])
    else siblings.push(unit)
  }
  return children
}

/** The report's own unit and all below it, in the order of the report. */
export const reportUnits = (
  root: Unit,
  subtree: readonly Unit[],
  opensAt: Date,
): ReadonlyMap<UnitCode, ReportUnit> => {
  const day = hanoiDay(opensAt)
  const children = childrenOf(subtree)
  const names = countNames(subtree)
  const ordered = new Map<UnitCode, ReportUnit>()

  const visit = (unit: Unit, parent: Unit | null, branch: UnitCode): void => {
    const isAmbiguous = (names.get(fold(unit.name)) ?? 0) > 1 && parent !== null
    const label = isAmbiguous ? `${unit.name} (${parent.name})` : unit.name
    const { code } = unit
    ordered.set(code, { code, label, order: ordered.size, branch, exists: isValidOn(unit, day) })
    for (const child of children.get(unit.code) ?? [])
      visit(child, unit, parent === null ? child.code : branch)
  }
  visit(root, null, root.code)
  return ordered
}
