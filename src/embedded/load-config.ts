import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type LoadedCampaign, loadCampaign } from '../commands/load-campaign.ts'
import { type LoadedUnits, loadUnits } from '../commands/load-units.ts'
import { HOUSE } from '../domain/permission.ts'
import { sentence } from '../domain/problems.ts'
import type { Result } from '../domain/result.ts'
import { readCampaign } from '../load/campaign.ts'
import { readUnits } from '../load/units.ts'
import type { Ports } from '../ports/index.ts'

const CONFIG = fileURLToPath(new URL('../../config/', import.meta.url))

/** The units that come with the product. */
export const UNITS = join(CONFIG, 'units')

export const loadUnitsFrom =
  (ports: Ports) =>
  async (folder: string, now: Date): Promise<Result<LoadedUnits>> => {
    const tree = await readUnits(folder)
    return tree.ok ? loadUnits(ports)(HOUSE, tree.value, now) : tree
  }

export const loadCampaignFrom =
  (ports: Ports) =>
  async (file: string, isUpdate: boolean, now: Date): Promise<Result<LoadedCampaign>> => {
    const campaign = await readCampaign(file)
    return campaign.ok ? loadCampaign(ports)(HOUSE, campaign.value, { isUpdate }, now) : campaign
  }

const demand = (what: string, result: Result<unknown>): void => {
  if (result.ok) return
  const reasons = result.problems.map(p => `  ${p.at ?? ''} ${sentence(p)}`)
  throw new Error([`${what} cannot be loaded:`, ...reasons].join('\n'))
}

/** The units and campaigns that come with the product. A campaign that is there already stays as it is. */
export const loadConfig =
  (ports: Ports) =>
  async (now: Date): Promise<void> => {
    demand(UNITS, await loadUnitsFrom(ports)(UNITS, now))
    const campaigns = join(CONFIG, 'campaigns')
    for (const name of await readdir(campaigns)) {
      const file = join(campaigns, name)
      if (name.endsWith('.yaml')) demand(file, await loadCampaignFrom(ports)(file, false, now))
    }
  }
