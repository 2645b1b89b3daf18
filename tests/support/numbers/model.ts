/**
 * What the numbers of a campaign have to be, told again in the simplest words and from nothing of `src`: people, their
 * topics, what is expected of each, and sums.
 */

export interface PlainTopic {
  /** Handed in, and neither withdrawn nor returned since. */
  readonly counts: boolean
  readonly accepted: boolean
  readonly late: boolean
  readonly at: Date
  /** Which hand-in brought it; those of one file or one paper share it. */
  readonly handIn: number
  readonly isPaper: boolean
}

export interface PlainPerson {
  readonly name: string
  /** Names of units from the province down to his own. */
  readonly units: readonly string[]
  isExempt: boolean
  readonly topics: Map<string, PlainTopic>
}

export interface PlainCampaign {
  readonly topics: readonly string[]
  /** How many of them are enough. */
  readonly enough: number
}

/** In the order of the columns of every table by unit: two of people, five of essays, the share. */
export const COLUMNS = [
  'people',
  'exempt',
  'expected',
  'submitted',
  'onTime',
  'late',
  'missing',
  'percent',
] as const
export type Line = readonly number[]

export const received = ({ topics }: PlainPerson): readonly PlainTopic[] =>
  [...topics.values()].filter(topic => topic.counts)

const owedBy = ({ enough }: PlainCampaign, person: PlainPerson) => {
  if (person.isExempt) return { expected: 0, onTime: 0, late: 0 }
  const inTime = received(person).filter(topic => !topic.late).length
  const onTime = Math.min(enough, inTime)
  return { expected: enough, onTime, late: Math.min(enough - onTime, received(person).length - inTime) }
}

/** How many essays somebody still owes. */
export const missingOf = (campaign: PlainCampaign, person: PlainPerson): number => {
  const { expected, onTime, late } = owedBy(campaign, person)
  return expected - onTime - late
}

/** Which topics he may still write on. */
export const openTopics = (campaign: PlainCampaign, person: PlainPerson): readonly string[] =>
  missingOf(campaign, person) === 0
    ? []
    : campaign.topics.filter(code => person.topics.get(code)?.counts !== true)

const share = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10

export const lineOf = (campaign: PlainCampaign, people: readonly PlainPerson[]): Line => {
  const owed = people.map(person => owedBy(campaign, person))
  const expected = owed.reduce((sum, one) => sum + one.expected, 0)
  const onTime = owed.reduce((sum, one) => sum + one.onTime, 0)
  const late = owed.reduce((sum, one) => sum + one.late, 0)
  const exempt = people.filter(person => person.isExempt).length
  const submitted = onTime + late
  return [
    ...[people.length, exempt, expected, submitted, onTime, late],
    ...[expected - submitted, share(submitted, expected)],
  ]
}

/** How many people are in each state of the lists. */
export const statesOf = (campaign: PlainCampaign, people: readonly PlainPerson[]) => {
  const writing = people.filter(person => !person.isExempt)
  const missing = (person: PlainPerson) => missingOf(campaign, person)
  const count = (is: (person: PlainPerson) => boolean) => writing.filter(is).length
  return {
    exempt: people.length - writing.length,
    complete: count(person => missing(person) === 0),
    partial: count(person => missing(person) > 0 && missing(person) < campaign.enough),
    nothing: count(person => missing(person) === campaign.enough),
    missing: count(person => missing(person) > 0),
    late: count(person => owedBy(campaign, person).late > 0),
  }
}

/** Of each topic: received, on time, late, owed. */
export const topicLines = (campaign: PlainCampaign, people: readonly PlainPerson[]): readonly Line[] =>
  campaign.topics.map(code => {
    const writing = people.filter(person => !person.isExempt)
    const essays = writing.flatMap(person => {
      const topic = person.topics.get(code)
      return topic?.counts === true ? [topic] : []
    })
    const late = essays.filter(topic => topic.late).length
    const owed = writing.filter(person => openTopics(campaign, person).includes(code)).length
    return [essays.length, essays.length - late, late, owed]
  })

/** The lines of a table by unit: those directly in it, each unit below it, all; only where somebody is. */
export const unitLines = (
  campaign: PlainCampaign,
  people: readonly PlainPerson[],
  unit: string,
): ReadonlyMap<string, Line> => {
  const within = people.filter(person => person.units.includes(unit))
  const nextBelow = ({ units }: PlainPerson): string => units[units.indexOf(unit) + 1] ?? unit
  const names = [...new Set(within.map(nextBelow))]
  return new Map([
    ...names.map(
      name =>
        [
          name,
          lineOf(
            campaign,
            within.filter(person => nextBelow(person) === name),
          ),
        ] as const,
    ),
    ['', lineOf(campaign, within)],
  ])
}
