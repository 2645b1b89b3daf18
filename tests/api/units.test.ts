import { expect } from 'chai'
import { openWorldWithUnits } from '../support/rosters.ts'
import type { World } from '../support/world.ts'

const codes = (answer: { body: { code: string }[] }) => answer.body.map(({ code }) => code)

describe('GET /campaigns/:c/units', () => {
  let world: World
  before(async () => {
    world = await openWorldWithUnits()
  })
  after(async () => world.close())

  const list = (who: Parameters<World['as']>[0], parent?: string) =>
    world
      .as(who)
      .get('/api/v1/campaigns/nghi-quyet-12-cdvn/units')
      .query(parent === undefined ? {} : { parent })

  it('begins with the highest units of one’s scope', async () => {
    const answer = await list('staff.hung-yen').expect(200)
    expect(answer.body).to.deep.equal([
      { id: 'hung-yen', code: 'hung-yen', name: 'LĐLĐ tỉnh Hưng Yên', hasChildren: true },
    ])
    expect(codes(await list('admin').expect(200))).to.deep.equal(['tld'])
    expect(codes(await list('trainer').expect(200))).to.deep.equal(['tld'])
  })

  it('goes down: the 83 units right below the top, the 19 of Hưng Yên', async () => {
    expect(codes(await list('admin', 'tld').expect(200))).to.have.length(83)
    const answer = await list('staff.hung-yen', 'hung-yen').expect(200)
    expect(codes(answer)).to.have.length(19)
    expect(answer.body.every((unit: { hasChildren: boolean }) => !unit.hasChildren)).to.equal(true)
    expect((await list('staff.hung-yen', 'hung-yen-van-lam').expect(200)).body).to.deep.equal([])
  })

  it('knows no unit out of one’s scope, and none to nobody', async () => {
    for (const parent of ['hai-duong', 'tld', 'khong-co']) {
      const answer = await list('staff.hung-yen', parent).expect(404)
      expect(answer.body.code).to.equal('not-found')
    }
    await list('cadre').expect(403)
    await list('nobody').expect(401)
    await world.as('admin').get('/api/v1/campaigns/khong-co/units').expect(404)
  })

  it('shows only units of the campaign’s time', async () => {
    const { ports } = world.container
    const province = (await ports.units.byCodes(['hung-yen']))[0]!
    const past = { ...province, kind: 'superior' as const, parent: 'hung-yen-van-lam' }
    const under = [...province.path, 'hung-yen-van-lam']
    await ports.transact(async tx =>
      ports.units.save(
        [
          { ...past, code: 'cu', path: [...under, 'cu'], validTo: '2018-12-05' },
          { ...past, code: 'nay', path: [...under, 'nay'], validFrom: '2018-12-06' },
        ],
        tx,
      ),
    )
    expect(codes(await list('staff.hung-yen', 'hung-yen-van-lam').expect(200))).to.deep.equal(['nay'])
  })
})
