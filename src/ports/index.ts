import type { AccountStore, TokenStore } from './accounts.ts'
import type { AuditLog } from './audit.ts'
import type { CampaignStore } from './campaigns.ts'
import type { EnrolmentStore } from './enrolments.ts'
import type { ExtensionStore } from './extensions.ts'
import type { Mailer } from './mailer.ts'
import type { Clock, Passwords, Random, Transact } from './platform.ts'
import type { JobQueue } from './queue.ts'
import type { RosterStore } from './roster.ts'
import type { UnitStore } from './units.ts'

/** Everything the commands and queries may touch. Each takes a `Pick` of what it needs. */
export interface Ports {
  readonly clock: Clock
  readonly random: Random
  readonly passwords: Passwords
  readonly transact: Transact
  readonly units: UnitStore
  readonly campaigns: CampaignStore
  readonly enrolments: EnrolmentStore
  readonly roster: RosterStore
  readonly extensions: ExtensionStore
  readonly accounts: AccountStore
  readonly tokens: TokenStore
  readonly audit: AuditLog
  readonly queue: JobQueue
  readonly mailer: Mailer
  /** The address that people use, for links in mails: no slash at its end. */
  readonly publicUrl: string
}
