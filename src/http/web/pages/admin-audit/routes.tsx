import { z } from 'zod'
import { mapResult } from '../../../../domain/result.ts'
import { DAY } from '../../../../domain/time.ts'
import type { Ports } from '../../../../ports/index.ts'
import { listAudit } from '../../../../queries/audit.ts'
import { auditCursor, auditCursorOf } from '../../../../wire/audit.ts'
import { day } from '../../../../wire/unit.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { page } from '../../page.ts'
import { withQuery } from '../../paths.ts'
import { Audit } from './view.tsx'
import { WORDS } from './words.ts'

const PAGE = 50

const text = z.string().trim().max(200).catch('')
const typedDay = day.catch('')

/** Midnight in Hanoi, at which the day begins; undefined where none was given. */
const beginning = (typed: string, daysLater: number): Date | undefined =>
  typed === '' ? undefined : new Date(new Date(`${typed}T00:00:00+07:00`).getTime() + daysLater * DAY)

const given = (typed: string): string | undefined => (typed === '' ? undefined : typed)

export const adminAuditPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('audit'),
    access: ['admin'],
    query: z.object({
      who: text,
      action: text,
      unit: text,
      target: text,
      since: typedDay,
      until: typedDay,
      cursor: auditCursor.optional().catch(undefined),
    }),
    handle: async ({ actor, query: { cursor, ...typed }, language, words }) => {
      const since = beginning(typed.since, 0)
      const until = beginning(typed.until, 1)
      const plain = {
        who: given(typed.who),
        action: given(typed.action),
        unit: given(typed.unit),
        target: given(typed.target),
      }
      const csvPath = withQuery('/api/v1/audit.csv', {
        ...plain,
        since: since?.toISOString(),
        until: until?.toISOString(),
      })
      const found = await listAudit(ports)(actor, { ...plain, since, until }, cursor ?? null, PAGE)
      return mapResult(found, data => ({
        frame: adminFrame('audit', WORDS[language].title, words),
        content: (
          <Audit
            {...{ data, typed, csvPath, language }}
            nextCursor={data.next && auditCursorOf(data.next)}
            isFirstPage={cursor === undefined}
            words={WORDS[language]}
            shared={words}
          />
        ),
      }))
    },
  }),
]
