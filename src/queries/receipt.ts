import type { Campaign, Topic } from '../domain/campaign.ts'
import type { EssayVersion } from '../domain/essay.ts'
import { HOUSE, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { receiptCode } from '../domain/receipt.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { maskName } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'

export interface Receipt {
  readonly campaign: Campaign
  readonly topic: Topic
  readonly version: EssayVersion
  /** Masked: its owner knows it, others learn little. */
  readonly name: string
}

/** What a receipt proves, to anybody who holds its code. */
export const getReceipt =
  ({ essays, campaigns, enrolments }: Pick<Ports, 'essays' | 'campaigns' | 'enrolments'>) =>
  async (typed: string): Promise<Result<Receipt>> => {
    const code = receiptCode(typed)
    const version = code === null ? null : await essays.byReceipt(code)
    if (version === null) return refuse(problem('not-found'))
    const [campaign, enrolment] = await Promise.all([
      campaigns.find(version.campaign),
      enrolments.find(scopeOf(HOUSE, 'see-enrolment'), version.campaign, version.enrolment),
    ])
    const topic = campaign?.topics.find(({ code }) => code === version.topic)
    if (campaign === null || topic === undefined || enrolment === null) return refuse(problem('not-found'))
    return ok({ campaign, topic, version, name: maskName(enrolment.person.name) })
  }
