import { type PastEnrolment, type PastVersion, type Standing, standingAt } from '../domain/as-of.ts'
import type { Campaign } from '../domain/campaign.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import { nameKey } from '../domain/vietnamese.ts'
import { type ReportUnit, reportUnits } from './units.ts'

/** What a report is a function of, beside the people themselves. */
export interface ReportSubject {
  readonly campaign: Campaign
  readonly unit: Unit
  /** The unit and all below it. */
  readonly subtree: readonly Unit[]
  readonly cutoff: Date
}

/** One person of the report as he stood at the cut-off. */
export interface Entry {
  readonly enrolment: Pick<PastEnrolment, 'id' | 'person' | 'posts' | 'enrolledAt'>
  readonly unit: ReportUnit
  readonly standing: Standing
}

interface Keyed {
  readonly entry: Entry
  readonly name: string
}

const byName = (a: Keyed, b: Keyed): number => {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.entry.enrolment.id < b.entry.enrolment.id ? -1 : 1
}

/** Takes people as they come from the store and keeps those who belonged to the report's units at the cut-off. */
export const entriesOf = (subject: ReportSubject) => {
  const units: ReadonlyMap<UnitCode, ReportUnit> = reportUnits(
    subject.unit,
    subject.subtree,
    subject.campaign.opensAt,
  )
  const kept = new Map<UnitCode, Keyed[]>()
  return {
    add({ id, person, posts, enrolledAt, ...past }: PastEnrolment, versions: readonly PastVersion[]): void {
      const enrolment = { id, person, posts, enrolledAt }
      const standing = standingAt(subject.campaign, { ...past, ...enrolment }, versions, subject.cutoff)
      const unit = standing && units.get(standing.unit)
      if (!standing || !unit) return
      const keyed = { entry: { enrolment, unit, standing }, name: nameKey(person.name) }
      const others = kept.get(unit.code)
      if (others === undefined) kept.set(unit.code, [keyed])
      else others.push(keyed)
    },
    /** Unit by unit, each in the order of a Vietnamese roster. */
    sorted: (): readonly Entry[] =>
      [...units.keys()].flatMap(code => (kept.get(code) ?? []).sort(byName).map(({ entry }) => entry)),
    units,
  }
}
