import { z } from 'zod'
import { MATCHED_BY } from '../../domain/gathered/match.ts'
import {
  GATHERED_STATES,
  GATHERING_STATES,
  type Gathered,
  type Gathering,
  isReady,
} from '../../domain/gathering.ts'
import { type Problem, sentence } from '../../domain/problems.ts'
import type { Cast, GatheringView } from '../../queries/gathering.ts'
import { isoTime } from './shapes.ts'

const failure = z.object({ code: z.string(), detail: z.string() })
const presentProblem = (why: Problem): z.input<typeof failure> => ({
  code: why.code,
  detail: sentence(why),
})

export const gatheringAnswer = z
  .object({
    id: z.string(),
    campaign: z.string(),
    unit: z.string(),
    state: z.enum(GATHERING_STATES).meta({
      description:
        'open: files come in and are looked at; queued, running: a worker unpacks an archive or hands in',
    }),
    by: z.string().meta({ description: 'Name of who began it' }),
    startedAt: isoTime,
    expiresAt: isoTime.meta({ description: 'Its files are kept until then' }),
    confirmedAt: isoTime.nullable().meta({ description: 'What the deadline is judged by' }),
    finishedAt: isoTime.nullable(),
    failure: failure.nullable(),
  })
  .meta({ id: 'Gathering' })

export const presentGathering = (gathering: Gathering): z.input<typeof gatheringAnswer> => ({
  id: gathering.id,
  campaign: gathering.campaign,
  unit: gathering.unit,
  state: gathering.state,
  by: gathering.by.name,
  startedAt: gathering.startedAt.toISOString(),
  expiresAt: gathering.expiresAt.toISOString(),
  confirmedAt: gathering.confirmedAt?.toISOString() ?? null,
  finishedAt: gathering.finishedAt?.toISOString() ?? null,
  failure: gathering.failure && presentProblem(gathering.failure),
})

const person = z.object({ enrolment: z.string(), name: z.string(), unit: z.string() })

const fileAnswer = z
  .object({
    id: z.string(),
    path: z
      .string()
      .meta({ description: 'As it lay in the folder or the archive; of several photos, the first' }),
    photos: z.int().meta({ description: 'Files that are its pages' }),
    size: z.int().meta({ description: 'In bytes, all pages together' }),
    state: z.enum(GATHERED_STATES),
    isReady: z.boolean().meta({ description: 'Would be handed in: person and topics are known' }),
    person: person.nullable().meta({ description: 'Whose it is taken to be' }),
    topics: z.array(z.string()),
    matchedBy: z
      .enum(MATCHED_BY)
      .nullable()
      .meta({ description: 'What its name told the person by; number: his place in the list, look twice' }),
    candidates: z.array(person).meta({ description: 'Who else it may be of' }),
    isTopicUnclear: z.boolean(),
    doubled: z.array(z.string()).meta({
      description: 'Topics that another file of the same person is about: the later becomes a new version',
    }),
    receipts: z.array(z.object({ topic: z.string(), code: z.string() })),
    problem: failure.nullable().meta({ description: 'Why it was refused' }),
  })
  .meta({ id: 'GatheredFile' })

export const gatheringViewAnswer = gatheringAnswer
  .extend({
    archives: z.array(
      z.object({
        name: z.string(),
        size: z.int(),
        state: z.enum(['waiting', 'unpacked', 'refused']),
        problem: failure.nullable(),
      }),
    ),
    files: z.array(fileAnswer),
    seal: z.string().meta({ description: 'Of what would be handed in: it is confirmed with this' }),
  })
  .meta({ id: 'GatheringView' })

const presentFile = (
  file: Gathered,
  { doubled }: Pick<GatheringView, 'doubled'>,
  { people, units }: Cast,
): z.input<typeof fileAnswer> => {
  const personOf = (id: string): z.input<typeof person>[] => {
    const found = people.get(id)
    return found === undefined
      ? []
      : [{ enrolment: id, name: found.person.name, unit: units.get(found.unit) ?? found.unit }]
  }
  return {
    id: file.id,
    path: file.path,
    photos: file.parts.length,
    size: file.parts.reduce((sum, { size }) => sum + size, 0),
    state: file.state,
    isReady: isReady(file),
    person: personOf(file.enrolment ?? '')[0] ?? null,
    topics: [...file.topics],
    matchedBy: file.match.by,
    candidates: file.match.candidates.filter(id => id !== file.enrolment).flatMap(personOf),
    isTopicUnclear: file.match.isTopicUnclear,
    doubled: [...(doubled.get(file.id) ?? [])],
    receipts: file.receipts.map(({ topic, code }) => ({ topic, code })),
    problem: file.problem && presentProblem(file.problem),
  }
}

export const presentGatheringView = (
  view: GatheringView,
  cast: Cast,
): z.input<typeof gatheringViewAnswer> => ({
  ...presentGathering(view.gathering),
  archives: view.gathering.archives.map(({ name, size, state, problem }) => ({
    name,
    size,
    state,
    problem: problem && presentProblem(problem),
  })),
  files: view.files.map(file => presentFile(file, view, cast)),
  seal: view.seal,
})
