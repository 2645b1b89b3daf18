import type { Campaign } from '../domain/campaign.ts'
import type { Entry } from './entries.ts'

/** Everything that the numbers of a report are told from, one line a person: the same lines, the same report. */
export function* entryLines(
  { topics }: Pick<Campaign, 'topics'>,
  entries: readonly Entry[],
): Generator<string> {
  for (const { enrolment, unit, standing } of entries) {
    const essays = topics.flatMap(({ code }) => {
      const head = standing.heads[code]
      const version = standing.versions[code]
      return head === undefined
        ? []
        : [
            [
              code,
              head.state,
              head.version,
              head.submittedAt.toISOString(),
              head.late,
              version?.receipt ?? null,
            ],
          ]
    })
    yield `${JSON.stringify([enrolment.id, unit.code, enrolment.person.name, standing.exemptFor, essays])}\n`
  }
}
