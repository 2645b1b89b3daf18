import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getExtensionDesk } from '../../../../queries/extension-desk.ts'
import type { Route } from '../../../route.ts'
import { page } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { answerPages } from './answer.tsx'
import { ACCESS, params, query } from './frame.ts'
import { grantPages } from './grant.tsx'
import { revokePages } from './revoke.tsx'
import { Extensions } from './view.tsx'
import { WORDS } from './words.ts'

export const extensionPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/gia-han',
    access: ACCESS,
    params,
    query,
    handle: async ({ actor, params, query, now, language, words: shared }) =>
      mapResult(await getExtensionDesk(ports)(actor, { campaign: params.c, unit: query.unit }), data => ({
        frame: deskFrame(actor, data.campaign, 'extensions', WORDS[language].title, shared),
        content: <Extensions {...{ data, now, language, shared }} words={WORDS[language]} />,
      })),
  }),
  ...answerPages(ports),
  ...grantPages(ports),
  ...revokePages(ports),
]
