import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Selection } from '../domain/selection.ts'
import type { Ports } from '../ports/index.ts'

export interface ChosenPeople {
  readonly campaign: Campaign
  readonly selection: Selection
}

/** Whom the actor chose. What he may do to them is asked when it is done. */
export const getSelection =
  ({ campaigns, selections }: Pick<Ports, 'campaigns' | 'selections'>) =>
  async (actor: Actor, code: CampaignCode, id: Selection['id']): Promise<Result<ChosenPeople>> => {
    const campaign = await campaigns.find(code)
    const selection = campaign && (await selections.find(actor.id, code, id))
    return campaign === null || selection === null
      ? refuse(problem('not-found'))
      : ok({ campaign, selection })
  }
