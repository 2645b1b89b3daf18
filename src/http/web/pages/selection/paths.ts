import type { Bulk } from '../../../../domain/bulk.ts'
import type { CampaignCode } from '../../../../domain/campaign.ts'
import type { Selection } from '../../../../domain/selection.ts'
import type { ListFormat } from '../../../../queries/people-export.ts'
import { peoplePath, withQuery } from '../../paths.ts'

/** What can be done to those chosen, by the last part of the page's address. */
export const DEEDS = ['nhac', 'gia-han', 'mien', 'xuat'] as const
export type Deed = (typeof DEEDS)[number]

type Query = Readonly<Record<string, string | undefined>>

export const choosePath = (campaign: CampaignCode): string => `${peoplePath(campaign)}/chon`

export const deedPath = (campaign: CampaignCode, selection: Selection['id'], deed: Deed): string =>
  `${choosePath(campaign)}/${selection}/${deed}`

/** Of those chosen, or of all whom a filter shows. */
export const exportPath = (
  campaign: CampaignCode,
  format: ListFormat,
  what: { readonly selection: Selection['id'] } | { readonly filter: Query },
): string =>
  'selection' in what
    ? `${deedPath(campaign, what.selection, 'xuat')}.${format}`
    : withQuery(`${peoplePath(campaign)}/xuat.${format}`, what.filter)

export const bulkPath = (
  campaign: CampaignCode,
  bulk: Bulk['id'],
  deed: 'hoan-tac' | 'tiep-tuc',
  filter: Query,
): string => withQuery(`${peoplePath(campaign)}/viec/${bulk}/${deed}`, filter)

export const callListPath = (campaign: CampaignCode, query: Query = {}): string =>
  withQuery(`${peoplePath(campaign)}/goi-dien`, query)
