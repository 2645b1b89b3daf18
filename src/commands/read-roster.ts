import type { Campaign } from '../domain/campaign.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { gatherEntries, type RosterFile } from '../domain/roster/entries.ts'
import { type Line, readSheet } from '../domain/roster/sheet.ts'
import { unitMatcher } from '../domain/roster/unit-names.ts'
import { isValidOn, treeDay, type Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { TableFile } from '../ports/tables.ts'
import { inSlices } from './in-slices.ts'

const MAX_PEOPLE = 50_000

/** A roster's people, their units looked for in the given unit and below it, as these were when the campaign opened. */
export const readRoster =
  ({ units, tables }: Pick<Ports, 'units' | 'tables'>) =>
  async (campaign: Campaign, unit: Unit, file: TableFile): Promise<Result<RosterFile>> => {
    const read = await tables.read(file)
    if (!read.ok) return read
    const day = treeDay(campaign)
    const subtree = (await units.subtree(unit.code)).filter(below => isValidOn(below, day))
    const isLeaf = subtree.every(({ code }) => code === unit.code)
    const above = await units.byCodes(unit.path)
    const context = {
      match: unitMatcher(subtree, [...above, ...subtree]),
      unit,
      isLeaf,
      thisYear: campaign.opensAt.getUTCFullYear(),
    }
    const lines: Line[] = []
    let isRoster = false
    for (const sheet of read.value) {
      const found = readSheet(sheet, context)
      if (found === null) continue
      isRoster = true
      await inSlices(found, line => lines.push(line))
    }
    if (!isRoster) return refuse(problem('roster-without-header'))
    if (lines.length > MAX_PEOPLE) return refuse(problem('roster-too-large', { limit: '50.000 dòng' }))
    return ok(await inSlices(gatherEntries(lines, unit, isLeaf)))
  }
