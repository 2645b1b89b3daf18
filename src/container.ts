import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { isLoopback, wantsDemo } from '../config/demo.ts'
import { publicUrl, type Settings } from '../config/index.ts'
import { passwords } from './crypto/passwords.ts'
import { random } from './crypto/random.ts'
import { sha256 } from './crypto/sha256.ts'
import { bucketFiles } from './files/bucket-files.ts'
import { prepareFiles } from './files/collections.ts'
import { essayFiles } from './files/essay-files.ts'
import { createGate } from './files/gate.ts'
import { stagedFiles } from './files/staged-files.ts'
import { csvWriter } from './formats/csv-writer.ts'
import { writeDocx } from './formats/docx/writer.ts'
import { writePdf } from './formats/pdf/writer.ts'
import { photoBinder } from './formats/photo-binder.ts'
import { rosterTemplate } from './formats/roster-template.ts'
import { writeCsv } from './formats/table-csv.ts'
import { tableReader } from './formats/table-reader.ts'
import { archiveReader } from './formats/unzip.ts'
import { office } from './formats/volume/office.ts'
import { pdfPages } from './formats/volume/pdf-pages.ts'
import { writeVolume } from './formats/volume/writer.ts'
import { writeXlsx } from './formats/xlsx/writer.ts'
import { zipStored } from './formats/zip-stored.ts'
import { writeZip } from './formats/zip-writer.ts'
import type { HttpOptions } from './http/app.ts'
import { redisLimits } from './http/limit-store.ts'
import { bullQueue } from './jobs/queue.ts'
import { bounceReader } from './mail/bounce-reader.ts'
import { caughtMails } from './mail/caught.ts'
import { readTemplates } from './mail/templates.ts'
import { smtpMailer } from './mail/transport.ts'
import { webhookMessenger } from './mail/webhook-messenger.ts'
import type { Ports } from './ports/index.ts'
import type { Clock } from './ports/platform.ts'
import { accountStore, tokenStore } from './store/accounts.ts'
import { auditLog } from './store/audit.ts'
import { breakerStore } from './store/breakers.ts'
import { bulkStore, selectionStore } from './store/bulks.ts'
import { cadreStore } from './store/cadres.ts'
import { campaignStore } from './store/campaigns.ts'
import { connect, transactOn } from './store/connect.ts'
import { contactStore } from './store/contact.ts'
import { debtorStore } from './store/debtors.ts'
import { draftStore } from './store/drafts.ts'
import { dueWorkCounter } from './store/due-work.ts'
import { enrolmentLists } from './store/enrolment-lists.ts'
import { enrolmentStore } from './store/enrolments.ts'
import { essayTexts } from './store/essay-texts.ts'
import { essayStore } from './store/essays.ts'
import { extensionRequestStore } from './store/extension-requests.ts'
import { extensionStore } from './store/extensions.ts'
import { gatheringStore } from './store/gatherings.ts'
import { heartbeatStore } from './store/heartbeats.ts'
import { jobFailureStore } from './store/job-failures.ts'
import { letterheadStore } from './store/letterheads.ts'
import { linkStore } from './store/links.ts'
import { mailSwitchStore } from './store/mail-switches.ts'
import { modelsOn } from './store/models/index.ts'
import { noticeStore } from './store/notices.ts'
import { outbox } from './store/outbox.ts'
import { paceStore } from './store/paces.ts'
import { prepare } from './store/prepare.ts'
import { readingStore } from './store/readings.ts'
import { reportSource } from './store/report-source.ts'
import { reportStore } from './store/reports.ts'
import { rosterStore } from './store/roster.ts'
import { rosterImportStore } from './store/roster-imports.ts'
import { expressSessions, SESSION_SECONDS, sessionStore } from './store/sessions.ts'
import { slipStore } from './store/slips.ts'
import { totalsStore } from './store/totals.ts'
import { unitStore } from './store/units.ts'
import { waveStore } from './store/waves.ts'
import { textReader } from './text/reader.ts'

export interface Container {
  readonly settings: Settings
  readonly publicUrl: string
  readonly log: Logger
  readonly ports: Ports
  /** What the API process serves with, beside the ports. */
  readonly http: HttpOptions
  /** Where the workers find the queues. */
  readonly redis: { readonly url: string; readonly prefix: string }
  close(): Promise<void>
}

/** What the API, the worker and the command line run on. Needs MongoDB now; Redis and the mail server may come later. */
export interface Servers {
  readonly mongodbUri: string
  readonly redisUrl: string
  readonly smtpUrl: string
}

const systemClock: Clock = { now: () => new Date() }

