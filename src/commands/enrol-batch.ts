import type { Campaign } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { renewed } from '../domain/roster/identity.ts'
import { changeStanding, type Step } from '../domain/roster/plan.ts'
import { isSame } from '../domain/same.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import type { NewEnrolment } from '../ports/roster.ts'

type Create = Extract<Step, { readonly kind: 'create' }>
type Change = Exclude<Step, { readonly kind: 'create' }>
type Used = Pick<Ports, 'roster' | 'random'>

const newEnrolment = (
  { random }: Pick<Ports, 'random'>,
  campaign: Campaign,
  { entry, known }: Create,
  now: Date,
): NewEnrolment => {
  const [unit] = entry.units
  if (unit === undefined) throw new Error('an entry without a unit')
  // Of somebody out of the actor's reach nothing is copied: that he exists is all that was used.
  const person = known?.isVisible === true ? renewed(known.person, entry.person) : entry.person
  const cadre = known?.cadre ?? random.id()
  const enrolment: Enrolment = {
    id: random.id(),
    campaign: campaign.code,
    cadre,
    person,
    unit: unit.code,
    path: unit.path,
    stays: [{ unit: unit.code, since: now }],
    posts: entry.posts,
    venue: entry.venue,
    exemption: null,
    pastExemptions: [],
    heads: {},
    tally: tallyOf(campaign, {}, false),
    enrolledAt: now,
  }
  return { cadre: known === null ? { id: cadre, ...person } : null, enrolment }
}

const create = async (
  { roster, random }: Used,
  campaign: Campaign,
  steps: readonly Create[],
  now: Date,
  tx: Tx,
) => {
  const made = steps.map(step => newEnrolment({ random }, campaign, step, now))
  await roster.insert(made, tx)
  const reached = made
    .filter((_, i) => steps[i]?.known?.isVisible !== false)
    .map(({ enrolment }) => enrolment)
  const renewedPeople = steps.flatMap(({ known }, i) => {
    const person = made[i]?.enrolment.person
    return known?.isVisible === true && person !== undefined && !isSame(known.person, person)
      ? [{ id: known.cadre, ...person }]
      : []
  })
  await roster.saveCadres(renewedPeople, tx)
  return reached
}

const change = async ({ roster }: Used, steps: readonly Change[], now: Date, tx: Tx) => {
  const entries = new Map(steps.map(({ standing, entry }) => [standing.id, entry]))
  const before = await roster.enrolments([...entries.keys()], tx)
  const changes = before.flatMap(old => {
    const entry = entries.get(old.id)
    if (entry === undefined) return []
    const changed = changeStanding(entry, old)
    const hasMoved = changed.unit !== old.unit
    const stays = hasMoved ? [...old.stays, { unit: changed.unit, since: now }] : old.stays
    return [{ old, enrolment: { ...old, ...changed, stays }, alsoTouched: hasMoved ? [old.unit] : [] }]
  })
  await roster.save(changes, tx)
  const renewedPeople = changes.filter(({ old, enrolment }) => !isSame(old.person, enrolment.person))
  await roster.saveCadres(
    renewedPeople.map(({ enrolment }) => ({ id: enrolment.cadre, ...enrolment.person })),
    tx,
  )
  return renewedPeople
    .filter(({ old, enrolment }) => old.person.email !== enrolment.person.email)
    .map(c => c.enrolment)
}

/** Does the steps of one batch in the transaction it is given. */
export const enrolBatch =
  (ports: Used) =>
  async (campaign: Campaign, steps: readonly Step[], now: Date, tx: Tx): Promise<void> => {
    const created = await create(
      ports,
      campaign,
      steps.filter((step): step is Create => step.kind === 'create'),
      now,
      tx,
    )
    const renamed = await change(
      ports,
      steps.filter((step): step is Change => step.kind !== 'create'),
      now,
      tx,
    )
    const reachable = [...created, ...renamed].flatMap(({ cadre, person: { email } }) =>
      email === null ? [] : [{ cadre, email }],
    )
    await ports.roster.linkAccounts(reachable, tx)
  }
