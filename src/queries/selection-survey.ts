import { type LeftOut, whyNotExempted, whyNotExtended } from '../domain/bulk.ts'
import type { Campaign } from '../domain/campaign.ts'
import { type Deadline, deadlineFor } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { type Action, type Actor, scopeOf } from '../domain/permission.ts'
import { type ReasonNotToRemind, reasonNotToRemind } from '../domain/reminder.ts'
import type { Selection } from '../domain/selection.ts'
import { appliesTo } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'

const BATCH = 500
const NAMES = 5

/** What is to be done to the people; of an extension the date may still be open. */
export type Purpose =
  | { readonly kind: 'reminder' }
  | { readonly kind: 'extension'; readonly dueAt: Date | null }
  | { readonly kind: 'exemption' }

export type WhyNot = LeftOut | ReasonNotToRemind

/** What would become of those selected, as things stand. */
export interface Survey {
  readonly selected: number
  /** It makes sense for so many. */
  readonly concerned: number
  readonly leftOut: readonly {
    readonly reason: WhyNot
    readonly people: number
    /** Of the first of them. */
    readonly names: readonly string[]
  }[]
  /** Of those concerned: how many have handed something in that counts. */
  readonly withEssays: number
  /** Of those concerned: until when they have now, earliest first. */
  readonly dueDates: readonly { readonly dueAt: Date; readonly people: number }[]
}

const ACTIONS = {
  reminder: 'send-reminder',
  extension: 'grant-extension',
  exemption: 'grant-exemption',
} as const satisfies Record<Purpose['kind'], Action>

const whyNot = (purpose: Purpose, enrolment: Enrolment, deadline: Deadline, now: Date): WhyNot | null => {
  if (purpose.kind === 'reminder') return reasonNotToRemind(enrolment, deadline, now)
  return purpose.kind === 'extension'
    ? whyNotExtended(enrolment, deadline, purpose.dueAt)
    : whyNotExempted(enrolment)
}

/** Says before something is done to a selection whom it concerns, and who falls out of it and why. */
export const surveySelection =
  ({ enrolmentLists, extensions }: Pick<Ports, 'enrolmentLists' | 'extensions'>) =>
  async (
    actor: Actor,
    campaign: Campaign,
    { enrolments }: Pick<Selection, 'enrolments'>,
    purpose: Purpose,
    now: Date,
  ): Promise<Survey> => {
    const scope = scopeOf(actor, ACTIONS[purpose.kind])
    const leftOut = new Map<WhyNot, { people: number; names: string[] }>()
    const dueDates = new Map<number, number>()
    let [seen, concerned, withEssays] = [0, 0, 0]
    const leave = (reason: WhyNot, people: number, name?: string): void => {
      const entry = leftOut.get(reason) ?? { people: 0, names: [] }
      entry.people += people
      if (name !== undefined && entry.names.length < NAMES) entry.names.push(name)
      leftOut.set(reason, entry)
    }

    for (let at = 0; at < enrolments.length; at += BATCH) {
      const ids = enrolments.slice(at, at + BATCH)
      const people = await enrolmentLists.some(scope, campaign.code, ids)
      const granted = await extensions.applyingToAny(campaign.code, people)
      seen += people.length
      for (const enrolment of people) {
        const deadline = deadlineFor(campaign, granted.filter(appliesTo(enrolment)))
        const reason = whyNot(purpose, enrolment, deadline, now)
        if (reason !== null) {
          leave(reason, 1, enrolment.person.name)
          continue
        }
        concerned += 1
        if (enrolment.tally.submitted > 0) withEssays += 1
        const due = deadline.dueAt.getTime()
        dueDates.set(due, (dueDates.get(due) ?? 0) + 1)
      }
    }
    if (seen < enrolments.length) leave('gone', enrolments.length - seen)
    return {
      selected: enrolments.length,
      concerned,
      leftOut: [...leftOut].map(([reason, entry]) => ({ reason, ...entry })),
      withEssays,
      dueDates: [...dueDates]
        .sort(([a], [b]) => a - b)
        .map(([time, people]) => ({ dueAt: new Date(time), people })),
    }
  }