/** The one wiring file: settings → adapters → ports. */
export const createContainer = async (
  settings: Settings,
  servers: Servers,
  { clock = systemClock }: { readonly clock?: Clock } = {},
): Promise<Container> => {
  const log = pino({ level: settings.LOG_LEVEL })
  const connection = await connect(servers.mongodbUri)
  const models = modelsOn(connection)
  await prepare(models)
  const db = connection.getClient().db(connection.name)
  await prepareFiles(db)
  // Two stacks may share a Redis: the queue is named after the database it works on.
  const redis = { url: servers.redisUrl, prefix: `th-${connection.name}` }
  const queue = bullQueue(redis.url, redis.prefix, log)
  const mailer = smtpMailer(servers.smtpUrl, settings.MAIL_FROM, settings.MAIL_BOUNCE)
  const limits = redisLimits(redis.url, `${redis.prefix}-limit`, log)
  const gates = {
    uploads: createGate(settings.UPLOADS_AT_ONCE, settings.UPLOAD_WAIT_SECONDS),
    store: createGate(settings.STORE_CONCURRENCY, settings.UPLOAD_WAIT_SECONDS),
  }
  const files = essayFiles(db, gates.store, settings.UPLOAD_MINUTES * 60_000)
  const reader = textReader()
  const texts = essayTexts(models)
  const pdfs = pdfPages()
  const { MESSAGE_WEBHOOK_URL, MESSAGE_WEBHOOK_SECRET } = settings
  const ports: Ports = {
    clock,
    random,
    passwords,
    transact: transactOn(connection),
    units: unitStore(models),
    campaigns: campaignStore(models),
    cadres: cadreStore(models),
    contact: contactStore(models),
    enrolments: enrolmentStore(models),
    enrolmentLists: enrolmentLists(models),
    roster: rosterStore(models),
    rosterImports: rosterImportStore(models),
    gatherings: gatheringStore(models),
    archives: archiveReader,
    stagedFiles: stagedFiles(db),
    tables: tableReader,
    rosterTemplate,
    csv: csvWriter,
    extensions: extensionStore(models),
    extensionRequests: extensionRequestStore(models),
    essays: essayStore(models),
    essayFiles: files,
    essayTexts: texts,
    textReader: reader,
    photoBinder,
    readings: readingStore(models),
    gates,
    drafts: draftStore(models),
    accounts: accountStore(models),
    tokens: tokenStore(models),
    sessions: sessionStore(models),
    links: linkStore(models),
    slips: slipStore(models),
    totals: totalsStore(models),
    letterheads: letterheadStore(models),
    reports: reportStore(models),
    reportSource: reportSource(connection, models),
    reportFiles: bucketFiles(db, 'reports'),
    reportWriters: {
      docx: writeDocx,
      pdf: writePdf,
      xlsx: writeXlsx,
      csv: writeCsv,
      zip: writeZip(files),
      volume: writeVolume({ files, texts, reader, office: office(), pdfs }),
      bundle: zipStored,
    },
    bulks: bulkStore(models),
    selections: selectionStore(models),
    audit: auditLog(models),
    queue,
    heartbeats: heartbeatStore(models),
    jobFailures: jobFailureStore(models),
    dueWork: dueWorkCounter(models),
    waves: waveStore(models),
    notices: noticeStore(models),
    debtors: debtorStore(models),
    mailSwitches: mailSwitchStore(models),
    outbox: outbox(models),
    paces: paceStore(models, {
      perMinute: settings.MAILS_PER_MINUTE,
      perDomain: settings.MAILS_PER_DOMAIN_PER_MINUTE,
    }),
    breakers: breakerStore(models),
    mailer,
    messenger:
      MESSAGE_WEBHOOK_URL === undefined || MESSAGE_WEBHOOK_SECRET === undefined
        ? null
        : webhookMessenger(MESSAGE_WEBHOOK_URL, MESSAGE_WEBHOOK_SECRET, clock),
    bounceReader,
    bounceSecret: settings.BOUNCE_SECRET ?? null,
    usualTexts: await readTemplates(),
    publicUrl: publicUrl(settings),
  }
  return {
    settings,
    publicUrl: publicUrl(settings),
    log,
    ports,
    http: {
      log,
      trustProxy: settings.TRUST_PROXY,
      limits,
      demo:
        wantsDemo(settings) && isLoopback(settings.HOST)
          ? caughtMails(join(settings.DATA_DIR, 'mail'))
          : null,
      session: {
        store: expressSessions(connection, sha256),
        secret: settings.SESSION_SECRET ?? random.secret(),
        lifetime: SESSION_SECONDS,
      },
    },
    redis,
    async close() {
      await queue.close()
      limits.close()
      mailer.close()
      await reader.close()
      pdfs.close()
      await connection.close()
    },
  }
}
