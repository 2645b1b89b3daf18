import type { Campaign } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import { doubledIn, type Gathered, type Gathering, type GatheringId } from '../domain/gathering.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { sealOf } from './gathering-seal.ts'

type Needed = Pick<Ports, 'campaigns' | 'units' | 'gatherings' | 'enrolmentLists'>

export interface GatheringView {
  readonly campaign: Campaign
  readonly unit: Unit
  readonly gathering: Gathering
  /** In the order of their paths. */
  readonly files: readonly Gathered[]
  readonly doubled: ReturnType<typeof doubledIn>
  /** Of what would be handed in: it is confirmed with this. */
  readonly seal: string
}

export const getGathering =
  ({ campaigns, units, gatherings }: Pick<Needed, 'campaigns' | 'units' | 'gatherings'>) =>
  async (actor: Actor, id: GatheringId): Promise<Result<GatheringView>> => {
    const scope = scopeOf(actor, 'gather-essays')
    const gathering = await gatherings.find(scope, id)
    if (gathering === null) return refuse(problem('not-found'))
    const [campaign, unit, files] = await Promise.all([
      campaigns.find(gathering.campaign),
      units.find(scope, gathering.unit),
      gatherings.files(id),
    ])
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    return ok({ campaign, unit, gathering, files, doubled: doubledIn(files), seal: sealOf(files) })
  }

/** People by id, and the names of their units. */
export interface Cast {
  readonly people: ReadonlyMap<EnrolmentId, Enrolment>
  readonly units: ReadonlyMap<UnitCode, string>
}

/** Those whom some of the files may be of, and `others`, as far as the actor reaches them. */
export const getCast =
  ({ units, enrolmentLists }: Pick<Needed, 'units' | 'enrolmentLists'>) =>
  async (
    actor: Actor,
    { campaign }: Pick<GatheringView, 'campaign'>,
    files: readonly Pick<Gathered, 'enrolment' | 'match'>[],
    others: readonly EnrolmentId[] = [],
  ): Promise<Cast> => {
    const ids = files.flatMap(({ enrolment, match }) => [
      ...(enrolment === null ? [] : [enrolment]),
      ...match.candidates,
    ])
    const scope = scopeOf(actor, 'gather-essays')
    const found = await enrolmentLists.some(scope, campaign.code, [...new Set([...ids, ...others])])
    const named = await units.byCodes([...new Set(found.map(({ unit }) => unit))])
    return {
      people: new Map(found.map(one => [one.id, one])),
      units: new Map(named.map(({ code, name }) => [code, name])),
    }
  }
