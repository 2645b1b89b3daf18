import type { Connection } from 'mongoose'
import { accountSchema, tokenSchema } from './account.ts'
import { auditSchema } from './audit.ts'
import { cadreSchema } from './cadre.ts'
import { campaignSchema } from './campaign.ts'
import { enrolmentSchema } from './enrolment.ts'
import { extensionSchema } from './extension.ts'
import { unitSchema } from './unit.ts'
import { versionSchema } from './version.ts'

/** Every collection that has a schema, on one connection. */
export const modelsOn = (connection: Connection) => ({
  units: connection.model('Unit', unitSchema, 'units'),
  campaigns: connection.model('Campaign', campaignSchema, 'campaigns'),
  cadres: connection.model('Cadre', cadreSchema, 'cadres'),
  enrolments: connection.model('Enrolment', enrolmentSchema, 'enrolments'),
  versions: connection.model('Version', versionSchema, 'versions'),
  extensions: connection.model('Extension', extensionSchema, 'extensions'),
  accounts: connection.model('Account', accountSchema, 'accounts'),
  tokens: connection.model('Token', tokenSchema, 'tokens'),
  audit: connection.model('Audit', auditSchema, 'audit'),
})

export type Models = ReturnType<typeof modelsOn>
