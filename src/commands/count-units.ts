import type { Campaign } from '../domain/campaign.ts'
import { addCounts } from '../domain/count.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** The units by how deep they lie, deepest first. */
const levels = (units: readonly Unit[]): readonly (readonly Unit[])[] => {
  const depths = [...new Set(units.map(unit => unit.path.length))].sort((a, b) => b - a)
  return depths.map(depth => units.filter(unit => unit.path.length === depth))
}

/**
 * Counts the given units anew: their own people from the enrolments, then they and every unit above them from the rows
 * of their children. For each step a ticket is taken after the step before was written (see ports/totals.ts), so any
 * number of workers may do this at once.
 */
export const countUnits =
  ({ totals, units }: Pick<Ports, 'totals' | 'units'>) =>
  async (campaign: Campaign, codes: readonly UnitCode[]): Promise<void> => {
    const topics = campaign.topics.map(topic => topic.code)
    const ticket = await totals.ticket()
    const own = await totals.countOwn(campaign, codes)
    const ownOf = (code: UnitCode) => own.get(code) ?? addCounts(topics, [])
    await totals.write(campaign.code, 'own', ticket, new Map(codes.map(code => [code, ownOf(code)])))

    const changed = await units.byCodes(codes)
    const upwards = await units.byCodes([...new Set(changed.flatMap(unit => unit.path))])
    for (const level of levels(upwards)) {
      const ticket = await totals.ticket()
      const children = await units.childrenOf(level.map(unit => unit.code))
      const rows = await totals.rows(
        campaign.code,
        [...level, ...children].map(unit => unit.code),
      )
      const subtree = ({ code }: Unit) =>
        addCounts(topics, [
          ...[rows.get(code)?.own].flatMap(count => count ?? []),
          ...children
            .filter(child => child.parent === code)
            .flatMap(child => rows.get(child.code)?.all ?? []),
        ])
      await totals.write(campaign.code, 'all', ticket, new Map(level.map(unit => [unit.code, subtree(unit)])))
    }
  }
