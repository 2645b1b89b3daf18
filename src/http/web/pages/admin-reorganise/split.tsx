import { z } from 'zod'
import { splitUnit } from '../../../../commands/split-unit.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import { hanoiDay } from '../../../../domain/time.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getSplitDesk, type SplitDesk } from '../../../../queries/split-desk.ts'
import { unitCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { numberIn } from '../../parts/figures.tsx'
import { peopleOf, ReorganisePreview } from './preview.tsx'
import { checkNames, entriesOf, splitForm, type TypedSplit, typedSplit } from './split-form.ts'
import { SplitAssign, SplitNames } from './split-view.tsx'
import { WORDS } from './words.ts'

const params = z.object({ u: unitCode })
const PATH = `${adminPath('units')}/:u/tach`

type Shown = Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'csrf'>

const show = (
  Part: typeof SplitNames,
  { language, words, csrf }: Shown,
  desk: SplitDesk,
  typed: TypedSplit,
  problems: readonly Problem[],
): View => ({
  frame: { ...adminFrame('units', WORDS[language].splitTitle(desk.unit.name), words), isNarrow: true },
  problems,
  content: <Part {...{ desk, typed, problems, csrf, language }} words={WORDS[language]} shared={words} />,
})

/** What is wrong with the units or the day is told where they were typed. */
const atNames = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map(one => (one.at === 'lastDay' ? one : { ...one, at: 'part' }))

export const splitPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: PATH,
    access: ['admin'],
    params,
    handle: async context => {
      const desk = await getSplitDesk(ports)(context.actor, context.params.u, context.now)
      if (!desk.ok) return desk
      const typed = { parts: [], lastDay: hanoiDay(context.now), people: {}, children: {} }
      return ok(show(SplitNames, context, desk.value, typed, []))
    },
  }),
  page({
    method: 'post',
    path: PATH,
    access: ['admin'],
    params,
    form: splitForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form, now, language, words: shared, csrf } = context
      const words = WORDS[language]
      const typed = typedSplit(form)
      const found = await getSplitDesk(ports)(actor, params.u, now)
      if (!found.ok) return found
      const desk = found.value
      const named = checkNames(typed, words)
      if (!named.ok) return ok(show(SplitNames, context, desk, typed, named.problems))
      const asked = {
        unit: params.u,
        parts: typed.parts.map(name => ({ name })),
        people: typed.people,
        children: typed.children,
        lastDay: typed.lastDay,
        isDryRun: form.step !== 'confirm',
      }
      const split = await splitUnit(ports)(actor, asked, now)
      if (!split.ok) return ok(show(SplitNames, context, desk, typed, atNames(split.problems)))
      if (form.step === undefined || form.step === 'edit')
        return ok(show(SplitAssign, context, desk, typed, []))
      if (form.step === 'confirm')
        return ok({ redirect: adminPath('units', params.u), flash: words.wasSplit })
      return ok({
        frame: { ...adminFrame('units', words.confirmSplit, shared), isNarrow: true },
        content: (
          <ReorganisePreview
            title={words.confirmSplit}
            outcome={split.value}
            button={words.split(numberIn(peopleOf(split.value), language))}
            action={adminPath('units', params.u, 'tach')}
            entries={entriesOf(typed)}
            {...{ csrf, language, words }}
          />
        ),
      })
    },
  }),
]
