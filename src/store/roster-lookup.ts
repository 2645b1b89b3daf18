import type { QueryFilter } from 'mongoose'
import type { Cadre, CadreId, Person } from '../domain/cadre.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { reachesUnit, type Scope } from '../domain/permission.ts'
import type { Known } from '../domain/roster/plan.ts'
import { isSame } from '../domain/same.ts'
import type { UnitCode } from '../domain/unit.ts'
import { nameKey } from '../domain/vietnamese.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'

/** People looked at, or read, at once: others want their turn in between. */
const CHUNK = 1000

const FIELDS = { campaign: 1, cadre: 1, person: 1, unit: 1, path: 1, posts: 1, venue: 1 } as const
type Found = Pick<Enrolment, 'id' | keyof typeof FIELDS>

const inChunks = async <V>(values: readonly V[], use: (chunk: V[]) => Promise<void>): Promise<void> => {
  for (let at = 0; at < values.length; at += CHUNK) await use(values.slice(at, at + CHUNK))
}

/** The first of what tells a person from others that he has: see `peopleIndex`. */
const firstKey = ({ staffCode, email, phone, name }: Person): string | null => {
  if (staffCode !== null) return `code ${staffCode}`
  if (email !== null) return `mail ${email}`
  return phone === null ? null : `phone ${phone} ${nameKey(name)}`
}

const keysOf = (person: Person): readonly string[] =>
  [person, { ...person, staffCode: null }, { ...person, staffCode: null, email: null }].flatMap(
    one => firstKey(one) ?? [],
  )

/** Enrolments by cadre. There may be tens of thousands: those of a unit share its path. */
const placesByCadre = ({ enrolments }: Models) => {
  const places = new Map<CadreId, Found[]>()
  const here = new Set<string>()
  const paths = new Map<UnitCode, Found['path']>()
  const note = (found: Found): void => {
    const { cadre, campaign, person, unit, path } = found
    const first = paths.get(unit) ?? path
    const shared = isSame(first, path) ? first : path
    paths.set(unit, first)
    const own = places.get(cadre) ?? []
    if (own.some(place => place.campaign === campaign)) return
    places.set(cadre, [...own, { ...found, path: shared }])
    for (const key of keysOf(person)) here.add(key)
  }
  return {
    places,
    /** What tells those apart who were found. */
    here,
    /** Adds those that a filter finds. */
    read: async (filter: QueryFilter<EnrolmentDoc>): Promise<void> => {
      for await (const found of enrolments.find(filter, FIELDS).lean().cursor({ batchSize: CHUNK }))
        note(withId(found))
    },
  }
}

/** `RosterStore.known`: see there. */
export const lookUp =
  (models: Models) =>
  async (
    scope: Scope,
    campaign: CampaignCode,
    unit: UnitCode,
    people: readonly Person[],
  ): Promise<readonly Known[]> => {
    const { cadres, campaigns } = models
    const { places, here, read } = placesByCadre(models)
    // With the campaigns named, the index on campaign and path serves.
    await read({ campaign: { $in: await campaigns.distinct('_id') }, path: unit })

    const documents = new Map<CadreId, Cadre>()
    await inChunks(people, async chunk => {
      const elsewhere = chunk.filter(person => !here.has(firstKey(person) ?? ''))
      for (const key of ['staffCode', 'email', 'phone'] as const) {
        const values = elsewhere.flatMap(person => person[key] ?? [])
        const found = values.length === 0 ? [] : await cadres.find({ [key]: { $in: values } }).lean()
        for (const cadre of found.map(withId)) documents.set(cadre.id, cadre)
      }
    })
    const ids = [...new Set([...documents.keys(), ...places.keys()])].sort()
    const unplaced = ids.filter(cadre => !places.get(cadre)?.some(place => place.campaign === campaign))
    await inChunks(unplaced, async chunk => {
      await read({ cadre: { $in: chunk } })
      // What stands in campaigns that were over by then does not have it.
      const own = await cadres.find({ _id: { $in: chunk }, ownEmail: { $exists: true } }).lean()
      for (const cadre of own.map(withId)) documents.set(cadre.id, cadre)
    })

    return ids.flatMap(cadre => {
      const own = places.get(cadre) ?? []
      const place = own.find(one => one.campaign === campaign)
      const person = place?.person ?? documents.get(cadre) ?? own.at(-1)?.person
      if (person === undefined) return []
      return [
        {
          cadre,
          person,
          standing: place ?? null,
          units: [...new Set(own.map(one => one.unit))],
          isVisible: own.some(one => reachesUnit(scope, one.path)),
        },
      ]
    })
  }
