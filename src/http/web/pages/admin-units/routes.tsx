import { z } from 'zod'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { browseUnits } from '../../../../queries/unit-admin.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { page } from '../../page.ts'
import { numberIn } from '../../parts/figures.tsx'
import { SearchForm } from '../../parts/search-form.tsx'
import { UnitsTable } from './table.tsx'
import { WORDS } from './words.ts'

export const adminUnitsPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('units'),
    access: ['admin'],
    query: z.object({ q: z.string().trim().max(100).catch('') }),
    handle: async ({ actor, query: { q }, now, language, words: shared }) => {
      const words = WORDS[language]
      return mapResult(await browseUnits(ports)(actor, q === '' ? {} : { q }), units => ({
        frame: adminFrame('units', words.title, shared),
        content: (
          <>
            <h1>{words.title}</h1>
            <SearchForm
              action={adminPath('units')}
              value={q}
              label={words.search}
              button={words.find}
              keep={{}}
            />
            {q === '' || units.length === 0 ? null : (
              <p role="status">{words.found(numberIn(units.length, language))}</p>
            )}
            {units.length === 0 ? (
              <p>{q === '' ? words.empty : words.none}</p>
            ) : (
              <UnitsTable units={units} now={now} words={words} />
            )}
          </>
        ),
      }))
    },
  }),
]
