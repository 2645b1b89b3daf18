import { z } from 'zod'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import { clean } from '../../../../domain/vietnamese.ts'
import { day } from '../../../../wire/unit.ts'
import type { ReorganiseWords } from './words.ts'

const PERSON = 'p.'
const CHILD = 'u.'

/** As sent: beside these fields, `p.<cadre>` and `u.<unit>` with the number of a part. */
export const splitForm = z
  .object({
    part: z
      .union([z.string().max(1000), z.array(z.string().max(1000)).max(20)])
      .default([])
      .transform(value => [value].flat()),
    lastDay: z.string().max(40).default(''),
    step: z.enum(['preview', 'confirm', 'edit']).optional().catch(undefined),
  })
  .catchall(z.unknown())

export interface TypedSplit {
  readonly parts: readonly string[]
  readonly lastDay: string
  readonly people: Readonly<Record<string, number>>
  readonly children: Readonly<Record<string, number>>
}

const numbersOf = (sent: Readonly<Record<string, unknown>>, prefix: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'string' && /^\d{1,2}$/.test(value)
        ? [[name.slice(prefix.length), Number(value)] as const]
        : [],
    ),
  )

export const typedSplit = ({
  part,
  lastDay,
  step: _step,
  ...rest
}: z.output<typeof splitForm>): TypedSplit => ({
  parts: part.map(clean).filter(name => name !== ''),
  lastDay,
  people: numbersOf(rest, PERSON),
  children: numbersOf(rest, CHILD),
})

export const personField = (cadre: string): string => `${PERSON}${cadre}`
export const childField = (unit: string): string => `${CHILD}${unit}`

/** All that was chosen, to send again; who goes to the first part is not said. */
export const entriesOf = ({ parts, lastDay, people, children }: TypedSplit) => [
  ...parts.map(name => ['part', name] as const),
  ['lastDay', lastDay] as const,
  ...Object.entries(people).flatMap(([id, part]) =>
    part === 0 ? [] : [[personField(id), String(part)] as const],
  ),
  ...Object.entries(children).flatMap(([code, part]) =>
    part === 0 ? [] : [[childField(code), String(part)] as const],
  ),
]

/** Names and a day that may be gone on with. */
export const checkNames = (typed: TypedSplit, words: ReorganiseWords): Result<TypedSplit> => {
  const problems: Problem[] = []
  if (new Set(typed.parts).size < 2 || new Set(typed.parts).size < typed.parts.length)
    problems.push(problem('input-not-valid', { reason: words.twoParts }, 'part'))
  if (!day.safeParse(typed.lastDay).success)
    problems.push(problem('input-not-valid', { reason: words.dayNeeded }, 'lastDay'))
  const [first, ...more] = problems
  return first === undefined ? ok(typed) : refuse(first, ...more)
}
