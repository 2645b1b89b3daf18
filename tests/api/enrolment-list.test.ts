import { expect } from 'chai'
import { tallyOf } from '../../src/domain/completion.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import type { Scope } from '../../src/domain/permission.ts'
import type { EnrolmentFilter, EnrolmentOrder } from '../../src/ports/enrolment-lists.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, UNITS } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = `/api/v1/campaigns/${CAMPAIGN.code}/enrolments`

interface Page {
  items: { id: string; name: string; unit: string; state: string; late: boolean }[]
  nextCursor: string | null
  total: number
}

describe('the list of enrolments', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    for (const [name, unit, phone] of [
      ['Trần Thị Hạ Long', 'hung-yen-van-lam', '0912345678'],
      ['Nguyễn Văn Hà', 'hung-yen-van-lam', '0987000001'],
      ['Đỗ Văn Đức', 'hung-yen-van-giang', '0987000002'],
      ['Lê Thị Hà', 'hung-yen', '0987000003'],
      ['Phạm Văn Ánh', 'hai-duong-chi-linh', '0987000004'],
    ] as const)
      await enrol(world, { name, unit, phone, email: null })
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const list = async (query: string, who: Parameters<World['as']>[0] = 'admin'): Promise<Page> =>
    (await world.as(who).get(`${PATH}?${query}`).expect(200)).body
  const names = async (query: string, who?: Parameters<World['as']>[0]) =>
    (await list(query, who)).items.map(item => item.name)

  it('is in roster order: given name, then middle, then family name', async () => {
    expect(await names('')).to.deep.equal([
      'Phạm Văn Ánh',
      'Đỗ Văn Đức',
      'Lê Thị Hà',
      'Nguyễn Văn Hà',
      'Trần Thị Hạ Long',
    ])
    expect(await names('sort=-name&unit=hung-yen')).to.deep.equal([
      'Trần Thị Hạ Long',
      'Nguyễn Văn Hà',
      'Lê Thị Hà',
      'Đỗ Văn Đức',
    ])
    expect((await list('sort=unit')).items.map(item => item.unit)).to.deep.equal([
      'hai-duong-chi-linh',
      'hung-yen',
      'hung-yen-van-giang',
      'hung-yen-van-lam',
      'hung-yen-van-lam',
    ])
  })

  for (const [q, found] of [
    ['ha', ['Lê Thị Hà', 'Nguyễn Văn Hà', 'Trần Thị Hạ Long']],
    ['HÀ văn', ['Nguyễn Văn Hà']],
    ['duc', ['Đỗ Văn Đức']],
    ['ĐỨC đỗ', ['Đỗ Văn Đức']],
    ['0912 345', ['Trần Thị Hạ Long']],
    ['ha khong', []],
    ['.*', []],
    ['(', []],
  ] as const)
    it(`finds ${found.length} by “${q}”`, async () => {
      const page = await list(`q=${encodeURIComponent(q)}`)
      expect(page.items.map(item => item.name)).to.deep.equal(found)
      expect(page.total).to.equal(found.length)
    })

  it('shows each only what he reaches', async () => {
    expect((await list('', 'staff.hung-yen')).total).to.equal(4)
    expect(await names('', 'staff.hai-duong')).to.deep.equal(['Phạm Văn Ánh'])
    expect(await names('q=duc', 'staff.hai-duong')).to.deep.equal([])
    expect((await list('unit=hung-yen-van-lam', 'trainer.hung-yen')).total).to.equal(2)
    for (const unit of ['hung-yen', 'hung-yen-van-lam', 'tld', 'khong-co'])
      await world.as('staff.hai-duong').get(`${PATH}?unit=${unit}`).expect(404)
    await world.as('admin').get('/api/v1/campaigns/khong-co/enrolments').expect(404)
    await world.as('cadre').get(PATH).expect(403)
    await world.as('nobody').get(PATH).expect(401)
  })

  it('refuses what it does not know, naming it', async () => {
    for (const [query, at] of [
      ['state=xong', 'query/state'],
      ['state=returned', 'query/state'],
      ['state=complete&topic=CD1', 'query/state'],
      ['topic=CD1&owing=CD2', 'query/owing'],
      ['limit=0', 'query/limit'],
      ['limit=501', 'query/limit'],
      ['sort=birth', 'query/sort'],
      ['cursor=abc', 'query/cursor'],
      [`cursor=${Buffer.from('["name",{"$ne":1},"x"]').toString('base64url')}`, 'query/cursor'],
      [`cursor=${Buffer.from('["name","x","y"]').toString('base64url')}&sort=unit`, 'query/cursor'],
      ['q[$ne]=x', undefined],
    ] as const) {
      const answer = await world.as('admin').get(`${PATH}?${query}`)
      if (at === undefined) {
        // Express' simple query parser makes no objects of it: an unknown name, which counts for nothing.
        expect(answer.status, query).to.equal(200)
      } else {
        expect(answer.status, query).to.equal(400)
        expect(answer.body.problems[0].at).to.equal(at)
      }
    }
    for (const field of ['topic', 'owing']) {
      const answer = await world.as('admin').get(`${PATH}?${field}=CD9`).expect(422)
      expect(answer.body.code).to.equal('topic-not-known')
      expect(answer.body.problems[0].at).to.equal(`query/${field}`)
    }
  })

  describe('of people in every state', () => {
    const states = ['complete', 'partial', 'late', 'nothing', 'withdrawn', 'exempt'] as const
    const people = new Map<string, Enrolment>()
    let client: ReturnType<World['as']>
    const submit = async (who: string, ...topics: string[]) =>
      client
        .post(`${PATH}/${people.get(who)!.id}/submissions`)
        .send({ topics, text: 'Bài thu hoạch của tôi.' })
        .expect(201)
    before(async () => {
      client = world.as('admin')
      for (const state of states)
        people.set(state, await enrol(world, { name: `Người ${state}`, unit: 'hai-duong' }))
      await submit('complete', 'CD1', 'CD2', 'CD3', 'CD4', 'CD5')
      await submit('partial', 'CD1')
      await submit('withdrawn', 'CD1')
      await submit('exempt', 'CD1')
      await client.delete(`${PATH}/${people.get('withdrawn')!.id}/essays/CD1`).expect(204)
      await client
        .post(PATH.replace('enrolments', 'exemptions'))
        .send({ enrolment: people.get('exempt')!.id, reason: 'Nghỉ thai sản' })
        .expect(201)
      world.clock.set('2018-12-20T02:00:00Z')
      await submit('late', 'CD1')
    })

    for (const [query, expected] of [
      ['state=exempt', ['exempt']],
      ['state=complete', ['complete']],
      ['state=partial', ['late', 'partial']],
      ['state=nothing', ['nothing', 'withdrawn']],
      ['state=missing', ['late', 'nothing', 'partial', 'withdrawn']],
      ['state=late', ['late']],
      ['topic=CD1&state=missing', ['nothing', 'withdrawn']],
      ['topic=CD1&state=submitted', ['complete', 'exempt', 'partial']],
      ['topic=CD1&state=late', ['late']],
      ['topic=CD1&state=withdrawn', ['withdrawn']],
      ['topic=CD1&state=accepted', []],
      ['topic=CD1', ['complete', 'exempt', 'late', 'partial', 'withdrawn']],
      ['topic=CD2&state=missing', ['late', 'nothing', 'partial', 'withdrawn']],
      ['owing=CD1', ['nothing', 'withdrawn']],
      ['owing=CD2&state=missing', ['late', 'nothing', 'partial', 'withdrawn']],
      ['owing=CD2&state=partial', ['late', 'partial']],
      ['owing=CD2&state=late', ['late']],
      ['owing=CD1&state=late', []],
      ['owing=CD2&state=complete', []],
    ] as const)
      it(`${query} shows ${expected.join(', ') || 'nobody'}`, async () => {
        const page = await list(`unit=hai-duong&q=nguoi&${query}`)
        expect(page.items.map(item => item.name.replace('Người ', ''))).to.have.members([...expected])
        expect(page.total).to.equal(expected.length)
      })

    it('is counted as it is listed', async () => {
      for (const query of ['unit=hai-duong', 'unit=hai-duong&q=nguoi', 'q=ha', '']) {
        const path = `${PATH.replace('enrolments', 'enrolment-counts')}?${query}`
        const { people, states, owing } = (await client.get(path).expect(200)).body
        expect((await list(query)).total, query).to.equal(people)
        for (const [state, count] of Object.entries(states))
          expect((await list(`${query}&state=${state}`)).total, `${query} ${state}`).to.equal(count)
        for (const [topic, count] of Object.entries(owing))
          expect((await list(`${query}&topic=${topic}&state=missing`)).total, topic).to.equal(count)
      }
    })

    it('is counted as it is listed beside what is chosen already', async () => {
      const count = async (query: string) =>
        (
          await client
            .get(`${PATH.replace('enrolments', 'enrolment-counts')}?unit=hai-duong&${query}`)
            .expect(200)
        ).body
      const shown = async (query: string) => (await list(`unit=hai-duong&${query}`)).total
      for (const topic of ['CD1', 'CD2']) {
        const { people, states } = await count(`owing=${topic}`)
        expect(people, 'whatever is chosen').to.equal(await shown(''))
        for (const [state, number] of Object.entries(states)) {
          const owing = state === 'complete' || state === 'exempt' ? '' : `&owing=${topic}`
          expect(number, `${topic} ${state}`).to.equal(await shown(`state=${state}${owing}`))
        }
      }
      for (const state of ['late', 'nothing', 'no-address', 'complete', 'exempt'])
        for (const [topic, number] of Object.entries((await count(`state=${state}`)).owing)) {
          const within = state === 'complete' || state === 'exempt' ? '' : `&state=${state}`
          expect(number, `${state} ${topic}`).to.equal(await shown(`owing=${topic}${within}`))
        }
    })

    it('agrees with the totals: as many as are counted', async () => {
      await world.settle()
      const { totals, topics } = (
        await client.get(`/api/v1/campaigns/${CAMPAIGN.code}/progress?unit=hai-duong`).expect(200)
      ).body
      for (const state of ['exempt', 'complete', 'partial', 'nothing'])
        expect((await list(`unit=hai-duong&state=${state}`)).total, state).to.equal(totals[state])
      for (const { topic, missing, late } of topics) {
        expect((await list(`unit=hai-duong&topic=${topic}&state=missing`)).total).to.equal(missing)
        expect((await list(`unit=hai-duong&topic=${topic}&state=late`)).total).to.equal(late)
      }
    })

    it('by time shows the newest first, and those without an essay last', async () => {
      const found = await names('unit=hai-duong&q=nguoi&sort=submittedAt')
      expect(found[0]).to.equal('Người late')
      expect(found.at(-1)).to.equal('Người nothing')
      expect(await names('unit=hai-duong&q=nguoi&sort=-submittedAt')).to.deep.equal(found.toReversed())
    })
  })

  it('is paged without a gap or a double, while people come in between', async () => {
    for (let i = 0; i < 23; i += 1)
      await enrol(world, { name: `Bùi Văn ${i % 2 === 0 ? 'Mười' : 'Năm'}`, unit: 'hung-yen-van-giang' })
    for (const sort of ['name', '-name', 'unit', '-unit', 'submittedAt', '-submittedAt']) {
      const before = (await list(`sort=${sort}&limit=500`)).items.map(item => item.id)
      const seen: string[] = []
      let cursor = ''
      do {
        const page = await list(`sort=${sort}&limit=7${cursor}`)
        seen.push(...page.items.map(item => item.id))
        await enrol(world, { name: 'Vũ Thị Xen Ngang', unit: 'hung-yen-van-lam' })
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
      } while (cursor !== '')
      expect(new Set(seen).size, sort).to.equal(seen.length)
      expect(
        seen.filter(id => before.includes(id)),
        sort,
      ).to.deep.equal(before)
    }
  })
})

