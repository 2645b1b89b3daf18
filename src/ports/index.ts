import type { UsualTexts } from '../domain/mail-text.ts'
import type { AccountStore, LinkStore, SessionStore, TokenStore } from './accounts.ts'
import type { ArchiveReader } from './archives.ts'
import type { AuditLog } from './audit.ts'
import type { BounceReader } from './bounces.ts'
import type { BreakerStore } from './breakers.ts'
import type { BulkStore, SelectionStore } from './bulks.ts'
import type { CadreStore } from './cadres.ts'
import type { CampaignStore } from './campaigns.ts'
import type { ContactStore } from './contact.ts'
import type { DraftStore } from './drafts.ts'
import type { DueWorkCounter } from './due-work.ts'
import type { EnrolmentLists } from './enrolment-lists.ts'
import type { EnrolmentStore } from './enrolments.ts'
import type { EssayFiles } from './essay-files.ts'
import type { EssayTexts, TextReader } from './essay-texts.ts'
import type { EssayStore } from './essays.ts'
import type { ExtensionRequestStore } from './extension-requests.ts'
import type { ExtensionStore } from './extensions.ts'
import type { Gates } from './gate.ts'
import type { GatheringStore } from './gatherings.ts'
import type { Heartbeats } from './heartbeats.ts'
import type { JobFailureStore } from './job-failures.ts'
import type { LetterheadStore } from './letterheads.ts'
import type { MailSwitchStore } from './mail-switches.ts'
import type { Mailer } from './mailer.ts'
import type { Messenger } from './messenger.ts'
import type { Outbox } from './outbox.ts'
import type { PaceStore } from './paces.ts'
import type { PhotoBinder } from './photo-binder.ts'
import type { Clock, Passwords, Random, Transact } from './platform.ts'
import type { JobQueue } from './queue.ts'
import type { Readings } from './readings.ts'
import type { DebtorStore, NoticeStore, WaveStore } from './reminders.ts'
import type { ReportFiles, ReportWriters } from './report-files.ts'
import type { ReportSource, ReportStore } from './reports.ts'
import type { RosterStore } from './roster.ts'
import type { RosterImportStore } from './roster-imports.ts'
import type { SlipStore } from './slips.ts'
import type { StagedFiles } from './staged-files.ts'
import type { CsvWriter, RosterTemplate, TableReader } from './tables.ts'
import type { TotalsStore } from './totals.ts'
import type { UnitStore } from './units.ts'

/** Everything the commands and queries may touch. Each takes a `Pick` of what it needs. */
export interface Ports {
  readonly clock: Clock
  readonly random: Random
  readonly passwords: Passwords
  readonly transact: Transact
  readonly units: UnitStore
  readonly campaigns: CampaignStore
  readonly cadres: CadreStore
  readonly contact: ContactStore
  readonly enrolments: EnrolmentStore
  readonly enrolmentLists: EnrolmentLists
  readonly roster: RosterStore
  readonly rosterImports: RosterImportStore
  readonly gatherings: GatheringStore
  readonly archives: ArchiveReader
  readonly stagedFiles: StagedFiles
  readonly tables: TableReader
  readonly rosterTemplate: RosterTemplate
  readonly csv: CsvWriter
  readonly essays: EssayStore
  readonly essayFiles: EssayFiles
  readonly essayTexts: EssayTexts
  readonly textReader: TextReader
  readonly photoBinder: PhotoBinder
  readonly readings: Readings
  readonly gates: Gates
  readonly drafts: DraftStore
  readonly extensions: ExtensionStore
  readonly extensionRequests: ExtensionRequestStore
  readonly accounts: AccountStore
  readonly tokens: TokenStore
  readonly sessions: SessionStore
  readonly links: LinkStore
  readonly slips: SlipStore
  readonly totals: TotalsStore
  readonly letterheads: LetterheadStore
  readonly reports: ReportStore
  readonly reportSource: ReportSource
  readonly reportFiles: ReportFiles
  readonly reportWriters: ReportWriters
  readonly bulks: BulkStore
  readonly selections: SelectionStore
  readonly audit: AuditLog
  readonly queue: JobQueue
  readonly heartbeats: Heartbeats
  readonly jobFailures: JobFailureStore
  readonly dueWork: DueWorkCounter
  readonly waves: WaveStore
  readonly notices: NoticeStore
  readonly debtors: DebtorStore
  readonly mailSwitches: MailSwitchStore
  readonly outbox: Outbox
  readonly paces: PaceStore
  readonly breakers: BreakerStore
  readonly mailer: Mailer
  /** null: the house sends no messages. */
  readonly messenger: Messenger | null
  readonly bounceReader: BounceReader
  /** Signs what tells of mails that came back; null: nobody may. */
  readonly bounceSecret: string | null
  /** The address that people use, for links in mails: no slash at its end. */
  /** What mails say where a campaign has no words of its own. */
  readonly usualTexts: UsualTexts
  readonly publicUrl: string
}
