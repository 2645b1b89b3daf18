import { z } from 'zod'
import { selectPeople } from '../../../../commands/select-people.ts'
import { mapResult, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect } from '../../page.ts'
import { askedBy, filterShape } from '../people/filter.ts'
import { DEEDS, deedPath } from './paths.ts'

const ids = z.string().max(60)

/** The rows ticked on the page, and those ticked on other pages before; or all that match. */
const form = z.object({
  ...filterShape,
  id: z.union([ids.transform(id => [id]), z.array(ids)]).default([]),
  chosen: z
    .string()
    .default('')
    .transform(text => text.split(',').filter(id => id !== '')),
  all: z.string().optional(),
  deed: z.enum(DEEDS),
})

export const choosePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'post',
    path: '/dot/:c/chua-nop/chon',
    access: ['staff', 'trainer', 'admin'],
    params: z.object({ c: campaignCode }),
    form,
    handle: async ({ actor, params, form, now }): Promise<Result<Redirect>> => {
      const { id, chosen, all, deed, ...filter } = form
      const selection = await selectPeople(ports)(
        actor,
        askedBy(params.c, filter),
        all === undefined ? [...id, ...chosen] : 'all',
        now,
      )
      return mapResult(selection, one => ({ redirect: deedPath(params.c, one.id, deed) }))
    },
  }),
]
