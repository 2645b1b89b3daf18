import express, { Router } from 'express'
import type { DemoHouse } from '../../ports/demo.ts'
import type { Ports } from '../../ports/index.ts'
import type { Limits } from '../limits.ts'
import { mount } from '../mount.ts'
import type { Route } from '../route.ts'
import { assets } from './assets.ts'
import { chooseLanguage } from './language.ts'
import { adminAccountPages } from './pages/admin-account/routes.tsx'
import { adminAccountsPages } from './pages/admin-accounts/routes.tsx'
import { adminAuditPages } from './pages/admin-audit/routes.tsx'
import { adminCampaignPages } from './pages/admin-campaign/routes.tsx'
import { adminCampaignsPages } from './pages/admin-campaigns/routes.tsx'
import { adminHomePages } from './pages/admin-home/routes.tsx'
import { adminMailPages } from './pages/admin-mail/routes.tsx'
import { mergePages } from './pages/admin-reorganise/merge.tsx'
import { splitPages } from './pages/admin-reorganise/split.tsx'
import { adminUnitPages } from './pages/admin-unit/routes.tsx'
import { adminUnitsPages } from './pages/admin-units/routes.tsx'
import { adminWorkPages } from './pages/admin-work/routes.tsx'
import { askExtensionPages } from './pages/ask-extension/routes.tsx'
import { callListPages } from './pages/call-list/routes.tsx'
import { choosePasswordPages } from './pages/choose-password/routes.tsx'
import { demoPages } from './pages/demo/routes.tsx'
import { extensionPages } from './pages/extensions/routes.tsx'
import { gatheringPages } from './pages/gathering/routes.tsx'
import { handInPages } from './pages/hand-in/routes.tsx'
import { homePages } from './pages/home/routes.tsx'
import { letterheadPages } from './pages/letterhead/routes.tsx'
import { mailTextPages } from './pages/mail-texts/routes.tsx'
import { myContactPages } from './pages/my-contact/routes.tsx'
import { myEssaysPages } from './pages/my-essays/routes.tsx'
import { myTopicPages } from './pages/my-topic/routes.tsx'
import { overviewPages } from './pages/overview/routes.tsx'
import { peoplePages } from './pages/people/routes.tsx'
import { personPages } from './pages/person/routes.tsx'
import { provincesPages } from './pages/provinces/routes.tsx'
import { readEssaysPages } from './pages/read-essays/routes.tsx'
import { receiptPages } from './pages/receipt/routes.tsx'
import { reminderPages } from './pages/reminders/routes.tsx'
import { reportBatchPages } from './pages/report-batches/routes.tsx'
import { reportChangesPages } from './pages/report-changes/routes.tsx'
import { reportPages } from './pages/reports/routes.tsx'
import { rosterPages } from './pages/roster/routes.tsx'
import { selectionPages } from './pages/selection/routes.ts'
import { signInPages } from './pages/sign-in/routes.tsx'
import { slipPages } from './pages/slips/routes.tsx'
import { writeEssayPages } from './pages/write-essay/routes.tsx'
import { problemPages } from './problem-pages.tsx'

/** Every page. */
const pages = (ports: Ports, demo: DemoHouse | null): readonly Route[] => [
  ...demoPages(ports, demo),
  ...signInPages(ports),
  ...choosePasswordPages(ports),
  ...adminHomePages(ports),
  ...adminAccountsPages(ports),
  ...adminAccountPages(ports),
  ...homePages(ports, demo),
  ...myContactPages(ports),
  ...adminCampaignsPages(ports),
  ...adminCampaignPages(ports),
  ...mailTextPages(ports),
  ...adminAuditPages(ports),
  ...adminWorkPages(ports),
  ...adminMailPages(ports),
  ...adminUnitsPages(ports),
  ...adminUnitPages(ports),
  ...mergePages(ports),
  ...splitPages(ports),
  ...myEssaysPages(ports),
  ...handInPages(ports),
  ...personPages(ports),
  ...slipPages(ports),
  ...receiptPages(ports),
  ...writeEssayPages(ports),
  ...askExtensionPages(ports),
  ...overviewPages(ports),
  ...provincesPages(ports),
  ...reportBatchPages(ports),
  ...readEssaysPages(ports),
  ...reminderPages(ports),
  ...extensionPages(ports),
  ...peoplePages(ports),
  // Before the reports: they take any name there.
  ...reportChangesPages(ports),
  ...reportPages(ports),
  ...gatheringPages(ports),
  ...rosterPages(ports),
  ...letterheadPages(ports),
  ...selectionPages(ports),
  ...callListPages(ports),
  // Last of those under the same path: it takes any name there.
  ...myTopicPages(ports),
]

/** Pages and what they load, at the root of the site. */
export const web = (ports: Ports, limits: Limits, demo: DemoHouse | null): Router =>
  Router()
    .use(assets())
    .use(
      chooseLanguage,
      problemPages,
      express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 10_000 }),
    )
    .use(mount(pages(ports, demo), limits))
