import { expect } from 'chai'
import { loadCampaign } from '../../src/commands/load-campaign.ts'
import { loadUnits } from '../../src/commands/load-units.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, UNITS } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'

const without = (code: string) => UNITS.filter(unit => unit.code !== code)

describe('loading', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const loadIt = async (campaign: typeof CAMPAIGN, isUpdate: boolean) =>
    loadCampaign(world.container.ports)(HOUSE, campaign, { isUpdate }, world.clock.now())
  const dueAt = async () => (await world.container.ports.campaigns.find(CAMPAIGN.code))?.dueAt
  const load = async (tree: readonly Unit[]) => {
    const result = await loadUnits(world.container.ports)(HOUSE, tree, world.clock.now())
    return result.ok ? result.value : result.problems
  }

  describe('units', () => {
    it('changes only what changed', async () => {
      expect(await load(UNITS)).to.deep.equal({ created: 0, changed: 0, removed: 0, unchanged: UNITS.length })
      expect(await world.db.collection('audit').countDocuments({ action: 'units.loaded' })).to.equal(0)
      const renamed = UNITS.map(unit =>
        unit.code === 'hai-duong-chi-linh' ? { ...unit, name: 'LĐLĐ thành phố Chí Linh' } : unit,
      )
      expect(await load(renamed)).to.include({ changed: 1, unchanged: UNITS.length - 1 })
      expect(await load(without('hai-duong-chi-linh'))).to.include({ removed: 1 })
    })

    it('takes people, and extensions of the unit, along when it moves, and has both sides recounted', async () => {
      const enrolment = await enrol(world, { unit: 'hung-yen-van-lam' })
      const answer = await world
        .as('admin')
        .post(`/api/v1/campaigns/${CAMPAIGN.code}/extensions`)
        .send({ unit: 'hung-yen-van-lam', dueAt: '2018-12-20T10:00:00Z', reason: 'Thiên tai' })
      expect(answer.status).to.equal(201)
      await world.settle()
      const path = ['tld', 'hai-duong', 'hung-yen-van-lam']
      await load(
        UNITS.map(unit => (unit.code === 'hung-yen-van-lam' ? { ...unit, parent: 'hai-duong', path } : unit)),
      )
      const { enrolments, extensions } = world.container.ports
      const moved = await enrolments.find({ kind: 'everything' }, CAMPAIGN.code, enrolment.id)
      expect(moved?.path).to.deep.equal(path)
      expect((await extensions.applyingTo(moved!)).map(extension => extension.path)).to.deep.equal([path])
      await world.settle()
      const people = async (who: 'staff.hung-yen' | 'staff.hai-duong', unit: string) =>
        (await world.as(who).get(`/api/v1/campaigns/${CAMPAIGN.code}/progress?unit=${unit}`)).body.totals
          .people
      expect(await people('staff.hung-yen', 'hung-yen')).to.equal(0)
      expect(await people('staff.hai-duong', 'hai-duong')).to.equal(1)
    })

    it('keeps a unit in which somebody stands or stood', async () => {
      await enrol(world, { unit: 'hai-duong-chi-linh' })
      expect(await load(without('hai-duong-chi-linh'))).to.deep.equal([
        { code: 'unit-in-use', details: { unit: 'hai-duong-chi-linh' } },
      ])
      expect(await world.container.ports.units.all()).to.have.length(UNITS.length)
    })

    it('is not for others than admins', async () => {
      const staff = { id: 's', name: 's', grants: [{ role: 'staff', units: ['tld'] }], cadre: null } as const
      const result = await loadUnits(world.container.ports)(staff, [], world.clock.now())
      expect(result.ok ? '' : result.problems[0].code).to.equal('forbidden')
    })
  })

  describe('a campaign', () => {
    const later = { ...CAMPAIGN, dueAt: new Date('2018-12-20T10:00:00Z') }

    it('is created once, and left alone where it is: an admin may have moved its dates', async () => {
      expect(await loadIt({ ...CAMPAIGN, code: 'moi' }, false)).to.deep.equal({ ok: true, value: 'created' })
      expect(await loadIt(later, false)).to.deep.equal({ ok: true, value: 'unchanged' })
      expect(await dueAt()).to.deep.equal(CAMPAIGN.dueAt)
    })

    it('is changed to what its file says when that is asked for, where it differs', async () => {
      expect(await loadIt(CAMPAIGN, true)).to.deep.equal({ ok: true, value: 'unchanged' })
      expect(await loadIt(later, true)).to.deep.equal({ ok: true, value: 'changed' })
      expect(await dueAt()).to.deep.equal(later.dueAt)
    })
  })
})
