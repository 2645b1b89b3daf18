import type { Campaign } from '../domain/campaign.ts'
import {
  addCounts,
  type Count,
  countPeople,
  type Difference,
  differencesOf,
  hasRightTally,
} from '../domain/count.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

export interface Comparison {
  readonly differences: readonly Difference[]
  /** Enrolments whose tally is not what their essays say. */
  readonly tallies: readonly EnrolmentId[]
}

const BATCH = 500

/** Walks through all people of a campaign. */
const walk =
  ({ enrolments }: Pick<Ports, 'enrolments'>) =>
  async (campaign: Campaign, tx: Tx) => {
    const topics = campaign.topics.map(topic => topic.code)
    const own = new Map<UnitCode, Count>()
    const tallies: EnrolmentId[] = []
    let after: EnrolmentId | undefined = ''
    while (after !== undefined) {
      const batch: readonly Enrolment[] = await enrolments.after(campaign.code, after, BATCH, tx)
      for (const unit of new Set(batch.map(enrolment => enrolment.unit))) {
        const people = countPeople(
          campaign,
          batch.filter(enrolment => enrolment.unit === unit),
        )
        const before = own.get(unit)
        own.set(unit, before === undefined ? people : addCounts(topics, [before, people]))
      }
      tallies.push(...batch.filter(person => !hasRightTally(campaign, person)).map(person => person.id))
      after = batch.at(-1)?.id
    }
    return { own, tallies }
  }

/**
 * Holds what is stored of every unit against what its people's essays say, in one snapshot. Units that wait to be
 * recounted are left out.
 */
export const compareTotals =
  (ports: Pick<Ports, 'totals' | 'enrolments' | 'transact'>) =>
  async (campaign: Campaign, tree: readonly Unit[]): Promise<Comparison> =>
    ports.transact(async tx => {
      const { own, tallies } = await walk(ports)(campaign, tx)
      const stale = new Set(await ports.totals.staleUnits(campaign.code, tx))
      const codes = tree.map(unit => unit.code)
      const rows = await ports.totals.rows(campaign.code, codes, tx)
      const topics = campaign.topics.map(topic => topic.code)
      const nobody = addCounts(topics, [])
      const differences = tree.flatMap(({ code }) => {
        const subtree = tree.filter(unit => unit.path.includes(code)).map(unit => unit.code)
        if (subtree.some(unit => stale.has(unit))) return []
        const all = subtree.flatMap(unit => own.get(unit) ?? [])
        return differencesOf(
          code,
          { own: nobody, all: nobody, ...rows.get(code) },
          { own: own.get(code) ?? nobody, all: addCounts(topics, all) },
        )
      })
      return { differences, tallies }
    })
