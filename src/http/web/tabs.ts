import type { CampaignCode } from '../../domain/campaign.ts'
import { type Action, type Actor, mayNever, scopeOf } from '../../domain/permission.ts'
import { adminPath } from './admin.ts'
import type { Frame } from './layout.tsx'
import {
  extensionsPath,
  gatheringPath,
  peoplePath,
  provincesPath,
  readingListPath,
  remindersPath,
  reportsPath,
  rosterPath,
  slipsPath,
  unitPath,
} from './paths.ts'
import type { SharedWords } from './words.ts'

interface TabEntry {
  readonly name: keyof SharedWords['tabs']
  /** Shown to those who may do it somewhere. */
  readonly action: Action
  readonly path: (campaign: CampaignCode) => string
}

/** The pages beside each other, in this order: a line each, and its label in `words.tabs`. */
const TABS: readonly TabEntry[] = [
  { name: 'overview', action: 'see-progress', path: unitPath },
  { name: 'provinces', action: 'review-essay', path: provincesPath },
  { name: 'people', action: 'list-enrolments', path: peoplePath },
  { name: 'reading', action: 'list-enrolments', path: readingListPath },
  { name: 'reminders', action: 'send-reminder', path: remindersPath },
  { name: 'extensions', action: 'grant-extension', path: extensionsPath },
  { name: 'reports', action: 'see-report', path: reportsPath },
  { name: 'gathering', action: 'gather-essays', path: gatheringPath },
  { name: 'roster', action: 'import-roster', path: rosterPath },
  { name: 'slips', action: 'issue-slip', path: slipsPath },
  { name: 'admin', action: 'manage-accounts', path: () => adminPath('home') },
]

/** What frames the pages of a campaign, for whoever has more to do with it than write: one page of many. */
export const deskFrame = (
  actor: Actor,
  campaign: { readonly code: CampaignCode; readonly name: string | undefined },
  current: TabEntry['name'],
  title: string,
  words: SharedWords,
): Pick<Frame, 'title' | 'where' | 'tabs'> => ({
  title,
  ...(campaign.name === undefined ? {} : { where: campaign.name }),
  tabs: TABS.filter(({ action }) => !mayNever(scopeOf(actor, action))).map(({ name, path }) => ({
    href: path(campaign.code),
    label: words.tabs[name],
    isCurrent: name === current,
  })),
})
