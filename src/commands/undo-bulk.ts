import { type Bulk, partId } from '../domain/bulk.ts'
import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import { endingExemption } from './end-exemption.ts'
import { takeBackExtension } from './revoke-extension.ts'

/** People a transaction. */
const SLICE = 200

type Needed = Pick<
  Ports,
  'campaigns' | 'enrolmentLists' | 'extensions' | 'roster' | 'bulks' | 'audit' | 'transact'
>

/** Takes back what still holds of it for these people. */
const undoSlice = async (
  ports: Needed,
  actor: Actor,
  campaign: Campaign,
  { id, change }: Bulk,
  enrolments: Bulk['enrolments'],
  now: Date,
  tx: Tx,
): Promise<void> => {
  if (change.kind === 'extension') {
    for (const enrolment of enrolments)
      await takeBackExtension(ports)(actor, campaign.code, partId(id, enrolment), now, tx)
    return
  }
  const scope = scopeOf(actor, 'grant-exemption')
  const people = await ports.enrolmentLists.some(scope, campaign.code, enrolments, tx)
  const ended = people.flatMap(enrolment =>
    enrolment.exemption?.id === partId(id, enrolment.id)
      ? [endingExemption(actor, campaign, enrolment, enrolment.exemption, now)]
      : [],
  )
  await ports.roster.save(
    ended.map(({ enrolment }) => ({ enrolment, alsoTouched: [] })),
    tx,
  )
  await ports.audit.writeAll(
    ended.map(({ entry }) => entry),
    tx,
  )
}

/**
 * Takes a change to many people back from now on; essays that came meanwhile keep the verdict they were given. Killed
 * and asked for again, it takes back the rest.
 */
export const undoBulk =
  (ports: Needed) =>
  async (actor: Actor, code: CampaignCode, id: Bulk['id'], now: Date): Promise<Result<Bulk>> => {
    const { campaigns, bulks, transact } = ports
    const campaign = await campaigns.find(code)
    if (campaign === null || (await bulks.find(actor.id, code, id)) === null)
      return refuse(problem('not-found'))
    await bulks.markUndone(id, now)
    const bulk = await bulks.find(actor.id, code, id)
    if (bulk === null) return refuse(problem('not-found'))
    for (let at = 0; at < bulk.done; at += SLICE) {
      const slice = bulk.enrolments.slice(at, Math.min(at + SLICE, bulk.done))
      await transact(async tx => undoSlice(ports, actor, campaign, bulk, slice, now, tx))
    }
    return ok(bulk)
  }
