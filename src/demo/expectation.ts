import type { HandIn, Person, Plan } from './plan.ts'

/** What the system must say once the plan was carried out: counted here by itself, in essays where not said otherwise. */
export interface Expectation {
  /** In people, like exempt, complete, partial, nothing and owing. */
  readonly people: number
  readonly exempt: number
  readonly expected: number
  readonly submitted: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
  readonly complete: number
  readonly partial: number
  readonly nothing: number
  readonly owing: readonly Person[]
}

export const expectationOf = (
  people: readonly Person[],
  topics: number,
  { handIns, exempt }: Plan,
  isLate: (handIn: HandIn) => boolean,
): Expectation => {
  const received = new Map<string, number>()
  let [onTime, late] = [0, 0]
  for (const handIn of handIns) {
    received.set(handIn.person.id, (received.get(handIn.person.id) ?? 0) + handIn.topics.length)
    if (isLate(handIn)) late += handIn.topics.length
    else onTime += handIn.topics.length
  }
  const writing = people.filter(person => !exempt.includes(person))
  const has = (person: Person): number => received.get(person.id) ?? 0
  const expected = writing.length * topics
  return {
    people: people.length,
    exempt: exempt.length,
    expected,
    submitted: onTime + late,
    onTime,
    late,
    missing: expected - onTime - late,
    complete: writing.filter(person => has(person) === topics).length,
    partial: writing.filter(person => has(person) > 0 && has(person) < topics).length,
    nothing: writing.filter(person => has(person) === 0).length,
    owing: writing.filter(person => has(person) < topics),
  }
}
