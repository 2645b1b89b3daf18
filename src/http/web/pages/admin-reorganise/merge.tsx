import { z } from 'zod'
import { mergeUnits } from '../../../../commands/merge-units.ts'
import type { Actor } from '../../../../domain/permission.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import type { Successor } from '../../../../domain/reorganisation.ts'
import { mapResult, ok, type Result, refuse } from '../../../../domain/result.ts'
import { hanoiDay } from '../../../../domain/time.ts'
import type { Unit, UnitCode } from '../../../../domain/unit.ts'
import { clean } from '../../../../domain/vietnamese.ts'
import type { Ports } from '../../../../ports/index.ts'
import { namedUnits } from '../../../../queries/named-units.ts'
import { getUnit, type UnitView } from '../../../../queries/unit-admin.ts'
import { unitCode } from '../../../../wire/campaign.ts'
import { day } from '../../../../wire/unit.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { Back } from '../../parts/back.tsx'
import { DayField, InputField } from '../../parts/fields.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { UnitBoxes } from '../../parts/unit-boxes.tsx'
import { peopleOf, ReorganisePreview } from './preview.tsx'
import { type ReorganiseWords, WORDS } from './words.ts'

const params = z.object({ u: unitCode })
const PATH = `${adminPath('units')}/:u/nhap`

const form = z.object({
  others: z
    .union([z.string().max(300), z.array(z.string().max(300)).max(50)])
    .default([])
    .transform(value => [value].flat()),
  successor: z.string().max(300).default(''),
  newName: z.string().max(1000).default(''),
  lastDay: z.string().max(40).default(''),
  step: z.enum(['confirm', 'edit']).optional().catch(undefined),
})
type Typed = Omit<z.output<typeof form>, 'step'>
type Shown = Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'csrf'>

/** What is at an index of the command's list is at the form's one field. */
const atField = (found: readonly Problem[]): readonly Problem[] =>
  found.map(one => {
    if (one.at?.startsWith('successors/') === true) return { ...one, at: 'successor' }
    return one.at?.startsWith('units/') === true ? { ...one, at: 'others' } : one
  })

interface Asked {
  readonly units: readonly UnitCode[]
  readonly successor: Successor
  readonly lastDay: string
}

const read =
  (ports: Ports) =>
  async (
    actor: Actor,
    code: UnitCode,
    typed: Typed,
    now: Date,
    words: ReorganiseWords,
  ): Promise<Result<Asked>> => {
    const others = await namedUnits(ports)(actor, filled(typed.others), 'others', now)
    const into = await namedUnits(ports)(actor, filled([typed.successor]), 'successor', now)
    const name = clean(typed.newName)
    const problems = [others, into].flatMap(found => (found.ok ? [] : found.problems))
    const existing = into.ok ? into.value[0] : undefined
    if (into.ok && (existing === undefined) === (name === ''))
      problems.push(problem('input-not-valid', { reason: words.oneSuccessor }, 'successor'))
    if (!day.safeParse(typed.lastDay).success)
      problems.push(problem('input-not-valid', { reason: words.dayNeeded }, 'lastDay'))
    const [first, ...more] = problems
    if (first !== undefined) return refuse(first, ...more)
    return ok({
      units: [code, ...(others.ok ? others.value.map(unit => unit.code) : [])],
      successor: existing === undefined ? { name } : { code: existing.code },
      lastDay: typed.lastDay,
    })
  }

const MergeForm = ({
  unit,
  siblings,
  typed,
  problems,
  csrf,
  language,
  words,
  shared,
}: {
  readonly unit: Unit
  readonly siblings: readonly Unit[]
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly language: Shown['language']
  readonly words: ReorganiseWords
  readonly shared: Shown['words']
}) => {
  const common = { problems, language }
  return (
    <>
      <Back href={adminPath('units', unit.code)} label={unit.name} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.mergeTitle(unit.name)}</h1>
      <p>{words.mergeLead}</p>
      <Form action={adminPath('units', unit.code, 'nhap')} csrf={csrf}>
        <UnitBoxes
          {...common}
          name="others"
          label={words.others}
          hint={words.othersHint}
          another={words.another}
          typed={typed.others}
          choices={siblings}
        />
        <InputField
          {...common}
          name="successor"
          label={words.successor}
          hint={words.successorHint}
          list="unit-names"
          value={typed.successor}
        />
        <InputField
          {...common}
          name="newName"
          label={words.newName}
          hint={words.newNameHint}
          value={typed.newName}
        />
        <DayField
          {...common}
          name="lastDay"
          label={words.lastDay}
          hint={words.lastDayHint}
          value={typed.lastDay}
        />
        <div class="row actions">
          <button type="submit" class="button">
            {words.preview}
          </button>
        </div>
      </Form>
    </>
  )
}

const show =
  (ports: Ports) =>
  async (
    { language, words, csrf }: Shown,
    { unit }: UnitView,
    typed: Typed,
    problems: readonly Problem[],
  ): Promise<View> => {
    const siblings = unit.parent === null ? [] : await ports.units.children(unit.parent)
    return {
      frame: { ...adminFrame('units', WORDS[language].mergeTitle(unit.name), words), isNarrow: true },
      problems,
      content: (
        <MergeForm
          {...{ unit, typed, problems, csrf, language }}
          siblings={siblings.filter(({ code, validTo }) => code !== unit.code && validTo === null)}
          words={WORDS[language]}
          shared={words}
        />
      ),
    }
  }

const filled = (texts: readonly string[]) => texts.map(text => text.trim()).filter(text => text !== '')

export const mergePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: PATH,
    access: ['admin'],
    params,
    handle: async context => {
      const found = await getUnit(ports)(context.actor, context.params.u)
      if (!found.ok) return found
      const typed = { others: [], successor: '', newName: '', lastDay: hanoiDay(context.now) }
      return ok(await show(ports)(context, found.value, typed, []))
    },
  }),
  page({
    method: 'post',
    path: PATH,
    access: ['admin'],
    params,
    form,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, now, language, words: shared, csrf } = context
      const { step, ...typed } = context.form
      const words = WORDS[language]
      const found = await getUnit(ports)(actor, params.u)
      if (!found.ok) return found
      if (step === 'edit') return ok(await show(ports)(context, found.value, typed, []))
      const asked = await read(ports)(actor, params.u, typed, now, words)
      const isDryRun = step !== 'confirm'
      const merged = asked.ok ? await mergeUnits(ports)(actor, { ...asked.value, isDryRun }, now) : asked
      if (!merged.ok) return ok(await show(ports)(context, found.value, typed, atField(merged.problems)))
      if (!isDryRun)
        return mapResult(merged, ({ successors: [successor] }) => ({
          redirect: adminPath('units', successor?.unit.code ?? params.u),
          flash: words.merged,
        }))
      return ok({
        frame: { ...adminFrame('units', words.confirmMerge, shared), isNarrow: true },
        content: (
          <ReorganisePreview
            title={words.confirmMerge}
            outcome={merged.value}
            button={words.merge(numberIn(peopleOf(merged.value), language))}
            action={adminPath('units', params.u, 'nhap')}
            entries={[
              ...typed.others.map(text => ['others', text] as const),
              ['successor', typed.successor],
              ['newName', typed.newName],
              ['lastDay', typed.lastDay],
            ]}
            {...{ csrf, language, words }}
          />
        ),
      })
    },
  }),
]
