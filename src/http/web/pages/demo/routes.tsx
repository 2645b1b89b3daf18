import { z } from 'zod'
import { enterDemo } from '../../../../commands/enter-demo.ts'
import { problem } from '../../../../domain/problems.ts'
import { ok, refuse } from '../../../../domain/result.ts'
import type { DemoHouse } from '../../../../ports/demo.ts'
import type { Ports } from '../../../../ports/index.ts'
import type { Route } from '../../../route.ts'
import { beginSession } from '../../../session.ts'
import { page } from '../../page.ts'
import { DEMO_PATH, DemoMails, DemoPage, MAILS_PATH } from './view.tsx'
import { WORDS } from './words.ts'

const MAILS = 30
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** There are none where there is no demonstration: not closed, but absent. */
export const demoPages = (ports: Ports, demo: DemoHouse | null): readonly Route[] =>
  demo === null
    ? []
    : [
        page({
          method: 'get',
          path: DEMO_PATH,
          access: 'public',
          handle: async ({ language }) =>
            ok({
              frame: { title: WORDS[language].title },
              content: <DemoPage words={WORDS[language]} mailFolder={demo.mailFolder} />,
            }),
        }),
        page({
          method: 'post',
          path: `${DEMO_PATH}/vao`,
          access: 'public',
          form: z.object({ login: z.string().max(200) }),
          handle: async ({ form, now, req }) => {
            // A page elsewhere whose name leads to this machine must not come in.
            if (!LOOPBACK.has(req.hostname)) return refuse(problem('not-found'))
            const entered = await enterDemo(ports)(form, now)
            if (!entered.ok) return entered
            await beginSession(req, entered.value.id)
            return ok({ redirect: '/' })
          },
        }),
        page({
          method: 'get',
          path: MAILS_PATH,
          access: 'public',
          handle: async ({ language }) =>
            ok({
              frame: { title: WORDS[language].mailsTitle, isNarrow: true },
              content: <DemoMails words={WORDS[language]} mails={await demo.latestMails(MAILS)} />,
            }),
        }),
      ]
