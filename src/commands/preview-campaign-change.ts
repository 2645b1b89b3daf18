import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import {
  type CampaignField,
  changedFields,
  changesWhatIsOwed,
  type Moves,
  needless,
  reminderMoves,
  reportMoves,
} from '../domain/campaign-change.ts'
import { tallyOf } from '../domain/completion.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { isReceived } from '../domain/essay.ts'
import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { type CampaignPatch, planCampaignChange } from './change-campaign.ts'

export interface CampaignPreview {
  readonly before: Campaign
  readonly after: Campaign
  readonly fields: readonly CampaignField[]
  /** Essays that were late when they arrived, and so stay late whatever the dates become. */
  readonly stillLate: number
  /** People who have written enough; how many will have. */
  readonly completeBefore: number
  readonly completeAfter: number
  readonly reminders: Moves
  /** Moments at which reports are compiled by themselves. */
  readonly reports: Moves
  /** Extensions that give nothing any more. */
  readonly needlessExtensions: number
  /** Requests that wait and ask for no more than everybody gets. */
  readonly needlessRequests: number
}

type Counted = Pick<CampaignPreview, 'stillLate' | 'completeBefore' | 'completeAfter'>

const BATCH = 500

const isComplete = (campaign: Campaign, { heads, exemption }: Enrolment): boolean =>
  tallyOf(campaign, heads, exemption !== null).state === 'complete'

const countLate = ({ heads, exemption }: Enrolment): number =>
  exemption === null ? Object.values(heads).filter(({ state, late }) => late && isReceived(state)).length : 0

/** Where the rules stay nobody is looked at: the numbers of the whole country are prepared. */
const preparedCounts =
  ({ units, totals }: Pick<Ports, 'units' | 'totals'>) =>
  async (scope: Scope, { code }: Campaign): Promise<Counted> => {
    const top = await units.top(scope)
    const all = top && (await totals.rows(code, [top.code])).get(top.code)?.all
    const complete = all?.totals.complete ?? 0
    return {
      stillLate: all?.topics.reduce((sum, { late }) => sum + late, 0) ?? 0,
      completeBefore: complete,
      completeAfter: complete,
    }
  }

/** Goes through everybody, by the very rules that will judge them. */
const countPeople =
  ({ enrolments, transact }: Pick<Ports, 'enrolments' | 'transact'>) =>
  async (before: Campaign, after: Campaign): Promise<Counted> => {
    const counted = { stillLate: 0, completeBefore: 0, completeAfter: 0 }
    for (let last: string | undefined = ''; last !== undefined; ) {
      const from: string = last
      const people: readonly Enrolment[] = await transact(async tx =>
        enrolments.after(before.code, from, BATCH, tx),
      )
      for (const person of people) {
        counted.stillLate += countLate(person)
        counted.completeBefore += Number(isComplete(before, person))
        counted.completeAfter += Number(isComplete(after, person))
      }
      last = people.at(-1)?.id
    }
    return counted
  }

/** What a change of a campaign would move, before anybody confirms it; or every reason why it cannot be. */
export const previewCampaignChange =
  (
    ports: Pick<
      Ports,
      | 'campaigns'
      | 'units'
      | 'totals'
      | 'enrolmentLists'
      | 'enrolments'
      | 'extensions'
      | 'extensionRequests'
      | 'transact'
    >,
  ) =>
  async (
    actor: Actor,
    code: CampaignCode,
    patch: CampaignPatch,
    now: Date,
  ): Promise<Result<CampaignPreview>> => {
    const scope = scopeOf(actor, 'edit-campaign')
    if (scope.kind !== 'everything') return refuse(problem('forbidden'))
    const planned = await ports.transact(async tx => planCampaignChange(ports)(code, patch, tx))
    if (!planned.ok) return planned
    const { before, after } = planned.value
    const counted = changesWhatIsOwed(before, after)
      ? await countPeople(ports)(before, after)
      : await preparedCounts(ports)(scope, before)
    const waiting = await ports.extensionRequests.list(scope, code, { waiting: true })
    return ok({
      before,
      after,
      fields: changedFields(before, after),
      ...counted,
      reminders: reminderMoves(before, after, now),
      reports: reportMoves(before, after, now),
      needlessExtensions: needless(before, after, await ports.extensions.ofCampaign(code)).length,
      needlessRequests: waiting.filter(
        ({ request }) => request.dueAt > before.dueAt && request.dueAt <= after.dueAt,
      ).length,
    })
  }
