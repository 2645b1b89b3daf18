import { z } from 'zod'
import { grantExtension } from '../../../../commands/grant-extension.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import { onDay } from '../../../../domain/time.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getProgress } from '../../../../queries/progress.ts'
import { getUnitChoice } from '../../../../queries/unit-choice.ts'
import { unitCode } from '../../../../wire/campaign.ts'
import { issuesOf } from '../../../mount.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect, type View } from '../../page.ts'
import { momentIn } from '../../parts/moment.tsx'
import { reasonOf } from '../../parts/reason.tsx'
import { extensionsPath } from '../../paths.ts'
import { GrantForm } from './forms.tsx'
import { ACCESS, type Context, framed, params, query, typedText } from './frame.ts'
import { type ExtensionsWords, WORDS } from './words.ts'

const grantOf = (words: ExtensionsWords) =>
  z.object({
    dueAt: z.iso.date(words.dateWrong),
    closesAt: z.union([z.literal(''), z.iso.date(words.dateWrong)]),
    reason: reasonOf(words),
  })

/** Moving the dates of a unit and all below it, on a page that says of how many people. */
export const grantPages = (ports: Ports): readonly Route[] => {
  const grantForm = async (
    context: Context,
    unit: string | undefined,
    typed: { dueAt: string; closesAt: string; reason: string },
    problems: readonly Problem[],
  ): Promise<Result<View>> => {
    const { actor, params, csrf, language, words: shared } = context
    const choice = await getUnitChoice(ports)(actor, 'grant-extension', { campaign: params.c, unit })
    if (!choice.ok) return choice
    const asked = { campaign: params.c, unit: choice.value.unit.code }
    return mapResult(await getProgress(ports)(actor, asked), data => ({
      ...framed(context, WORDS[language].grantTitle, data.campaign.name, problems),
      content: <GrantForm {...{ data, typed, problems, csrf, language, shared }} words={WORDS[language]} />,
    }))
  }
  return [
    page({
      method: 'get',
      path: '/dot/:c/gia-han/don-vi',
      access: ACCESS,
      params,
      query,
      handle: async context =>
        grantForm(context, context.query.unit, { dueAt: '', closesAt: '', reason: '' }, []),
    }),
    page({
      method: 'post',
      path: '/dot/:c/gia-han/don-vi',
      access: ACCESS,
      params,
      query: z.object({ unit: unitCode }),
      form: z.object({ dueAt: typedText(40), closesAt: typedText(40), reason: typedText(5000) }),
      handle: async (context): Promise<Result<View | Redirect>> => {
        const { actor, params, query, form, now, language, words: shared } = context
        const words = WORDS[language]
        const choice = await getUnitChoice(ports)(actor, 'grant-extension', {
          campaign: params.c,
          unit: query.unit,
        })
        if (!choice.ok) return choice
        const { campaign, unit } = choice.value
        const parsed = grantOf(words).safeParse(form)
        if (!parsed.success) return grantForm(context, unit.code, form, issuesOf(parsed.error, 'body'))
        const { dueAt, closesAt, reason } = parsed.data
        const granted = await grantExtension(ports)(
          actor,
          campaign.code,
          {
            unit: unit.code,
            dueAt: onDay(dueAt, campaign.dueAt),
            ...(closesAt === '' ? {} : { closesAt: onDay(closesAt, campaign.closesAt) }),
            reason,
          },
          now,
        )
        if (!granted.ok) return grantForm(context, unit.code, form, granted.problems)
        return ok({
          redirect: extensionsPath(campaign.code, unit.code),
          flash: words.unitGranted(unit.name, momentIn(granted.value.dueAt, shared)),
        })
      },
    }),
  ]
}
