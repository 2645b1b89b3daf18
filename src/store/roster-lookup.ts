import type { QueryFilter } from 'mongoose'
import type { Cadre, CadreId } from '../domain/cadre.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import { reachesUnit, type Scope } from '../domain/permission.ts'
import type { Known, Standing } from '../domain/roster/plan.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { PersonKeys } from '../ports/roster.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'

/** Values asked for at once. */
const CHUNK = 5000

const FIELDS = { campaign: 1, cadre: 1, person: 1, unit: 1, path: 1, posts: 1, venue: 1 } as const
type Found = Pick<EnrolmentDoc, '_id' | keyof typeof FIELDS>

const inChunks = async <V, T>(
  values: readonly V[],
  find: (chunk: readonly V[]) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const all: T[] = []
  for (let at = 0; at < values.length; at += CHUNK) all.push(...(await find(values.slice(at, at + CHUNK))))
  return all
}

const standingOf = ({ _id, campaign: _campaign, ...rest }: Found): Standing => ({ ...rest, id: _id })

/** `RosterStore.known`: see there. */
export const lookUp =
  ({ cadres, enrolments, campaigns }: Models) =>
  async (
    scope: Scope,
    campaign: CampaignCode,
    unit: UnitCode,
    { staffCodes, emails, phones }: PersonKeys,
  ): Promise<readonly Known[]> => {
    const find = async (filter: QueryFilter<EnrolmentDoc>) => enrolments.find(filter, FIELDS).lean<Found[]>()
    const sharing = async (key: 'staffCode' | 'email' | 'phone', values: readonly string[]) =>
      inChunks(values, async chunk => (await cadres.find({ [key]: { $in: chunk } }).lean()).map(withId))

    const codes = await campaigns.distinct('_id')
    const people = new Map<CadreId, Cadre>()
    for (const found of [
      await sharing('staffCode', staffCodes),
      await sharing('email', emails),
      await sharing('phone', phones),
    ])
      for (const cadre of found) people.set(cadre.id, cadre)

    const places = new Map<CadreId, Found[]>()
    const note = (found: readonly Found[]) => {
      for (const enrolment of found) {
        const { cadre, campaign } = enrolment
        const list = places.get(cadre)
        if (list === undefined) places.set(cadre, [enrolment])
        else if (!list.some(place => place.campaign === campaign)) list.push(enrolment)
      }
    }
    // With the campaigns named, the index on campaign and path serves.
    note(await find({ campaign: { $in: codes }, path: unit }))
    const unplaced = [...new Set([...people.keys(), ...places.keys()])].filter(
      cadre => !places.get(cadre)?.some(place => place.campaign === campaign),
    )
    note(await inChunks(unplaced, async chunk => find({ cadre: { $in: [...chunk] } })))

    const knownOf = (cadre: CadreId): readonly Known[] => {
      const own = places.get(cadre) ?? []
      const here = own.find(place => place.campaign === campaign)
      const doc = people.get(cadre)
      const person = here?.person ?? doc ?? own.at(-1)?.person
      if (person === undefined) return []
      return [
        {
          cadre,
          person,
          standing: here === undefined ? null : standingOf(here),
          units: [...new Set(own.map(place => place.unit))],
          isVisible: own.some(place => reachesUnit(scope, place.path)),
        },
      ]
    }
    return [...new Set([...people.keys(), ...places.keys()])].sort().flatMap(knownOf)
  }
