import type { CampaignCode, Topic } from '../domain/campaign.ts'
import type { EnrolmentId, ListedEnrolment } from '../domain/enrolment.ts'
import type { EssayHead } from '../domain/essay.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { nameKey } from '../domain/vietnamese.ts'
import type { EnrolmentFilter, EnrolmentPlace } from '../ports/enrolment-lists.ts'
import type { Ports } from '../ports/index.ts'
import { getUnitChoice, type UnitChoice } from './unit-choice.ts'

/** Essays that wait for a verdict, those that have one, or all that were handed in. */
export const READING_STATES = ['unjudged', 'returned', 'accepted', 'any'] as const
export type ReadingState = (typeof READING_STATES)[number]

/** Which essays somebody wants to read: of a unit and all below it, on one topic. */
export interface ReadingAsked {
  readonly campaign: CampaignCode
  /** Not given: the highest that the actor reaches. */
  readonly unit?: UnitCode | undefined
  /** Not given: the first. */
  readonly topic?: string | undefined
  readonly state: ReadingState
}

export interface ReadingList extends UnitChoice {
  readonly topic: Topic
  readonly state: ReadingState
  /** By name in Vietnamese order. */
  readonly items: readonly {
    readonly enrolment: ListedEnrolment
    readonly head: EssayHead
    readonly unitName: string
    /** The actor has not opened what is the newest version now. */
    readonly isUnread: boolean
  }[]
  /** The last of this page, where others follow. */
  readonly next: EnrolmentId | null
  readonly counts: Readonly<Record<ReadingState, number>>
}

const PAGE = 50

type Needed = Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists'>

const resolve =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: ReadingAsked,
  ): Promise<
    Result<{ readonly choice: UnitChoice; readonly topic: Topic; readonly filter: EnrolmentFilter }>
  > => {
    const choice = await getUnitChoice(ports)(actor, 'list-enrolments', asked)
    if (!choice.ok) return choice
    const { campaign, unit } = choice.value
    const topic = campaign.topics.find(({ code }, i) =>
      asked.topic === undefined ? i === 0 : code === asked.topic,
    )
    if (topic === undefined) return refuse(problem('not-found'))
    const filter = {
      campaign: campaign.code,
      unit: unit.code,
      who: { kind: 'topic', topic: topic.code, state: asked.state },
      words: [],
      everybody: unit.path.length === 1,
    } as const
    return ok({ choice: choice.value, topic, filter })
  }

const placeOf = ({ id, person }: ListedEnrolment): EnrolmentPlace => ({ key: nameKey(person.name), id })

/** A page of essays to read, after that person. */
export const listToRead =
  (ports: Needed & Pick<Ports, 'readings' | 'enrolments'>) =>
  async (actor: Actor, asked: ReadingAsked, after: EnrolmentId | undefined): Promise<Result<ReadingList>> => {
    const { enrolmentLists, enrolments, units, readings } = ports
    const scope = scopeOf(actor, 'list-enrolments')
    const resolved = await resolve(ports)(actor, asked)
    if (!resolved.ok) return resolved
    const { choice, topic, filter } = resolved.value
    const last = after === undefined ? null : await enrolments.find(scope, asked.campaign, after)
    const order = { by: 'name', descending: false } as const
    const [page, counts] = await Promise.all([
      enrolmentLists.page(scope, filter, order, last && placeOf(last), PAGE),
      enrolmentLists.countEssays(scope, filter, topic.code),
    ])
    const ids = page.items.map(({ id }) => id)
    const [read, their] = await Promise.all([
      readings.of(actor.id, ids, topic.code),
      units.byCodes([...new Set(page.items.map(({ unit }) => unit))]),
    ])
    const names = new Map(their.map(({ code, name }) => [code, name]))
    return ok({
      ...choice,
      topic,
      state: asked.state,
      counts,
      next: page.next === null ? null : (ids.at(-1) ?? null),
      items: page.items.flatMap(enrolment => {
        const head = enrolment.heads[topic.code]
        if (head === undefined) return []
        const isUnread = (read.get(enrolment.id) ?? 0) < head.version
        return [{ enrolment, head, unitName: names.get(enrolment.unit) ?? enrolment.unit, isUnread }]
      }),
    })
  }

/** Those before and after somebody in the list, whether or not he is in it himself; null at its ends. */
export const neighboursInList =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: ReadingAsked,
    enrolment: ListedEnrolment,
  ): Promise<Result<{ readonly previous: EnrolmentId | null; readonly next: EnrolmentId | null }>> => {
    const resolved = await resolve(ports)(actor, asked)
    if (!resolved.ok) return resolved
    const beside = async (descending: boolean): Promise<EnrolmentId | null> => {
      const { items } = await ports.enrolmentLists.page(
        scopeOf(actor, 'list-enrolments'),
        resolved.value.filter,
        { by: 'name', descending },
        placeOf(enrolment),
        1,
      )
      return items[0]?.id ?? null
    }
    const [previous, next] = await Promise.all([beside(true), beside(false)])
    return ok({ previous, next })
  }
