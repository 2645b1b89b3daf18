import type { Campaign } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { Scope } from '../domain/permission.ts'
import type { Wave } from '../domain/wave.ts'
import { type Candidate, type CandidatePorts, reminderCandidates } from './reminder-candidates.ts'

/** Whom a wave would reach, if it began now. */
export interface Survey {
  /** Whom it will reach. */
  readonly recipients: number
  /** Who of them by a short text. */
  readonly byMessage: number
  /** Who owes too, but was written a reminder just now. */
  readonly justReminded: number
  /** Who owes too, but no channel reaches him: he is to be called. */
  readonly toCall: readonly Enrolment[]
  /** Some of those who will be mailed. */
  readonly samples: readonly Candidate[]
  /** One of those who will be texted. */
  readonly textSample: Candidate | null
}

const SAMPLES = 3

export const surveyWave =
  (ports: CandidatePorts) =>
  async (
    scope: Scope,
    campaign: Campaign,
    wave: Pick<Wave, 'unit' | 'enrolments' | 'kind' | 'since' | 'at'>,
    now: Date,
  ): Promise<Survey> => {
    let [recipients, byMessage, justReminded] = [0, 0, 0]
    let textSample: Candidate | null = null
    const toCall: Enrolment[] = []
    const samples: Candidate[] = []
    const asked = { ...wave, campaign: campaign.code }
    for await (const batch of reminderCandidates(ports)(scope, campaign, asked, now))
      for (const candidate of batch) {
        if (candidate.justReminded) justReminded += 1
        else if (candidate.channel === null) toCall.push(candidate.enrolment)
        else {
          recipients += 1
          if (candidate.channel === 'message') {
            byMessage += 1
            textSample ??= candidate
          } else if (samples.length < SAMPLES) samples.push(candidate)
        }
      }
    return { recipients, byMessage, textSample, justReminded, toCall, samples }
  }
