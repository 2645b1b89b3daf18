import { isSwitchedOff } from '../domain/mail-switch.ts'
import type { Notice } from '../domain/notice.ts'
import { reachesUnit, scopeOf } from '../domain/permission.ts'
import { endOfQuiet } from '../domain/schedule.ts'
import { isNation } from '../domain/unit-group.ts'
import { textKey } from '../domain/vietnamese.ts'
import { scheduledReportLetter } from '../mail/messages/scheduled-report.ts'
import { responsibilityOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import type { Composed } from './compose-notice.ts'

type Needed = Pick<Ports, 'campaigns' | 'accounts' | 'mailSwitches' | 'reports' | 'units' | 'publicUrl'>

/** Links to the scheduled reports of those units that somebody still answers for, and that want to be told. */
export const composeReports =
  (ports: Needed) =>
  async (notice: Notice, now: Date): Promise<Composed> => {
    const { campaign: code, cause: batch, email, kind } = notice
    const campaign = await ports.campaigns.find(code)
    const account = await ports.accounts.byId(notice.enrolment)
    if (campaign === null || account === null || account.disabled || email === null) return { skip: 'gone' }
    const actor = responsibilityOf(account)
    const seen = await ports.reports.inBatches(scopeOf(actor, 'see-report'), [batch])
    const done = seen.filter(({ state }) => state === 'done')
    const switches = await ports.mailSwitches.ofCampaign(code)
    const wanted = done.filter(report => !isSwitchedOff(kind, report.path, campaign.reminders, switches))
    const [first] = wanted
    if (first?.occasion == null) return { skip: done.length > 0 ? 'switched-off' : 'gone' }
    const wait = endOfQuiet(campaign.reminders, now)
    if (wait !== null) return { wait }

    const base = `${ports.publicUrl}/dot/${code}`
    const units = new Map((await ports.units.byCodes(wanted.map(({ unit }) => unit))).map(u => [u.code, u]))
    const links = wanted
      .map(report => {
        const unit = units.get(report.unit)
        const name = unit?.name ?? report.unit
        return {
          unit: name,
          key: textKey(name),
          isNation: unit !== undefined && isNation(unit),
          href: `${base}/bao-cao/${report.id}`,
        }
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    const nation = links.find(link => link.isNation)
    const seesBatch = reachesUnit(scopeOf(actor, 'compile-nation'), first.path.slice(0, 1))
    // Staff switch mails off, trainers do not.
    const own = wanted.find(({ path }) => reachesUnit(scopeOf(actor, 'send-reminder'), path))
    const off = own === undefined ? null : `${base}/nhac-nop?unit=${own.unit}`
    const letter = scheduledReportLetter({
      campaign,
      name: account.name,
      occasion: first.occasion,
      cutoff: first.cutoff,
      reports: nation === undefined ? links : [nation],
      // So many links are a page of their own.
      others:
        nation === undefined || links.length === 1
          ? null
          : {
              count: links.length - 1,
              href: seesBatch ? `${base}/cac-tinh/bao-cao/${batch}` : `${base}/bao-cao`,
            },
      switches: off,
    })
    // Nobody is obliged to read it.
    const headers = off === null ? {} : { 'List-Unsubscribe': `<${off}>` }
    return { mail: { to: email, ...letter, headers } }
  }
