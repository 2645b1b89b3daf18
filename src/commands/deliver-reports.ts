import type { Notice } from '../domain/notice.ts'
import { HOUSE, reachesUnit, scopeOf } from '../domain/permission.ts'
import type { Report, ReportBatchId } from '../domain/report.ts'
import { commonPath } from '../domain/wave.ts'
import { type Account, mailOf, responsibilityOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { callSenders } from './call-senders.ts'
import { accountsWith, noticeToOfficer } from './officers.ts'

type Needed = Pick<Ports, 'accounts' | 'cadres' | 'reports' | 'notices' | 'queue' | 'transact'>

/** One to each who answers for one of the units, or trains there, whatever the number of his units. */
const noticesOf =
  (ports: Needed) =>
  async (batch: ReportBatchId, done: readonly Report[], now: Date): Promise<readonly Notice[]> => {
    const [first] = done
    if (first === undefined) return []
    const officers = new Map<string, Account>()
    for (const role of ['staff', 'trainer'] as const)
      for await (const account of accountsWith(ports, role)) officers.set(account.id, account)
    const notices: Notice[] = []
    for (const account of officers.values()) {
      const scope = scopeOf(responsibilityOf(account), 'see-report')
      const path = commonPath(done.map(report => report.path).filter(one => reachesUnit(scope, one)))
      const unit = path.at(-1)
      if (unit === undefined) continue
      const what = {
        id: `reports-${batch}-${account.id}`,
        kind: 'scheduled-report' as const,
        ...{ campaign: first.campaign, cause: batch, enrolment: account.id, unit, path },
      }
      notices.push(noticeToOfficer(account, await mailOf(account, ports), what, now))
    }
    return notices
  }

/**
 * Tells of the scheduled reports that are over: to all at once, in the transaction that takes the mark away, so that a
 * kill leaves none or the whole. Answers how many batches it took.
 */
export const deliverReports =
  (ports: Needed) =>
  async (now: Date): Promise<number> => {
    const { reports, notices, transact } = ports
    const batches = await reports.untold()
    for (const batch of batches) {
      const all = await reports.inBatches(scopeOf(HOUSE, 'see-report'), [batch])
      const done = all.filter(({ state }) => state === 'done')
      const written = await noticesOf(ports)(batch, done, now)
      const isMine = await transact(async tx => {
        if (!(await reports.markTold(batch, tx))) return false
        await notices.insert(written, tx)
        return true
      })
      if (isMine) await callSenders(ports)('reminders', written.length, `reports-${batch}`)
    }
    return batches.length
  }
