import { Readable } from 'node:stream'
import type { Actor } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import { previewEnd, type RosterImport, rosterKeptUntil } from '../domain/roster-import.ts'
import type { Ports } from '../ports/index.ts'
import { planRoster, type RosterInput } from './plan-roster.ts'
import { stagePreview } from './stage-preview.ts'

type Needed = Pick<Ports, 'rosterImports' | 'stagedFiles' | 'random' | 'audit' | 'transact'> &
  Parameters<typeof planRoster>[0]

/** Keeps a roster and all that its import would do, to be confirmed within a day. Nobody is imported yet. */
export const previewRoster =
  (ports: Needed) =>
  async (actor: Actor, input: RosterInput, now: Date): Promise<Result<RosterImport>> => {
    const { rosterImports, stagedFiles, random, audit, transact } = ports
    const planned = await planRoster(ports)(actor, input)
    if (!planned.ok) return planned
    const { campaign, unit } = planned.value
    const { name, bytes } = input.file
    const fileId = random.id()
    const kept = await stagedFiles.write(fileId, name, Readable.from([bytes]), rosterKeptUntil(now))
    const roster: RosterImport = {
      id: random.id(),
      campaign: campaign.code,
      unit: unit.code,
      path: unit.path,
      file: { name, fileId, ...kept },
      state: 'previewed',
      ...(await stagePreview(ports)(planned.value, now)),
      isChanged: false,
      applied: null,
      uploadedBy: { id: actor.id, name: actor.name },
      uploadedAt: now,
      confirmedBy: null,
      confirmedAt: null,
      finishedAt: null,
      expiresAt: previewEnd(now),
      failure: null,
    }
    await transact(async tx => {
      await rosterImports.insert(roster, tx)
      await audit.write(
        {
          actor,
          action: 'roster.previewed',
          target: `unit:${unit.code}`,
          path: unit.path,
          at: now,
          details: { campaign: campaign.code, file: name, sha256: kept.sha256 },
        },
        tx,
      )
    })
    return ok(roster)
  }
