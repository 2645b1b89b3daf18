import { z } from 'zod'
import type { CampaignCode } from '../../../../domain/campaign.ts'
import { type Action, type Actor, mayNever, reachesUnit, scopeOf } from '../../../../domain/permission.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getBulk } from '../../../../queries/bulk.ts'
import { getPeople } from '../../../../queries/people.ts'
import { getSelection } from '../../../../queries/selection.ts'
import { getUnitsToShow } from '../../../../queries/unit-choice.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { cursor, cursorOf } from '../../../cursor.ts'
import type { Route } from '../../../route.ts'
import { page, type View } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'
import { DEEDS, type Deed } from '../selection/paths.ts'
import { askedBy, filterShape, soundFilter } from './filter.ts'
import { ListPiece, PeoplePage } from './view.tsx'
import { WORDS } from './words.ts'

/** A whole unit of the usual size on one page. */
const PAGE_SIZE = 400

/** Beyond it a choice that somebody comes back to is not ticked again. */
const MAX_TICKED = 2000

const ACTIONS = {
  nhac: 'send-reminder',
  'gia-han': 'grant-extension',
  mien: 'grant-exemption',
  xuat: 'list-enrolments',
} as const satisfies Record<Deed, Action>

const chosenBefore = async (
  ports: Ports,
  actor: Actor,
  campaign: CampaignCode,
  id: string | undefined,
): Promise<ReadonlySet<string>> => {
  const found = id === undefined ? null : await getSelection(ports)(actor, campaign, id)
  const chosen = found?.ok === true ? found.value.selection.enrolments : []
  return new Set(chosen.length > MAX_TICKED ? [] : chosen)
}

export const peoplePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/chua-nop',
    access: ['staff', 'trainer', 'admin'],
    params: z.object({ c: campaignCode }),
    query: z.object({
      ...filterShape,
      cursor: cursor.optional().catch(undefined),
      /** A choice that somebody comes back to, and what was just done to one. */
      chon: z.string().max(60).optional(),
      viec: z.string().max(60).optional(),
      n: z.coerce.number().int().min(0).catch(0),
    }),
    handle: async (context): Promise<Result<View>> => {
      const { actor, params, query, now, csrf, language, words: shared } = context
      const { cursor: from, n, chon, viec, ...asked } = query
      const filter = soundFilter(asked)
      const [people, choices] = await Promise.all([
        getPeople(ports)(actor, askedBy(params.c, filter), { from: from?.place ?? null, limit: PAGE_SIZE }),
        getUnitsToShow(ports)(actor, { campaign: params.c, unit: filter.unit }),
      ])
      if (!people.ok) return people
      if (!choices.ok) return choices
      const done = viec === undefined ? null : await getBulk(ports)(actor, params.c, viec)
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
        deeds: DEEDS.filter(deed => !mayNever(scopeOf(actor, ACTIONS[deed]))),
        chosen: await chosenBefore(ports, actor, params.c, chon),
        bulk: done?.ok === true ? done.value : null,
        ...{ now, csrf, language, words, shared },
      }
      return ok({
        frame: { ...deskFrame(actor, data.campaign, 'people', words.title, shared), scripts: ['people.js'] },
        content: <PeoplePage {...props} />,
        piece: <ListPiece {...props} />,
      })
    },
  }),
]
