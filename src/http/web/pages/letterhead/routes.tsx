import { z } from 'zod'
import { saveLetterhead } from '../../../../commands/save-letterhead.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getLetterhead, type LetterheadView } from '../../../../queries/letterhead.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { letterheadPath } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import { letterheadForm, letterheadOf, type Typed, typedOf } from './form.ts'
import { LetterheadPage } from './view.tsx'
import { WORDS } from './words.ts'

const params = z.object({ c: campaignCode, unit: unitCode })

const show = (
  data: LetterheadView,
  {
    actor,
    params: { c },
    language,
    words,
    now,
    csrf,
  }: Pick<
    PageContext<typeof params, undefined, undefined>,
    'actor' | 'params' | 'language' | 'words' | 'now' | 'csrf'
  >,
  typed: Typed,
  problems: readonly Problem[],
): View => ({
  frame: deskFrame(actor, { code: c, name: data.unit.name }, 'reports', WORDS[language].title, words),
  problems,
  content: (
    <LetterheadPage
      data={data}
      campaign={c}
      typed={typed}
      problems={problems}
      csrf={csrf}
      now={now}
      language={language}
      words={WORDS[language]}
      shared={words}
    />
  ),
})

export const letterheadPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/don-vi/:unit/van-ban',
    access: ['staff', 'admin'],
    params,
    handle: async context =>
      mapResult(await getLetterhead(ports)(context.actor, context.params.unit), data =>
        show(data, context, typedOf(data.letterhead), []),
      ),
  }),
  page({
    method: 'post',
    path: '/dot/:c/don-vi/:unit/van-ban',
    access: ['staff', 'admin'],
    params,
    form: letterheadForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form: typed, now, language } = context
      const found = await getLetterhead(ports)(actor, params.unit)
      if (!found.ok) return found
      const told = letterheadOf(typed, WORDS[language])
      if (!told.ok) return ok(show(found.value, context, typed, told.problems))
      return mapResult(await saveLetterhead(ports)(actor, params.unit, told.value, now), () => ({
        redirect: letterheadPath(params.c, params.unit),
        flash: WORDS[language].saved,
      }))
    },
  }),
]
