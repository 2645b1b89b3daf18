import { z } from 'zod'
import { type TestedMail, testMail } from '../../../../commands/test-mail.ts'
import type { Actor } from '../../../../domain/permission.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getMailsToday } from '../../../../queries/mails-today.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { type PageContext, page, type View } from '../../page.ts'
import { MailPage } from './view.tsx'
import { WORDS } from './words.ts'

type Shown = Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'csrf' | 'now'>

const show =
  (ports: Ports) =>
  async (
    actor: Actor,
    { language, words, csrf, now }: Shown,
    typed: string,
    outcome: TestedMail | null,
    problems: readonly Problem[],
  ): Promise<Result<View>> => {
    return mapResult(await getMailsToday(ports)(actor, now), today => ({
      frame: { ...adminFrame('mail', WORDS[language].title, words), isNarrow: true },
      problems,
      content: (
        <MailPage
          {...{ today, typed, outcome, problems, csrf, language }}
          words={WORDS[language]}
          shared={words}
        />
      ),
    }))
  }

export const adminMailPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('mail'),
    access: ['admin'],
    handle: async context => show(ports)(context.actor, context, '', null, []),
  }),
  page({
    // Answers at once, with what the server said: a test is no harm when it is sent again.
    method: 'post',
    path: adminPath('mail'),
    access: ['admin'],
    form: z.object({ to: z.string().max(300) }),
    handle: async context => {
      const { actor, form, now } = context
      const tested = await testMail(ports)(actor, form, now)
      return tested.ok
        ? show(ports)(actor, context, form.to, tested.value, [])
        : show(ports)(actor, context, form.to, null, tested.problems)
    },
  }),
]
