import { Readable } from 'node:stream'
import { changesIn } from '../domain/roster/changes.ts'
import { countsOf, dueIn, outcomeOf } from '../domain/roster/outcome.ts'
import type { RosterImport, RosterPreview } from '../domain/roster-import.ts'
import { outcomeKeptUntil } from '../domain/roster-import.ts'
import type { Ports } from '../ports/index.ts'
import type { RosterPlan } from './plan-roster.ts'

/** All that a planned import would do, kept as a file: it can be longer than a document may be. */
export const stagePreview =
  ({ units, stagedFiles, random }: Pick<Ports, 'units' | 'stagedFiles' | 'random'>) =>
  async (
    { unit, file, planned: { plan, known } }: RosterPlan,
    now: Date,
  ): Promise<Pick<RosterImport, 'preview' | 'counts'>> => {
    const outcome = outcomeOf(unit, file, plan, known, dueIn(plan))
    const changes = changesIn(plan)
    const codes = [
      ...changes.flatMap(({ unit, from }) => [unit, from ?? unit]),
      ...outcome.absent.map(a => a.unit),
    ]
    const mentioned = await units.byCodes([...new Set([unit.code, ...codes])])
    // In one order always: previews are told apart by their bytes.
    const byCode = [...mentioned].sort((a, b) => (a.code < b.code ? -1 : 1))
    const names = byCode.map(({ code, name }) => [code, name])
    const preview: RosterPreview = { outcome, changes, units: Object.fromEntries(names) }
    const fileId = random.id()
    const bytes = Readable.from([Buffer.from(JSON.stringify(preview))])
    const { sha256 } = await stagedFiles.write(fileId, 'preview.json', bytes, outcomeKeptUntil(now))
    return { preview: { fileId, sha256 }, counts: countsOf(outcome) }
  }
