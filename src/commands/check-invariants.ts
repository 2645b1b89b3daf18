import type { Campaign } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { EssayFile, EssayVersion } from '../domain/essay.ts'
import { enrolmentFaults } from '../domain/integrity.ts'
import type { StoredFile } from '../ports/essay-files.ts'
import type { Ports } from '../ports/index.ts'

const BATCH = 500

type Needed = Pick<Ports, 'campaigns' | 'enrolments' | 'essays' | 'essayFiles' | 'transact'>

interface Person {
  readonly enrolment: Enrolment
  readonly versions: readonly EssayVersion[]
}

/** Goes through all people of a campaign with all they handed in, some at a time, each batch in one snapshot. */
async function* peopleOf(
  { enrolments, essays, transact }: Needed,
  campaign: Campaign,
): AsyncGenerator<Person> {
  let last: Enrolment['id'] | undefined = ''
  while (last !== undefined) {
    const after: Enrolment['id'] = last
    const batch: readonly Person[] = await transact(async tx => {
      const people = await enrolments.after(campaign.code, after, BATCH, tx)
      const ids = people.map(({ id }) => id)
      const versions = await essays.ofEnrolments(ids, tx)
      return people.map(enrolment => ({
        enrolment,
        versions: versions.filter(version => version.enrolment === enrolment.id),
      }))
    })
    yield* batch
    last = batch.at(-1)?.enrolment.id
  }
}

const fileFaults = (named: EssayFile, stored: StoredFile): readonly string[] => {
  const faults: string[] = []
  if (stored.length === null) faults.push('has chunks but no files document')
  else if (stored.length !== named.size)
    faults.push(`is ${stored.length} bytes long, its version says ${named.size}`)
  if (stored.bytes !== named.size || stored.chunks !== stored.expectedChunks)
    faults.push(`has ${stored.bytes} of ${named.size} bytes in ${stored.chunks} chunks`)
  if (stored.sha256 !== null && stored.sha256 !== named.sha256)
    faults.push('has another hash than its version')
  return faults.map(fault => `file ${named.id} (${named.name}) ${fault}`)
}

/**
 * Everything in which the stored essays contradict themselves, in sentences; none: an essay without its whole file is
 * nowhere, nor a file without its essay. `deep` reads every byte and hashes it again. May run while people hand in.
 */
export const checkInvariants =
  (ports: Needed) =>
  async ({ deep = false } = {}): Promise<readonly string[]> => {
    const { campaigns, essays, essayFiles } = ports
    const faults: string[] = []
    const named = new Map<string, EssayFile>()
    for (const campaign of await campaigns.all()) {
      for await (const { enrolment, versions } of peopleOf(ports, campaign)) {
        faults.push(...enrolmentFaults(campaign, enrolment, versions))
        for (const { file, bound } of versions) {
          if (file !== null) named.set(file.id, file)
          if (bound !== undefined) named.set(bound.id, bound)
        }
      }
    }

    // Files after versions: what a version of the first reading names must be there at the second, however many more come.
    const unnamed: string[] = []
    for await (const stored of essayFiles.inventory()) {
      const file = named.get(stored.id)
      if (file !== undefined) faults.push(...fileFaults(file, stored))
      else if (!stored.isUnderWay) unnamed.push(stored.id)
      if (file !== undefined && deep && (await essayFiles.hash(file.id)) !== file.sha256)
        faults.push(`file ${file.id} (${file.name}) has other bytes than were handed in`)
      named.delete(stored.id)
    }
    for (const file of named.values()) faults.push(`file ${file.id} (${file.name}) is missing`)

    const namedMeanwhile = await essays.filesNamed(unnamed)
    for (const id of unnamed)
      if (!namedMeanwhile.has(id)) faults.push(`file ${id} belongs to no version and to no upload`)
    for (const code of await essays.doubledReceipts()) faults.push(`receipt ${code} is on several versions`)
    for (const code of await essays.neverBound())
      faults.push(`version with receipt ${code} has photos that nobody will bind`)
    for (const code of await essays.strays()) faults.push(`version with receipt ${code} belongs to nobody`)
    return faults
  }
