import { referenceOf } from '../crypto/reference.ts'
import { sha256 } from '../crypto/sha256.ts'
import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { SLIPS_AT_ONCE, type SlipChoice } from '../domain/slip.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

export interface SlipsAsked {
  readonly campaign: CampaignCode
  readonly whom:
    | { readonly unit: UnitCode; readonly choice: SlipChoice }
    | { readonly enrolments: readonly EnrolmentId[] }
  /** Of one printing: asked again, nothing is printed anew, as that would end the slips just printed. */
  readonly batch: string
}

export interface IssuedSlip {
  readonly enrolment: Enrolment
  readonly unit: string
  /** Told here and nowhere else: what is kept is its hash. */
  readonly code: string
  /** Printed too, for names of files; it signs nobody in. */
  readonly reference: string
}

export interface IssuedSlips {
  readonly campaign: Campaign
  readonly expiresAt: Date
  readonly slips: readonly IssuedSlip[]
}

type Needed = Pick<
  Ports,
  'campaigns' | 'units' | 'enrolmentLists' | 'slips' | 'accounts' | 'random' | 'audit' | 'transact'
>

/** null: there is no such unit, or not all of these people. */
const peopleMeant = async (
  { units, enrolmentLists, slips }: Needed,
  scope: Scope,
  { campaign, whom }: SlipsAsked,
  now: Date,
): Promise<readonly Enrolment[] | null> => {
  if ('enrolments' in whom) {
    const ids = new Set(whom.enrolments)
    const found = await enrolmentLists.some(scope, campaign, [...ids])
    return found.length === ids.size ? found : null
  }
  const unit = await units.find(scope, whom.unit)
  if (unit === null) return null
  return slips.chosen(scope, { campaign, ...whom, limit: SLIPS_AT_ONCE }, now)
}

/**
 * Makes slips that sign in a cadre once, until the campaign closes; earlier ones of the same people open no more. An
 * account with an office is not to be entered with a piece of paper that somebody else printed: who holds one gets none.
 */
export const issueSlips =
  (ports: Needed) =>
  async (actor: Actor, asked: SlipsAsked, now: Date): Promise<Result<IssuedSlips>> => {
    const { campaigns, units, slips, accounts, random, audit, transact } = ports
    const scope = scopeOf(actor, 'issue-slip')
    const campaign = await campaigns.find(asked.campaign)
    const meant = campaign && (await peopleMeant(ports, scope, asked, now))
    if (campaign === null || meant === null) return refuse(problem('not-found'))
    if (campaign.closesAt <= now) return refuse(problem('slips-too-late', { campaign: campaign.name }))
    // Before anything else: those it was printed for need none any more.
    if (await slips.isIssued(asked.batch)) return refuse(problem('slips-shown-once'))
    const officers = await accounts.officers(meant.map(({ cadre }) => cadre))
    const people = meant.filter(({ cadre }) => !officers.has(cadre))
    if (people.length === 0) return refuse(problem('nobody-for-slips'))

    const names = new Map<UnitCode, Unit['name']>(
      (await units.byCodes([...new Set(people.map(({ unit }) => unit))])).map(({ code, name }) => [
        code,
        name,
      ]),
    )
    const { closesAt: expiresAt } = campaign
    return transact(async tx => {
      if (await slips.isIssued(asked.batch, tx)) return refuse(problem('slips-shown-once'))
      const made = people.map(enrolment => ({ enrolment, code: random.slip() }))
      await slips.issue(
        made.map(({ enrolment, code }) => ({
          hash: sha256(code),
          account: null,
          cadre: enrolment.cadre,
          mail: null,
          expiresAt,
          setsPassword: false,
          slip: {
            campaign: campaign.code,
            enrolment: enrolment.id,
            batch: asked.batch,
            issuedAt: now,
            expiresAt,
            usedAt: null,
          },
        })),
        tx,
      )
      for (const { enrolment } of made)
        await audit.write(
          {
            actor,
            action: 'slip.issued',
            target: `enrolment:${enrolment.id}`,
            path: enrolment.path,
            at: now,
            details: { campaign: campaign.code },
          },
          tx,
        )
      return ok({
        campaign,
        expiresAt,
        slips: made.map(({ enrolment, code }) => ({
          enrolment,
          code,
          reference: referenceOf(enrolment.id),
          unit: names.get(enrolment.unit) ?? enrolment.unit,
        })),
      })
    })
  }
