import { z } from 'zod'
import { changeUnit } from '../../../../commands/change-unit.ts'
import { createUnit } from '../../../../commands/create-unit.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getUnit, type UnitView } from '../../../../queries/unit-admin.ts'
import { unitCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { WORDS as TABLE_WORDS } from '../admin-units/words.ts'
import { NO_UNIT, readUnit, type TypedUnit, typedOf, unitForm } from './form.tsx'
import { AddUnit, UnitPage } from './view.tsx'
import { WORDS } from './words.ts'

type Shown = Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'csrf' | 'now'>

const params = z.object({ u: unitCode })
const PATH = `${adminPath('units')}/:u`

const show = (
  { language, words, csrf, now }: Shown,
  data: UnitView,
  typed: TypedUnit,
  problems: readonly Problem[],
): View => ({
  frame: adminFrame('units', data.unit.name, words),
  problems,
  content: (
    <UnitPage
      {...{ data, typed, problems, csrf, now, language }}
      words={WORDS[language]}
      tableWords={TABLE_WORDS[language]}
      shared={words}
    />
  ),
})

const showAdding = (
  { language, words, csrf }: Shown,
  data: UnitView,
  typed: TypedUnit,
  problems: readonly Problem[],
): View => ({
  frame: { ...adminFrame('units', WORDS[language].addTitle(data.unit.name), words), isNarrow: true },
  problems,
  content: <AddUnit {...{ data, typed, problems, csrf, language }} words={WORDS[language]} shared={words} />,
})

export const adminUnitPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: PATH,
    access: ['admin'],
    params,
    handle: async context =>
      mapResult(await getUnit(ports)(context.actor, context.params.u), data =>
        show(context, data, typedOf(data.unit), []),
      ),
  }),
  page({
    method: 'post',
    path: PATH,
    access: ['admin'],
    params,
    form: unitForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form, now, language } = context
      const found = await getUnit(ports)(actor, params.u)
      if (!found.ok) return found
      const read = readUnit(form, WORDS[language])
      const changed = read.ok ? await changeUnit(ports)(actor, params.u, read.value, now) : read
      if (!changed.ok) return ok(show(context, found.value, form, changed.problems))
      return ok({ redirect: adminPath('units', params.u), flash: WORDS[language].saved })
    },
  }),
  page({
    method: 'get',
    path: `${PATH}/them`,
    access: ['admin'],
    params,
    handle: async context =>
      mapResult(await getUnit(ports)(context.actor, context.params.u), data =>
        showAdding(context, data, NO_UNIT, []),
      ),
  }),
  page({
    method: 'post',
    path: `${PATH}/them`,
    access: ['admin'],
    params,
    form: unitForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form, now, language } = context
      const found = await getUnit(ports)(actor, params.u)
      if (!found.ok) return found
      const read = readUnit(form, WORDS[language])
      const made = read.ok ? await createUnit(ports)(actor, { ...read.value, parent: params.u }, now) : read
      if (!made.ok) return ok(showAdding(context, found.value, form, made.problems))
      return ok({ redirect: adminPath('units', made.value.code), flash: WORDS[language].added })
    },
  }),
]
