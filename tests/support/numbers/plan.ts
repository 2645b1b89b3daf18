import type { Unit, UnitKind } from '../../../src/domain/unit.ts'
import type { PlainCampaign, PlainPerson } from './model.ts'
import type { Chance } from './random.ts'

/** One thing that happens; people and extensions are told by their place in the plan. */
export type Step = { readonly at: Date } & (
  | { readonly do: 'submit'; readonly person: number; readonly topics: readonly string[] }
  | {
      readonly do: 'paper'
      readonly person: number
      readonly topics: readonly string[]
      readonly receivedAt: Date
    }
  | { readonly do: 'withdraw'; readonly person: number; readonly topic: string }
  | {
      readonly do: 'judge'
      readonly person: number
      readonly topic: string
      readonly verdict: 'accepted' | 'returned'
      readonly dueAt: Date | null
    }
  | { readonly do: 'exempt' | 'end-exemption'; readonly person: number }
  | {
      readonly do: 'extend'
      readonly person: number | null
      readonly unit: string | null
      readonly dueAt: Date
    }
)

/** A random campaign: who is in it, what happens, and how everybody stands after it. */
export interface Plan {
  readonly code: string
  readonly campaign: PlainCampaign & {
    readonly requiredTopics: 'all' | number
    readonly opensAt: Date
    readonly dueAt: Date
    readonly closesAt: Date
  }
  /** The province first. */
  readonly units: readonly Unit[]
  readonly people: readonly (PlainPerson & { readonly unit: Unit })[]
  readonly steps: readonly Step[]
}

const HOUR = 3_600_000
const GRACE = 300_000
const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR)

const unitBelow = (parent: Unit | null, code: string, name: string, kind: UnitKind): Unit => ({
  ...{ code, name, kind, parent: parent?.code ?? 'tld' },
  path: [...(parent?.path ?? ['tld']), code],
  ...{ validFrom: null, validTo: null, predecessors: [], aliases: [] },
})

/** A province, unions below it, and some more below those. */
const randomUnits = (chance: Chance, code: string): readonly Unit[] => {
  const province = unitBelow(null, code, `Tỉnh ${code}`, 'province')
  const below = Array.from({ length: chance.between(1, 4) }, (_, n) => {
    const superior = unitBelow(province, `${code}-${n}`, `Huyện ${code}-${n}`, 'superior')
    const grassroots = Array.from({ length: chance.between(0, 2) }, (__, m) =>
      unitBelow(superior, `${code}-${n}-${m}`, `Cơ sở ${code}-${n}-${m}`, 'grassroots'),
    )
    return [superior, ...grassroots]
  })
  return [province, ...below.flat()]
}

/** `end`: the moment at which the numbers are looked at. */
export const randomPlan = (chance: Chance, code: string, end: Date): Plan => {
  const units = randomUnits(chance, code)
  const nameOf = (unit: string): string => units.find(one => one.code === unit)!.name
  const topics = Array.from({ length: chance.between(1, 5) }, (_, n) => `CD${n + 1}`)
  const requiredTopics = chance.pick<'all' | number>(['all', 'all', chance.between(1, topics.length)])
  const opensAt = new Date('2018-12-06T01:00:00Z')
  const campaign = {
    ...{ topics, requiredTopics, opensAt },
    enough: requiredTopics === 'all' ? topics.length : requiredTopics,
    dueAt: later(opensAt, 24 * chance.between(3, 12)),
    closesAt: later(end, 24 * 7),
  }
  const people = Array.from({ length: chance.between(3, 14) }, (_, n) => {
    const unit = chance.pick(units)
    return {
      ...{ name: `Nguyễn Văn ${code} ${n}`, unit, units: unit.path.slice(1).map(nameOf) },
      ...{ isExempt: false, topics: new Map() },
    }
  })
  const extensions: { readonly person: number | null; readonly unit: string | null; readonly dueAt: Date }[] =
    []
  let handIn = 0

  const dueOf = (index: number): Date =>
    new Date(
      Math.max(
        campaign.dueAt.getTime(),
        ...extensions
          .filter(({ person, unit }) =>
            person === null ? people[index]!.unit.path.includes(unit ?? '') : person === index,
          )
          .map(({ dueAt }) => dueAt.getTime()),
      ),
    )
  const isLate = (index: number, at: Date): boolean => at.getTime() > dueOf(index).getTime() + GRACE

  const give = (index: number, codes: readonly string[], at: Date, isPaper: boolean): void => {
    handIn += 1
    for (const topic of codes)
      people[index]!.topics.set(topic, {
        ...{ counts: true, accepted: false, late: isLate(index, at), at, handIn, isPaper },
      })
  }

  const extend = (at: Date): Step => {
    // Later than any before it: never refused.
    const last = Math.max(campaign.dueAt.getTime(), at.getTime(), ...extensions.map(e => e.dueAt.getTime()))
    const dueAt = later(new Date(last), chance.between(1, 30))
    const isForUnit = chance.between(0, 1) === 0
    const extension = {
      person: isForUnit ? null : chance.between(0, people.length - 1),
      unit: isForUnit ? chance.pick(units).code : null,
      dueAt,
    }
    extensions.push(extension)
    return { do: 'extend', at, ...extension }
  }

  const judge = (index: number, topic: string, at: Date): Step => {
    const verdict = chance.pick(['accepted', 'returned'] as const)
    const needsDate = verdict === 'returned' && dueOf(index) <= at
    const dueAt = needsDate ? later(at, chance.between(1, 100)) : null
    if (dueAt !== null) extensions.push({ person: index, unit: null, dueAt })
    const before = people[index]!.topics.get(topic)!
    people[index]!.topics.set(topic, {
      ...before,
      counts: verdict === 'accepted',
      accepted: verdict === 'accepted',
    })
    return { do: 'judge', at, person: index, topic, verdict, dueAt }
  }

  /** What may happen to somebody, or nothing where chance asks for what cannot be. */
  const stepFor = (index: number, at: Date): Step | null => {
    const person = people[index]!
    if (chance.between(1, 8) === 1) {
      person.isExempt = !person.isExempt
      return { do: person.isExempt ? 'exempt' : 'end-exemption', at, person: index }
    }
    if (person.isExempt) return null
    if (chance.between(1, 6) === 1) return extend(at)
    const standing = [...person.topics].filter(([, topic]) => topic.counts && !topic.accepted)
    if (standing.length > 0 && chance.between(1, 3) === 1) {
      const [topic, essay] = chance.pick(standing)
      if (chance.between(1, 2) === 1 || isLate(index, at)) return judge(index, topic, at)
      person.topics.set(topic, { ...essay, counts: false })
      return { do: 'withdraw', at, person: index, topic }
    }
    const open = topics.filter(code => person.topics.get(code)?.accepted !== true)
    const chosen = chance.some(open)
    if (chosen.length === 0) return null
    if (chance.between(1, 4) > 1) {
      give(index, chosen, at, false)
      return { do: 'submit', at, person: index, topics: chosen }
    }
    const receivedAt = new Date(Math.max(opensAt.getTime(), at.getTime() - chance.between(0, 48) * HOUR))
    give(index, chosen, receivedAt, true)
    return { do: 'paper', at, person: index, topics: chosen, receivedAt }
  }

  const steps: Step[] = []
  for (let at = later(opensAt, 1); at < end; at = later(at, chance.between(1, 16))) {
    const step = stepFor(chance.between(0, people.length - 1), at)
    if (step !== null) steps.push(step)
  }
  return { code, campaign, units, people, steps }
}
