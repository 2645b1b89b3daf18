import type { Ports } from '../../ports/index.ts'
import type { Route } from '../route.ts'
import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { bulkRoutes } from './bulks.ts'
import { campaignRoutes } from './campaigns.ts'
import { enrolmentViewRoutes } from './enrolment.ts'
import { enrolmentRoutes } from './enrolments.ts'
import { essayTextRoutes } from './essay-text.ts'
import { essayRoutes } from './essays.ts'
import { exemptionRoutes } from './exemptions.ts'
import { extensionRequestRoutes } from './extension-requests.ts'
import { extensionRoutes } from './extensions.ts'
import { gatheringRoutes } from './gatherings.ts'
import { letterheadRoutes } from './letterheads.ts'
import { mailBounceRoutes } from './mail-bounces.ts'
import { myContactRoutes } from './my-contact.ts'
import { paperRoutes } from './paper.ts'
import { peopleRoutes } from './people.ts'
import { progressRoutes } from './progress.ts'
import { provinceRoutes } from './provinces.ts'
import { receiptRoutes } from './receipts.ts'
import { reminderRoutes } from './reminders.ts'
import { reportBatchRoutes } from './report-batches.ts'
import { reportChangesRoutes } from './report-changes.ts'
import { reportRoutes } from './reports.ts'
import { reviewRoutes } from './reviews.ts'
import { rosterRoutes } from './roster.ts'
import { rosterPreviewRoutes } from './roster-previews.ts'
import { sessionRoutes } from './session.ts'
import { signInLinkRoutes } from './sign-in-links.ts'
import { slipRoutes } from './slips.ts'
import { submissionRoutes } from './submissions.ts'
import { tokenRoutes } from './tokens.ts'
import { unitAdminRoutes } from './unit-admin.ts'
import { unitRoutes } from './units.ts'
import { workRoutes } from './work.ts'

/** Every route under /api/v1: the source of the router, of the OpenAPI document and of the authorisation tests. */
export const apiRoutes = (ports: Ports): readonly Route[] => [
  ...sessionRoutes(ports),
  ...signInLinkRoutes(ports),
  ...slipRoutes(ports),
  ...tokenRoutes(ports),
  ...myContactRoutes(ports),
  ...accountRoutes(ports),
  ...auditRoutes(ports),
  ...mailBounceRoutes(ports),
  ...workRoutes(ports),
  ...campaignRoutes(ports),
  ...unitRoutes(ports),
  ...unitAdminRoutes(ports),
  ...rosterRoutes(ports),
  ...rosterPreviewRoutes(ports),
  ...reminderRoutes(ports),
  ...progressRoutes(ports),
  ...enrolmentRoutes(ports),
  ...enrolmentViewRoutes(ports),
  ...submissionRoutes(ports),
  ...paperRoutes(ports),
  ...peopleRoutes(ports),
  ...essayRoutes(ports),
  ...essayTextRoutes(ports),
  ...reviewRoutes(ports),
  ...receiptRoutes(ports),
  ...extensionRoutes(ports),
  ...extensionRequestRoutes(ports),
  ...exemptionRoutes(ports),
  ...bulkRoutes(ports),
  ...gatheringRoutes(ports),
  ...letterheadRoutes(ports),
  ...reportRoutes(ports),
  ...reportChangesRoutes(ports),
  ...reportBatchRoutes(ports),
  ...provinceRoutes(ports),
]
