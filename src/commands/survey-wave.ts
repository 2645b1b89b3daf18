import type { Campaign } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { Scope } from '../domain/permission.ts'
import type { Wave } from '../domain/wave.ts'
import { type Candidate, type CandidatePorts, reminderCandidates } from './reminder-candidates.ts'

/** Whom a wave would reach, if it began now. */
export interface Survey {
  /** Who will be mailed. */
  readonly recipients: number
  /** Who owes too, but was written a reminder just now. */
  readonly justReminded: number
  /** Who owes too, but has no mail address and is to be called. */
  readonly toCall: readonly Enrolment[]
  /** Some of those who will be mailed. */
  readonly samples: readonly Candidate[]
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
    let [recipients, justReminded] = [0, 0]
    const toCall: Enrolment[] = []
    const samples: Candidate[] = []
    const asked = { ...wave, campaign: campaign.code }
    for await (const batch of reminderCandidates(ports)(scope, campaign, asked, now))
      for (const candidate of batch) {
        if (candidate.justReminded) justReminded += 1
        else if (candidate.enrolment.person.email === null) toCall.push(candidate.enrolment)
        else {
          recipients += 1
          if (samples.length < SAMPLES) samples.push(candidate)
        }
      }
    return { recipients, justReminded, toCall, samples }
  }
