/** What the demo's people do, decided before anything is sent, so that the system's numbers can be held against it. */

export interface Person {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly email: string | null
}

/** One hand-in: the topics that one file (or typed text) ticks. */
export interface HandIn {
  readonly person: Person
  readonly topics: readonly string[]
  readonly by: 'himself' | 'staff'
  readonly source: 'five' | 'two' | 'single' | 'typed'
  /** After the due date. */
  readonly afterDue: boolean
  /** Counts the files of one kind, so that each kind is used in turn. */
  readonly turn: number
}

export interface Plan {
  readonly handIns: readonly HandIn[]
  readonly exempt: readonly Person[]
}

/**
 * Of every ten people: two hand in nothing, three one file for all topics, one two topics in one file and nothing
 * more, three each topic by itself, one types two and leaves the rest. Every seventh comes after the due date,
 * every ninth through the staff, as do all who have no mail. Every sixtieth is exempt.
 */
export const planHandIns = (people: readonly Person[], topics: readonly string[]): Plan => {
  const exempt = people.filter((_, i) => i % 60 === 30)
  const handIns: HandIn[] = []
  const add = (person: Person, i: number, list: readonly string[], source: HandIn['source']): void => {
    handIns.push({
      person,
      topics: list,
      source,
      by: i % 9 === 0 || person.email === null ? 'staff' : 'himself',
      afterDue: i % 7 === 0,
      turn: handIns.length,
    })
  }
  people.forEach((person, i) => {
    if (exempt.includes(person)) return
    const kind = i % 10
    if (kind < 2) return
    if (kind < 5) add(person, i, topics, 'five')
    else if (kind === 5)
      add(
        person,
        i,
        [topics[0], topics[2]].filter(t => t !== undefined),
        'two',
      )
    else if (kind < 9) for (const topic of topics) add(person, i, [topic], 'single')
    else for (const topic of topics.slice(0, 2)) add(person, i, [topic], 'typed')
  })
  return { handIns, exempt }
}