describe('a national list of 25,000', function () {
  this.timeout(120_000)
  let world: World
  before(async () => {
    world = await openWorld()
    const { ports } = world.container
    const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Vũ']
    const given = ['An', 'Bình', 'Cường', 'Dũng', 'Hà', 'Lan', 'Minh', 'Thắm', 'Yến']
    const units = UNITS.filter(unit => unit.kind === 'superior')
    for (let from = 0; from < 25_000; from += 1000) {
      const entries = Array.from({ length: 1000 }, (_, i) => {
        const n = from + i
        const unit = units[n % units.length]!
        const person = {
          name: `${families[n % 7]} Văn ${given[n % 9]}`,
          birth: '1980',
          gender: null,
          staffCode: `CB${n}`,
          email: null,
          phone: `09${String(n).padStart(8, '0')}`,
        }
        const cadre = { id: ports.random.id(), ...person }
        const heads: Enrolment['heads'] =
          n % 5 === 0
            ? {}
            : { CD1: { state: 'submitted', version: 1, submittedAt: new Date(n * 1000), late: false } }
        const enrolment: Enrolment = {
          id: ports.random.id(),
          campaign: CAMPAIGN.code,
          cadre: cadre.id,
          person,
          unit: unit.code,
          path: unit.path,
          stays: [],
          posts: [],
          venue: null,
          exemption: null,
          pastExemptions: [],
          heads,
          tally: tallyOf(CAMPAIGN, heads, false),
          enrolledAt: world.clock.now(),
        }
        return { cadre, enrolment }
      })
      await ports.transact(async tx => ports.roster.insert(entries, tx))
    }
  })
  after(async () => world.close())

  /** What the database did for one page: looked up in its own record of commands. */
  const profile = async (
    filter: Partial<EnrolmentFilter>,
    by: EnrolmentOrder['by'],
    scope: Scope = { kind: 'everything' },
  ) => {
    await world.db.command({ profile: 2 })
    const page = await world.container.ports.enrolmentLists.page(
      scope,
      { campaign: CAMPAIGN.code, unit: 'tld', who: { kind: 'all' }, words: [], everybody: true, ...filter },
      { by, descending: by === 'submittedAt' },
      null,
      50,
    )
    await world.db.command({ profile: 0 })
    const seen = await world.db.collection('system.profile').findOne({ op: 'query' })
    await world.db.collection('system.profile').drop()
    return { found: page.items.length, seen: seen! }
  }

  for (const by of ['name', 'unit', 'submittedAt'] as const)
    it(`by ${by} reads one page and sorts nothing`, async () => {
      const { found, seen } = await profile({}, by)
      expect(found).to.equal(50)
      expect(seen).not.to.have.property('hasSortStage')
      expect(seen['docsExamined']).to.be.at.most(51)
      expect(seen['keysExamined']).to.be.at.most(52)
    })

  for (const [what, units, unit] of [
    ['all of a province', ['hung-yen'], null],
    ['a unit of a province', ['hung-yen'], 'hung-yen-van-lam'],
    ['two provinces', ['hung-yen', 'hai-duong'], null],
    ['a unit of two provinces', ['hung-yen', 'hai-duong'], 'hung-yen-van-lam'],
  ] as const)
    it(`of staff, ${what}, reads one page and sorts nothing`, async () => {
      const { found, seen } = await profile({ unit, everybody: false }, 'name', {
        kind: 'some',
        units,
        cadre: null,
      })
      expect(found).to.equal(50)
      expect(seen).not.to.have.property('hasSortStage')
      expect(seen['docsExamined']).to.be.at.most(51)
    })

  it('in a search reads only the people it finds', async () => {
    const { found, seen } = await profile({ words: ['cb24999'] }, 'name')
    expect(found).to.equal(1)
    expect(seen).not.to.have.property('hasSortStage')
    expect(seen['docsExamined']).to.equal(1)
  })

  it('counts a search by the people it finds', async () => {
    await world.db.command({ profile: 2 })
    const total = await world.container.ports.enrolmentLists.count(
      { kind: 'everything' },
      { campaign: CAMPAIGN.code, unit: 'tld', who: { kind: 'all' }, words: ['tham'], everybody: true },
    )
    await world.db.command({ profile: 0 })
    const seen = await world.db.collection('system.profile').findOne({ op: 'command', ns: /enrolments$/ })
    expect(total).to.equal(2777)
    expect(seen!['docsExamined']).to.equal(2777)
  })

  it('a page far on costs what the first one does', async () => {
    const { ports } = world.container
    const filter = {
      campaign: CAMPAIGN.code,
      unit: 'tld',
      who: { kind: 'all' },
      words: [],
      everybody: true,
    } as const
    const order = { by: 'name', descending: false } as const
    const far = await ports.enrolmentLists.page({ kind: 'everything' }, filter, order, null, 20_000)
    await world.db.collection('system.profile').drop()
    await world.db.command({ profile: 2 })
    const next = await ports.enrolmentLists.page({ kind: 'everything' }, filter, order, far.next, 50)
    await world.db.command({ profile: 0 })
    const seen = await world.db.collection('system.profile').findOne({ op: 'query' })
    expect(next.items[0]!.id).not.to.equal(far.items.at(-1)!.id)
    expect(seen!['docsExamined']).to.be.at.most(200)
  })

  it('is counted in batches, and all of it', async () => {
    await world.settle()
    const answer = await world.as('admin').get(`/api/v1/campaigns/${CAMPAIGN.code}/progress`).expect(200)
    expect(answer.body.totals).to.deep.include({
      people: 25_000,
      expected: 125_000,
      submitted: 20_000,
      partial: 20_000,
    })
  })
})
