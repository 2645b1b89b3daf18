import { z } from 'zod'
import { requestExtension } from '../../../../commands/request-extension.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import { onDay } from '../../../../domain/time.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getMyExtensionRequests, type MyRequestsView } from '../../../../queries/extension-requests.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { issuesOf } from '../../../mount.ts'
import type { Route } from '../../../route.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { reasonOf } from '../../parts/reason.tsx'
import { askExtensionPath } from '../my-essays/paths.ts'
import { AskExtension } from './view.tsx'
import { type AskExtensionWords, WORDS } from './words.ts'

const params = z.object({ c: campaignCode })
/** As typed: what is wrong with it is told in the form. */
const form = z.object({ dueAt: z.string().max(40), reason: z.string().max(5000) })
const askedFor = (words: AskExtensionWords) =>
  z.object({ dueAt: z.iso.date(words.dateNeeded), reason: reasonOf(words) })

type Typed = z.output<typeof form>

const show = (
  data: MyRequestsView,
  {
    language,
    words,
    now,
    csrf,
  }: Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'now' | 'csrf'>,
  typed: Typed,
  problems: readonly Problem[],
): View => ({
  frame: { title: WORDS[language].title, where: data.campaign.name, isNarrow: true },
  problems,
  content: (
    <AskExtension
      data={data}
      problems={problems}
      typed={typed}
      csrf={csrf}
      now={now}
      language={language}
      words={WORDS[language]}
      shared={words}
    />
  ),
})

export const askExtensionPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/gia-han',
    access: ['cadre'],
    params,
    handle: async context =>
      mapResult(await getMyExtensionRequests(ports)(context.actor, context.params.c), data =>
        show(data, context, { dueAt: '', reason: '' }, []),
      ),
  }),
  page({
    method: 'post',
    path: '/dot/:c/bai-cua-toi/gia-han',
    access: ['cadre'],
    params,
    form,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form: typed, now, language } = context
      const found = await getMyExtensionRequests(ports)(actor, params.c)
      if (!found.ok) return found
      const asked = askedFor(WORDS[language]).safeParse(typed)
      if (!asked.success) return ok(show(found.value, context, typed, issuesOf(asked.error, 'body')))
      // The day that was chosen, at the hour at which it is due now.
      const dueAt = onDay(asked.data.dueAt, found.value.deadline.dueAt)
      const request = await requestExtension(ports)(actor, params.c, { ...asked.data, dueAt }, now)
      if (!request.ok) return ok(show(found.value, context, typed, request.problems))
      return ok({ redirect: askExtensionPath(params.c), flash: WORDS[language].sent })
    },
  }),
]
