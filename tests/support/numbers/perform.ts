import { sha256 } from '../../../src/crypto/sha256.ts'
import { tallyOf } from '../../../src/domain/completion.ts'
import type { World } from '../world.ts'
import type { Plan, Step } from './plan.ts'

const TEXT = 'Nhận thức, liên hệ bản thân và giải pháp của tôi trong thời gian tới.'
export const pathOf = ({ code }: Plan): string => `/api/v1/campaigns/${code}`

/** Puts a plan's units, campaign and people into the world, and a staff account `staff.CODE` with a token. */
const settle = async (world: World, plan: Plan): Promise<readonly string[]> => {
  const { ports } = world.container
  const { topics, requiredTopics, opensAt, dueAt, closesAt } = plan.campaign
  await ports.transact(async tx => ports.units.save(plan.units, tx))
  const created = await world
    .as('admin')
    .post('/api/v1/campaigns')
    .send({
      ...{ code: plan.code, name: `Đợt ${plan.code}`, requiredTopics, opensAt, dueAt, closesAt },
      topics: topics.map(code => ({ code, title: code })),
      // Only the digest is looked at.
      reminders: {
        off: [
          ...['invitation', 'before-due', 'due-day', 'after-due', 'last-call'],
          ...['returned', 'extension-answer', 'receipt', 'national-digest'],
        ],
      },
    })
    .expect(201)
  const campaign = (await ports.campaigns.find(created.body.code))!
  await ports.accounts.save({
    ...{ id: `staff.${plan.code}`, login: `staff.${plan.code}@test.example`, name: 'Cán bộ theo dõi' },
    grants: [{ role: 'staff', units: [plan.code] }],
    ...{ cadre: null, passwordHash: null, disabled: false, demo: false },
  })
  await ports.tokens.insert({
    ...{ id: ports.random.id(), account: `staff.${plan.code}`, name: 'test' },
    ...{ hash: sha256(`token-staff.${plan.code}`), createdAt: world.clock.now(), lastUsedAt: null },
  })
  const entries = plan.people.map(({ name, unit }) => {
    const person = { name, birth: '1980', gender: null, staffCode: null, email: null, phone: null }
    const cadre = { id: ports.random.id(), ...person }
    const enrolment = {
      ...{ id: ports.random.id(), campaign: plan.code, cadre: cadre.id, person },
      ...{ unit: unit.code, path: unit.path, stays: [{ unit: unit.code, since: world.clock.now() }] },
      ...{ posts: [], venue: null, exemption: null, pastExemptions: [], heads: {} },
      ...{ tally: tallyOf(campaign, {}, false), enrolledAt: world.clock.now() },
    }
    return { cadre, enrolment }
  })
  await ports.transact(async tx => ports.roster.insert(entries, tx))
  return entries.map(({ enrolment }) => enrolment.id)
}

/** Does the steps through the API; what it answered is kept where a later step needs it. */
const performer = (world: World, plan: Plan, enrolments: readonly string[]) => {
  const path = pathOf(plan)
  const versions = new Map<string, number>()
  const exemptions = new Map<number, string>()
  const admin = () => world.as('admin')
  const essay = (person: number, topic: string) => `${path}/enrolments/${enrolments[person]}/essays/${topic}`
  const keep = (
    person: number,
    { receipts }: { receipts: readonly { topic: string; version: number }[] },
  ): void => {
    for (const { topic, version } of receipts) versions.set(`${person} ${topic}`, version)
  }

  return async (step: Step): Promise<void> => {
    switch (step.do) {
      case 'submit': {
        const at = `${path}/enrolments/${enrolments[step.person]}/submissions`
        const answer = await admin().post(at).send({ topics: step.topics, text: TEXT }).expect(201)
        keep(step.person, answer.body)
        break
      }
      case 'paper': {
        const { topics, receivedAt } = step
        const at = `${path}/enrolments/${enrolments[step.person]}/papers`
        keep(step.person, (await admin().post(at).send({ topics, receivedAt }).expect(201)).body)
        break
      }
      case 'withdraw':
        await admin().delete(essay(step.person, step.topic)).expect(204)
        break
      case 'judge': {
        const { person, topic, verdict, dueAt } = step
        const version = versions.get(`${person} ${topic}`)
        const note = verdict === 'returned' ? 'Cần liên hệ bản thân rõ hơn.' : null
        await admin()
          .post(`${essay(person, topic)}/reviews`)
          .send({ version, verdict, note, dueAt })
          .expect(201)
        break
      }
      case 'exempt': {
        const body = { enrolment: enrolments[step.person], reason: 'Nghỉ thai sản' }
        const answer = await admin().post(`${path}/exemptions`).send(body).expect(201)
        exemptions.set(step.person, answer.body.id)
        break
      }
      case 'end-exemption':
        await admin()
          .delete(`${path}/exemptions/${exemptions.get(step.person)}`)
          .expect(204)
        break
      case 'extend': {
        const { person, unit, dueAt } = step
        const subject = person === null ? { unit } : { enrolment: enrolments[person] }
        await admin()
          .post(`${path}/extensions`)
          .send({ ...subject, dueAt, reason: 'Đi công tác' })
          .expect(201)
      }
    }
  }
}

/** Lets all that the plans say happen in the world, by its clock and through its API. */
export const perform = async (world: World, plans: readonly Plan[]): Promise<void> => {
  const acts: { readonly step: Step; readonly perform: (step: Step) => Promise<void> }[] = []
  for (const plan of plans) {
    world.clock.set(new Date(plan.campaign.opensAt.getTime() - 1))
    const act = performer(world, plan, await settle(world, plan))
    acts.push(...plan.steps.map(step => ({ step, perform: act })))
  }
  for (const { step, perform: act } of acts.sort((a, b) => a.step.at.getTime() - b.step.at.getTime())) {
    world.clock.set(step.at)
    await act(step)
  }
}
