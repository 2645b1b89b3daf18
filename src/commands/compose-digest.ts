import { buffer } from 'node:stream/consumers'
import { isSwitchedOff } from '../domain/mail-switch.ts'
import type { Notice } from '../domain/notice.ts'
import { type Actor, HOUSE, reachesUnit, scopeOf } from '../domain/permission.ts'
import { endOfQuiet } from '../domain/schedule.ts'
import { digestLetter } from '../mail/messages/digest.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import type { Mail } from '../ports/mailer.ts'
import { exportPeople } from '../queries/people-export.ts'
import { getProgress } from '../queries/progress.ts'
import type { Composed } from './compose-notice.ts'

type Needed = Pick<Ports, 'campaigns' | 'accounts' | 'mailSwitches' | 'publicUrl'> &
  Parameters<typeof getProgress>[0] &
  Parameters<typeof exportPeople>[0]

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Those who owe, as its reader may see them; it is the house that takes the list. */
const listFor = async (
  ports: Needed,
  reader: Actor,
  { campaign, unit }: Pick<Notice, 'campaign' | 'unit'>,
  now: Date,
): Promise<Mail['attachments']> => {
  const actor = { ...reader, id: HOUSE.id, name: HOUSE.name }
  const list = await exportPeople(ports)(actor, { campaign, unit, state: 'missing' }, 'xlsx', now)
  return list.ok ? [{ name: list.value.name, type: XLSX, bytes: await buffer(list.value.bytes) }] : []
}

/** What a digest comes to as things stand now, for somebody who still answers for the unit. */
export const composeDigest =
  (ports: Needed) =>
  async (notice: Notice, now: Date): Promise<Composed> => {
    const { campaign: code, unit, path, email, kind } = notice
    const campaign = await ports.campaigns.find(code)
    const account = await ports.accounts.byId(notice.enrolment.split(' ')[0] ?? '')
    if (campaign === null || account === null || account.disabled || email === null) return { skip: 'gone' }
    const actor = actorOf(account)
    if (!reachesUnit(scopeOf(actor, 'send-reminder'), path)) return { skip: 'gone' }
    if (isSwitchedOff(kind, path, campaign.reminders, await ports.mailSwitches.ofCampaign(code)))
      return { skip: 'switched-off' }
    const wait = endOfQuiet(campaign.reminders, now)
    if (wait !== null) return { wait }
    const progress = await getProgress(ports)(actor, { campaign: code, unit })
    if (!progress.ok || progress.value.totals.people === 0) return { skip: 'gone' }
    const { totals, children } = progress.value
    const isListed = kind === 'digest' && totals.partial + totals.nothing > 0
    const attachments = isListed ? await listFor(ports, actor, notice, now) : []
    const base = `${ports.publicUrl}/dot/${code}`
    const switches = `${base}/nhac-nop?unit=${unit}`
    const letter = digestLetter({
      campaign,
      name: account.name,
      unit: progress.value.unit.name,
      totals,
      children: children.map(child => ({ unit: child.unit.name, totals: child.totals })),
      hasList: (attachments ?? []).length > 0,
      pages: { owing: `${base}/chua-nop?unit=${unit}`, switches },
    })
    // Nobody is obliged to read it, unlike a reminder.
    const headers = { 'List-Unsubscribe': `<${switches}>` }
    return { mail: { to: email, ...letter, headers, ...(attachments === undefined ? {} : { attachments }) } }
  }
