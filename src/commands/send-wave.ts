import type { CampaignCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { commonPath, type Wave } from '../domain/wave.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import type { Ports } from '../ports/index.ts'
import { unitNames } from '../queries/unit-names.ts'
import { surveyWave } from './survey-wave.ts'

export interface WaveRequest {
  readonly campaign: CampaignCode
  /** A unit and all below it, or people: one of the two. */
  readonly selection: { readonly unit: UnitCode } | { readonly enrolments: readonly EnrolmentId[] }
  /** Only say whom it would reach. */
  readonly dryRun: boolean
  /** A repeated request with the same key gets the same wave. */
  readonly idempotencyKey: string | null
}

export interface WaveAnswer {
  /** null: nothing was written. */
  readonly id: string | null
  /** Whom it reaches. */
  readonly recipients: number
  /** How many of them by a short text; only said before it is sent. */
  readonly byMessage?: number
  /** Who owes too, but no channel reaches him: he is to be called. */
  readonly withoutAddress: number
  /** What the first of them would read. */
  readonly sample?: { readonly subject: string; readonly text: string }
}

type Needed = Pick<
  Ports,
  | 'campaigns'
  | 'units'
  | 'extensions'
  | 'debtors'
  | 'mailSwitches'
  | 'notices'
  | 'messenger'
  | 'waves'
  | 'queue'
  | 'audit'
  | 'random'
  | 'usualTexts'
  | 'publicUrl'
>
type Selected = Pick<Wave, 'unit' | 'enrolments' | 'path'>

/** null: some of it is out of the scope, so for this actor it does not exist. */
const select = async (
  { units, debtors }: Needed,
  scope: Scope,
  { campaign, selection }: WaveRequest,
): Promise<Selected | null> => {
  if ('unit' in selection) {
    const unit = await units.find(scope, selection.unit)
    return unit && { unit: unit.code, enrolments: null, path: unit.path }
  }
  const enrolments = [...new Set(selection.enrolments)].sort()
  const paths = await debtors.paths(scope, campaign, enrolments)
  return paths.length < enrolments.length ? null : { unit: null, enrolments, path: commonPath(paths) }
}

const answerOf = ({ id, recipients, withoutAddress }: Wave): WaveAnswer => ({
  id,
  recipients,
  withoutAddress,
})

const isSameSelection = (wave: Wave, campaign: CampaignCode, { unit, enrolments }: Selected): boolean =>
  wave.campaign === campaign &&
  wave.unit === unit &&
  String(wave.enrolments ?? '') === String(enrolments ?? '')

const repeated = (wave: Wave, campaign: CampaignCode, selected: Selected): Result<WaveAnswer> =>
  isSameSelection(wave, campaign, selected)
    ? ok(answerOf(wave))
    : refuse(problem('wave-key-reused', {}, 'header/Idempotency-Key'))

/**
 * Reminds those selected who still owe and can still hand in. Pressed twice, or by two people at once, it mails nobody
 * twice: whoever was written a reminder within the last minute is left out, and two waves that both saw somebody as
 * not yet reminded write the same notice, which its key lets in once.
 */
export const sendWave =
  (ports: Needed) =>
  async (actor: Actor, request: WaveRequest, now: Date): Promise<Result<WaveAnswer>> => {
    const { campaigns, waves, queue, audit, random, publicUrl } = ports
    const { dryRun, idempotencyKey } = request
    const scope = scopeOf(actor, 'send-reminder')
    const campaign = await campaigns.find(request.campaign)
    const selected = campaign && (await select(ports, scope, request))
    if (campaign === null || selected === null) return refuse(problem('not-found'))

    const before = idempotencyKey === null ? null : await waves.underKey(actor.id, idempotencyKey)
    if (before !== null) return repeated(before, campaign.code, selected)

    const { recipients, byMessage, toCall, justReminded, samples } = await surveyWave(ports)(
      scope,
      campaign,
      { ...selected, kind: 'manual', since: null, at: now },
      now,
    )
    const withoutAddress = toCall.length
    if (recipients + withoutAddress === 0)
      return refuse(problem(justReminded > 0 ? 'just-reminded' : 'nobody-to-remind'))
    if (dryRun) {
      const [first] = samples
      if (first === undefined) return ok({ id: null, recipients, byMessage, withoutAddress })
      const unitName = await unitNames(ports)([first.enrolment.unit])
      const { subject, text } = reminderLetter({
        ...{ campaign, ...first, now, publicUrl, signIn: null },
        ...{ usual: ports.usualTexts, unit: unitName(first.enrolment.unit) },
      })
      return ok({ id: null, recipients, byMessage, withoutAddress, sample: { subject, text } })
    }

    const wave: Wave = {
      id: random.id(),
      campaign: campaign.code,
      kind: 'manual',
      at: now,
      since: null,
      ...selected,
      by: { id: actor.id, name: actor.name },
      idempotencyKey,
      planned: false,
      recipients,
      withoutAddress,
      stopped: null,
    }
    if (!(await waves.insert(wave))) {
      const other = idempotencyKey === null ? null : await waves.underKey(actor.id, idempotencyKey)
      if (other === null) throw new Error(`wave ${wave.id} exists already`)
      return repeated(other, campaign.code, selected)
    }
    await audit.write({
      actor,
      action: 'reminder-wave.sent',
      target: `campaign:${campaign.code}`,
      path: wave.path,
      at: now,
      details: { wave: wave.id, unit: wave.unit, recipients, withoutAddress },
    })
    await queue.enqueue('plan-wave', { wave: wave.id })
    return ok(answerOf(wave))
  }
