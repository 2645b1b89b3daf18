import { z } from 'zod'
import { reachesUnit, scopeOf } from '../../../../domain/permission.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getPeople } from '../../../../queries/people.ts'
import { unitChoices } from '../../../../queries/unit-choices.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { cursor, cursorOf } from '../../../cursor.ts'
import type { Route } from '../../../route.ts'
import { page, type View } from '../../page.ts'
import { tabsFor } from '../../tabs.ts'
import { askedBy, filterShape } from './filter.ts'
import { ListPiece, PeoplePage } from './view.tsx'
import { WORDS } from './words.ts'

/** A whole unit of the usual size on one page. */
const PAGE_SIZE = 400

export const peoplePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/chua-nop',
    access: ['staff', 'trainer', 'admin'],
    params: z.object({ c: campaignCode }),
    query: z.object({
      ...filterShape,
      cursor: cursor.optional().catch(undefined),
      n: z.coerce.number().int().min(0).catch(0),
    }),
    handle: async (context): Promise<Result<View>> => {
      const { actor, params, query, now, language, words: shared } = context
      const { cursor: from, n, ...filter } = query
      const [people, choices] = await Promise.all([
        getPeople(ports)(actor, askedBy(params.c, filter), { from: from?.place ?? null, limit: PAGE_SIZE }),
        unitChoices(ports)(actor, params.c, filter.unit),
      ])
      if (!people.ok) return people
      if (!choices.ok) return choices
      const data = people.value
      const { unit } = choices.value
      const words = WORDS[language]
      const props = {
        data,
        choices: choices.value,
        filter,
        skipped: from === undefined ? 0 : n,
        next: data.next === null ? null : cursorOf({ by: 'name' }, data.next),
        unitName: unit?.name ?? words.everything,
        mayImport: unit !== null && reachesUnit(scopeOf(actor, 'import-roster'), unit.path),
        ...{ now, language, words, shared },
      }
      return ok({
        frame: {
          title: words.title,
          where: data.campaign.name,
          tabs: tabsFor(actor, params.c, 'people', shared),
        },
        content: <PeoplePage {...props} />,
        piece: <ListPiece {...props} />,
      })
    },
  }),
]
