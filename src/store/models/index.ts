import type { Connection } from 'mongoose'
import { accountSchema, tokenSchema } from './account.ts'
import { auditSchema } from './audit.ts'
import { breakerSchema } from './breaker.ts'
import { bulkSchema, selectionSchema } from './bulk.ts'
import { cadreSchema } from './cadre.ts'
import { campaignSchema } from './campaign.ts'
import { draftSchema } from './draft.ts'
import { emailChangeSchema } from './email-change.ts'
import { enrolmentSchema } from './enrolment.ts'
import { essayTextSchema } from './essay-text.ts'
import { extensionSchema, revokedExtensionSchema } from './extension.ts'
import { extensionRequestSchema } from './extension-request.ts'
import { gatheredSchema, gatheringSchema } from './gathering.ts'
import { heartbeatSchema } from './heartbeat.ts'
import { jobFailureSchema } from './job-failure.ts'
import { letterheadSchema } from './letterhead.ts'
import { linkSchema } from './link.ts'
import { mailSwitchSchema } from './mail-switch.ts'
import { noticeSchema } from './notice.ts'
import { paceSchema } from './pace.ts'
import { readingSchema } from './reading.ts'
import { reportSchema } from './report.ts'
import { rosterSchema } from './roster.ts'
import { rosterImportSchema } from './roster-import.ts'
import { sessionSchema } from './session.ts'
import { unitSchema } from './unit.ts'
import { recountSchema, retallySchema, unitTotalsSchema } from './unit-totals.ts'
import { versionSchema } from './version.ts'
import { waveSchema } from './wave.ts'

/** Every collection that has a schema, on one connection. */
export const modelsOn = (connection: Connection) => ({
  units: connection.model('Unit', unitSchema, 'units'),
  campaigns: connection.model('Campaign', campaignSchema, 'campaigns'),
  cadres: connection.model('Cadre', cadreSchema, 'cadres'),
  enrolments: connection.model('Enrolment', enrolmentSchema, 'enrolments'),
  versions: connection.model('Version', versionSchema, 'versions'),
  essayTexts: connection.model('EssayText', essayTextSchema, 'essay-texts'),
  readings: connection.model('Reading', readingSchema, 'readings'),
  drafts: connection.model('Draft', draftSchema, 'drafts'),
  extensions: connection.model('Extension', extensionSchema, 'extensions'),
  revokedExtensions: connection.model('RevokedExtension', revokedExtensionSchema, 'revoked-extensions'),
  extensionRequests: connection.model('ExtensionRequest', extensionRequestSchema, 'extension-requests'),
  accounts: connection.model('Account', accountSchema, 'accounts'),
  tokens: connection.model('Token', tokenSchema, 'tokens'),
  links: connection.model('Link', linkSchema, 'sign-in-links'),
  emailChanges: connection.model('EmailChange', emailChangeSchema, 'email-changes'),
  sessions: connection.model('Session', sessionSchema, 'sessions'),
  waves: connection.model('Wave', waveSchema, 'waves'),
  mailSwitches: connection.model('MailSwitch', mailSwitchSchema, 'mail-switches'),
  notices: connection.model('Notice', noticeSchema, 'notices'),
  breakers: connection.model('Breaker', breakerSchema, 'breakers'),
  paces: connection.model('Pace', paceSchema, 'paces'),
  jobFailures: connection.model('JobFailure', jobFailureSchema, 'job-failures'),
  heartbeats: connection.model('Heartbeat', heartbeatSchema, 'heartbeats'),
  unitTotals: connection.model('UnitTotals', unitTotalsSchema, 'unit-totals'),
  recounts: connection.model('Recount', recountSchema, 'recounts'),
  retallies: connection.model('Retally', retallySchema, 'retallies'),
  letterheads: connection.model('Letterhead', letterheadSchema, 'letterheads'),
  reports: connection.model('Report', reportSchema, 'reports'),
  rosters: connection.model('Roster', rosterSchema, 'rosters'),
  gatherings: connection.model('Gathering', gatheringSchema, 'gatherings'),
  gathered: connection.model('Gathered', gatheredSchema, 'gathered'),
  rosterImports: connection.model('RosterImport', rosterImportSchema, 'roster-imports'),
  bulks: connection.model('Bulk', bulkSchema, 'bulks'),
  selections: connection.model('Selection', selectionSchema, 'selections'),
  audit: connection.model('Audit', auditSchema, 'audit'),
})

export type Models = ReturnType<typeof modelsOn>
