import { type Gathering, type GatheringId, isReady } from '../domain/gathering.ts'
import type { Actor } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import type { Claim } from '../ports/platform.ts'
import { handInGathered } from './hand-in-gathered.ts'
import { holdLease, leaseEnd } from './hold-lease.ts'
import { loadRosterIndex } from './load-roster-index.ts'
import { unpackArchive } from './unpack-archive.ts'

type Needed = Pick<
  Ports,
  'accounts' | 'audit' | 'campaigns' | 'clock' | 'enrolmentLists' | 'gatherings' | 'transact' | 'units'
> &
  Parameters<typeof handInGathered>[0] &
  Parameters<typeof unpackArchive>[0]

/** Work that was begun this often and never finished is not begun again. */
const MAX_ATTEMPTS = 5
/** Somebody else may be at it by now. */
const LOST = new Error('the claim on the collection was lost')

interface Work {
  readonly ports: Needed
  readonly gathering: Gathering
  readonly claim: Claim
  readonly actor: Actor
  /** Throws when the claim is lost. */
  readonly isHeld: () => void
}

const held = (isHeld: boolean): void => {
  if (!isHeld) throw LOST
}

const unpack = async ({ ports, gathering, claim, actor, isHeld }: Work): Promise<Problem | null> => {
  const { campaigns, gatherings, stagedFiles } = ports
  const campaign = await campaigns.find(gathering.campaign)
  if (campaign === null) return problem('not-found')
  const roster = await loadRosterIndex(ports)(actor, campaign.code, gathering)
  for (const archive of gathering.archives.filter(({ state }) => state === 'waiting')) {
    const why = await unpackArchive(ports)(gathering, campaign, roster, archive, isHeld)
    const state = why === null ? 'unpacked' : 'refused'
    held(await gatherings.settleArchive(claim, archive.fileId, state, why))
    await stagedFiles.remove(archive.fileId)
  }
  // Not where another archive has come meanwhile: then it is begun anew.
  if (!(await gatherings.reopen(claim))) await gatherings.giveBack(claim)
  return null
}

const handIn = async (work: Work, confirmedAt: Date): Promise<Problem | null> => {
  const { ports, gathering, claim, actor, isHeld } = work
  const { audit, clock, gatherings, stagedFiles, transact } = ports
  for (const essay of (await gatherings.files(gathering.id)).filter(isReady)) {
    isHeld()
    const handled = await handInGathered(ports)(actor, gathering, essay, confirmedAt)
    await gatherings.settle(gathering.id, handled)
    if (handled.state !== 'refused') for (const { fileId } of essay.parts) await stagedFiles.remove(fileId)
  }
  const files = await gatherings.files(gathering.id)
  const count = (state: string) => files.filter(file => file.state === state).length
  await transact(async tx => {
    held(await gatherings.finish(claim, clock.now(), tx))
    const { id, path, campaign } = gathering
    const details = { campaign, handedIn: count('handed-in'), same: count('same'), refused: count('refused') }
    const target = `gathering:${id}`
    await audit.write({ actor, action: 'gathering.handed-in', target, path, at: clock.now(), details }, tx)
  })
  return null
}

/**
 * Does what a collection waits for: unpacks its archives, or hands in what was confirmed, in the name of who did so
 * and with the rights he has now. Killed, it goes on where it stopped; nothing is handed in twice.
 */
export const workGathering =
  (ports: Needed) =>
  async (id: GatheringId): Promise<void> => {
    const { accounts, clock, gatherings, random } = ports
    const claim = { id, holder: random.id() }
    const claimed = await gatherings.claim(claim, clock.now(), leaseEnd(clock.now()))
    if (claimed === null) return
    const { gathering, attempt } = claimed
    const hold = holdLease(clock, async until => gatherings.renew(claim, until))
    const isHeld = (): void => held(!hold.signal.aborted)
    const work = async (): Promise<Problem | null> => {
      if (attempt > MAX_ATTEMPTS) return problem('work-interrupted')
      const account = await accounts.byId(gathering.confirmedBy ?? gathering.by.id)
      if (account === null || account.disabled) return problem('forbidden')
      const whole = { ports, gathering, claim, actor: actorOf(account), isHeld }
      return gathering.confirmedAt === null ? unpack(whole) : handIn(whole, gathering.confirmedAt)
    }
    try {
      const failure = await work()
      if (failure !== null) await gatherings.fail(claim, failure, clock.now())
    } catch (error) {
      if (error === LOST || hold.signal.aborted) return
      await gatherings.giveBack(claim)
      throw error
    } finally {
      await hold.release()
    }
  }
