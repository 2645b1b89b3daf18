import type { Campaign } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import { mapResult, ok, type Result } from '../domain/result.ts'
import { isSame } from '../domain/same.ts'
import type { Ports } from '../ports/index.ts'
import { changeCampaign } from './change-campaign.ts'
import { createCampaign } from './create-campaign.ts'

export type LoadedCampaign = 'created' | 'changed' | 'unchanged'

/**
 * Loads a campaign from its file. One that is there already is left alone, as an admin may have moved its dates, unless
 * `isUpdate` says that the file is to hold again: then it is changed where it differs, as by PATCH.
 */
export const loadCampaign =
  (ports: Pick<Ports, 'campaigns' | 'enrolmentLists' | 'totals' | 'audit' | 'random' | 'transact'>) =>
  async (
    actor: Actor,
    campaign: Campaign,
    { isUpdate }: { readonly isUpdate: boolean },
    now: Date,
  ): Promise<Result<LoadedCampaign>> => {
    const before = await ports.campaigns.find(campaign.code)
    if (before === null) return mapResult(await createCampaign(ports)(actor, campaign, now), () => 'created')
    if (!isUpdate || isSame(before, campaign)) return ok('unchanged')
    return mapResult(await changeCampaign(ports)(actor, campaign.code, campaign, now), () => 'changed')
  }
