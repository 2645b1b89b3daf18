import { referenceOf } from '../crypto/reference.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import { indexRoster, type RosterIndex, type Somebody } from '../domain/gathered/roster.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { EnrolmentPlace } from '../ports/enrolment-lists.ts'
import type { Ports } from '../ports/index.ts'

const BATCH = 500

/** Everybody in the unit and below it, by what file names may call them; numbered as the unit's list by name. */
export const loadRosterIndex =
  ({ units, enrolmentLists }: Pick<Ports, 'units' | 'enrolmentLists'>) =>
  async (
    actor: Actor,
    campaign: CampaignCode,
    unit: { readonly unit: UnitCode; readonly path: readonly UnitCode[] },
  ): Promise<RosterIndex> => {
    const names = new Map((await units.subtree(unit.unit)).map(({ code, name }) => [code, name]))
    const filter = {
      campaign,
      unit: unit.unit,
      who: { kind: 'all' },
      words: [],
      everybody: unit.path.length === 1,
    } as const
    const people: Somebody[] = []
    let from: EnrolmentPlace | null = null
    do {
      const page: Awaited<ReturnType<typeof enrolmentLists.page>> = await enrolmentLists.page(
        scopeOf(actor, 'gather-essays'),
        filter,
        { by: 'name', descending: false },
        from,
        BATCH,
      )
      people.push(
        ...page.items.map(({ id, person, unit }) => ({
          id,
          name: person.name,
          unit: names.get(unit) ?? '',
          staffCode: person.staffCode,
          reference: referenceOf(id),
        })),
      )
      from = page.next
    } while (from !== null)
    return indexRoster(people)
  }
