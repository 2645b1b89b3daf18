import type { CampaignCode } from '../domain/campaign.ts'
import { digestId, dueDigest } from '../domain/digest.ts'
import type { Notice } from '../domain/notice.ts'
import type { Unit } from '../domain/unit.ts'
import { type Account, mailOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { accountsWith, noticeToOfficer } from './officers.ts'

type Needed = Pick<Ports, 'campaigns' | 'accounts' | 'cadres' | 'units' | 'notices' | 'transact'>

const noticeTo = (
  account: Account,
  email: string | null,
  unit: Unit,
  of: Pick<Notice, 'campaign' | 'kind' | 'cause'>,
  now: Date,
): Notice =>
  noticeToOfficer(
    account,
    email,
    {
      ...of,
      id: `${of.cause}-${account.id}-${unit.code}`,
      // Once for each unit he answers for.
      enrolment: `${account.id} ${unit.code}`,
      ...{ unit: unit.code, path: unit.path },
    },
    now,
  )

const noticesOf = async (
  ports: Needed,
  campaign: CampaignCode,
  cause: string,
  now: Date,
): Promise<readonly Notice[]> => {
  const notices: Notice[] = []
  for await (const account of accountsWith(ports, 'staff')) {
    const codes = account.grants.flatMap(grant => (grant.role === 'staff' ? grant.units : []))
    const email = await mailOf(account, ports)
    for (const unit of await ports.units.byCodes(codes))
      notices.push(noticeTo(account, email, unit, { campaign, kind: 'digest', cause }, now))
  }
  const root = await ports.units.top({ kind: 'everything' })
  if (root === null) return notices
  for await (const account of accountsWith(ports, 'admin'))
    notices.push(
      noticeTo(
        account,
        await mailOf(account, ports),
        root,
        { campaign, kind: 'national-digest', cause },
        now,
      ),
    )
  return notices
}

/** Writes the digest that is due, if one is: to all at once, so that a kill leaves none or the whole. The reconciler sends. */
export const startDigest =
  (ports: Needed) =>
  async (code: CampaignCode, now: Date): Promise<void> => {
    const campaign = await ports.campaigns.find(code)
    const at = campaign && dueDigest(campaign, now)
    if (campaign === null || at === null) return
    const cause = digestId(campaign, at)
    if (await ports.notices.isWritten(cause)) return
    const notices = await noticesOf(ports, code, cause, now)
    await ports.transact(async tx => {
      if (await ports.notices.isWritten(cause, tx)) return
      await ports.notices.insert(notices, tx)
    })
  }
