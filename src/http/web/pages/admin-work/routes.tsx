import { z } from 'zod'
import { retryJob } from '../../../../commands/retry-job.ts'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getWork } from '../../../../queries/work.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { page } from '../../page.ts'
import { WorkPage } from './view.tsx'
import { WORDS } from './words.ts'

export const adminWorkPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('work'),
    access: ['admin'],
    handle: async ({ actor, now, csrf, language, words }) =>
      mapResult(await getWork(ports)(actor, now), data => ({
        frame: adminFrame('work', WORDS[language].title, words),
        content: <WorkPage {...{ data, csrf, language }} words={WORDS[language]} shared={words} />,
      })),
  }),
  page({
    method: 'post',
    path: `${adminPath('work')}/:id`,
    access: ['admin'],
    params: z.object({ id: z.string().min(1).max(300) }),
    handle: async ({ actor, params, now, language }) =>
      mapResult(await retryJob(ports)(actor, params.id, now), () => ({
        redirect: adminPath('work'),
        flash: WORDS[language].retried,
      })),
  }),
]
