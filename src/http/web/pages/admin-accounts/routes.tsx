import { z } from 'zod'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { listAccounts } from '../../../../queries/accounts.ts'
import { accountId } from '../../../../wire/account.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { page } from '../../page.ts'
import { Accounts, CHIPS } from './view.tsx'
import { WORDS } from './words.ts'

const PAGE = 50

export const adminAccountsPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('accounts'),
    access: ['admin'],
    query: z.object({
      q: z.string().max(100).catch(''),
      show: z.enum(CHIPS).optional().catch(undefined),
      cursor: accountId.optional().catch(undefined),
    }),
    handle: async ({ actor, query: { q, show, cursor }, language, words }) => {
      const wanted = show === 'disabled' ? { disabled: true } : { role: show }
      return mapResult(await listAccounts(ports)(actor, { q, ...wanted, cursor, limit: PAGE }), data => ({
        frame: adminFrame('accounts', WORDS[language].title, words),
        content: (
          <Accounts
            data={data}
            q={q}
            show={show}
            isFirstPage={cursor === undefined}
            words={WORDS[language]}
            shared={words}
          />
        ),
      }))
    },
  }),
]
