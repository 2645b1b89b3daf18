import { expect } from 'chai'
import { importRows, openWorldWithUnits, sendRoster } from '../support/rosters.ts'
import { workbookParts, zeros, zipOf } from '../support/workbooks.ts'
import type { World } from '../support/world.ts'

const HEAD = 'Họ và tên;Ngày sinh;Chức vụ;Đơn vị;SĐT;Email;Mã cán bộ'
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n')
const AN = 'Trần Văn An;01/02/1970;Chủ tịch;LĐLĐ huyện Văn Lâm;0912000111;an@x.example;'
const BINH = 'Lê Thị Bình;1975;Ủy viên;LĐLĐ huyện Văn Giang;0912000222;binh@x.example;'

const CAMPAIGN = 'nghi-quyet-12-cdvn'

describe('POST /campaigns/:c/roster-imports', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorldWithUnits()
  })
  afterEach(async () => world.close())

  const enrolmentOf = async (email: string) =>
    world.db.collection('enrolments').findOne({ 'person.email': email })
  const post = () => world.as('staff.hung-yen').post(`/api/v1/campaigns/${CAMPAIGN}/roster-imports`)
  const count = async (name: string) => world.db.collection(name).countDocuments()

  describe('people', () => {
    it('are created with what the file says, and are counted in their units', async () => {
      const answer = await importRows(world, csv(AN, BINH))
      expect(answer).to.include({ rows: 2, created: 2, merged: 0 })
      expect(await enrolmentOf('an@x.example')).to.deep.include({
        unit: 'hung-yen-van-lam',
        path: ['tld', 'hung-yen', 'hung-yen-van-lam'],
        posts: ['Chủ tịch'],
        person: {
          name: 'Trần Văn An',
          birth: '1970-02-01',
          gender: null,
          staffCode: null,
          email: 'an@x.example',
          phone: '0912000111',
        },
      })
      await world.settle()
      const progress = await world
        .as('staff.hung-yen')
        .get(`/api/v1/campaigns/${CAMPAIGN}/progress?unit=hung-yen`)
      expect(progress.body.totals.people).to.equal(2)
    })

    it('are updated where they differ; the others are not touched', async () => {
      await importRows(world, csv(AN, BINH))
      const before = await enrolmentOf('an@x.example')
      const answer = await importRows(world, csv(AN, BINH.replace('0912000222', '0912000333')))
      expect(answer).to.include({ created: 0, updated: 1, unchanged: 1 })
      expect((await enrolmentOf('binh@x.example'))?.['person']).to.include({ phone: '0912000333' })
      expect(await enrolmentOf('an@x.example')).to.deep.equal(before)
      expect(await count('cadres')).to.equal(2)
    })

    it('keep what a shorter file does not say', async () => {
      await importRows(world, csv(AN))
      const answer = await importRows(world, 'Họ và tên;Email;Đơn vị\nTrần Văn An;an@x.example;Văn Lâm')
      expect(answer).to.include({ unchanged: 1 })
    })

    it('move, and their history is kept', async () => {
      await importRows(world, csv(AN))
      world.clock.set('2018-12-10T02:00:00Z')
      const answer = await importRows(world, csv(AN.replace('Văn Lâm', 'Văn Giang')))
      expect(answer).to.include({ moved: 1, updated: 0, created: 0 })
      expect(answer.moves).to.deep.equal([
        { id: answer.moves[0]?.id, name: 'Trần Văn An', from: 'hung-yen-van-lam', to: 'hung-yen-van-giang' },
      ])
      const enrolment = await enrolmentOf('an@x.example')
      expect(enrolment?.['path']).to.deep.equal(['tld', 'hung-yen', 'hung-yen-van-giang'])
      expect(enrolment?.['stays']).to.deep.equal([
        { unit: 'hung-yen-van-lam', since: new Date('2018-12-07T02:00:00Z') },
        { unit: 'hung-yen-van-giang', since: new Date('2018-12-10T02:00:00Z') },
      ])
      await world.settle()
      const progress = await world
        .as('staff.hung-yen')
        .get(`/api/v1/campaigns/${CAMPAIGN}/progress?unit=hung-yen-van-lam`)
      expect(progress.body.totals.people).to.equal(0)
    })

    it('who stand in two units of one file have not moved: one enrolment, two posts', async () => {
      await importRows(world, csv(AN))
      const second = AN.replace('Văn Lâm', 'Văn Giang').replace('Chủ tịch', 'Ủy viên UBKT')
      const answer = await importRows(world, csv(second, AN))
      expect(answer).to.include({ rows: 2, moved: 0, updated: 1, merged: 1 })
      expect(await enrolmentOf('an@x.example')).to.deep.include({
        unit: 'hung-yen-van-lam',
        posts: ['Ủy viên UBKT', 'Chủ tịch'],
      })
      expect(await importRows(world, csv(second, AN))).to.include({ updated: 0, unchanged: 1, merged: 1 })
    })

    it('are never removed; those not in the file are listed', async () => {
      await importRows(world, csv(AN, BINH))
      const answer = await importRows(world, csv(AN))
      expect(answer.absent.map(({ name, unit }) => [name, unit])).to.deep.equal([
        ['Lê Thị Bình', 'hung-yen-van-giang'],
      ])
      expect(await count('enrolments')).to.equal(2)
      const below = await importRows(world, csv(AN), { unit: 'hung-yen-van-lam' })
      expect(below.absent).to.deep.equal([])
    })

    it('who share a mail are taken for one, which is said', async () => {
      const answer = await importRows(world, csv(AN, AN.replace('Trần Văn An', 'Trần Thị Ánh')))
      expect(answer).to.include({ created: 1, merged: 1 })
      expect(answer.warnings.map(({ row, code }) => [row, code])).to.deep.equal([[3, 'joined-by-email']])
    })

    it('get the account that has their mail, when it is nobody’s', async () => {
      const account = {
        id: 'an',
        login: 'an@x.example',
        name: 'An',
        grants: [],
        cadre: null,
        passwordHash: null,
        disabled: false,
        demo: false,
      }
      await world.container.ports.accounts.save(account)
      await importRows(world, csv(AN, BINH))
      const enrolment = await enrolmentOf('an@x.example')
      expect((await world.container.ports.accounts.byId('an'))?.cadre).to.equal(enrolment?.['cadre'])
    })

    it('are the same in another campaign', async () => {
      await importRows(world, csv(AN, BINH))
      const { campaigns } = world.container.ports
      const first = await campaigns.find(CAMPAIGN)
      await campaigns.insert({ ...first!, code: 'dot-hai' })
      const answer = await world
        .as('staff.hung-yen')
        .post('/api/v1/campaigns/dot-hai/roster-imports')
        .field('unit', 'hung-yen')
        .attach('file', Buffer.from(csv('Trần Văn An;01/02/1970;;Văn Lâm;;;', BINH)), 'a.csv')
        .expect(201)
      expect(answer.body).to.include({ created: 2 })
      expect(await count('cadres')).to.equal(2)
    })

    it('are written to the audit, once an import', async () => {
      await importRows(world, csv(AN))
      await importRows(world, csv(AN), { isDryRun: true })
      const entries = await world.db.collection('audit').find({ action: 'roster.imported' }).toArray()
      expect(entries).to.have.length(1)
      expect(entries[0]).to.include({ target: 'unit:hung-yen' })
      expect(entries[0]?.['actor']).to.include({ id: 'staff.hung-yen' })
      expect(entries[0]?.['details']).to.include({ created: 1, rejected: 0 })
    })
  })

  describe('another province', () => {
    const CHI_LINH = AN.replace('huyện Văn Lâm', 'thị xã Chí Linh')

    it('is not found as a unit', async () => {
      const answer = await sendRoster(world, Buffer.from(csv(AN)), { unit: 'hai-duong' }).expect(404)
      expect(answer.body.code).to.equal('not-found')
      await sendRoster(world, Buffer.from(csv(AN)), { unit: 'khong-co' }).expect(404)
      expect(await count('enrolments')).to.equal(0)
    })

    it('is not known in a row either, and not among the candidates', async () => {
      const answer = await importRows(world, csv(CHI_LINH))
      expect(answer.rejected.map(({ row, column, code }) => [row, column, code])).to.deep.equal([
        [2, 'Đơn vị', 'unit-not-known'],
      ])
      expect(answer.rejected[0]?.message)
        .to.match(/LĐLĐ thị xã Chí Linh.*Gần giống: /)
        .and.not.match(/Hải Dương/)
    })

    it('keeps its people: who is enrolled there is rejected here, without a word of where, and not changed', async () => {
      await importRows(world, csv(CHI_LINH), { who: 'staff.hai-duong', unit: 'hai-duong' })
      const before = await enrolmentOf('an@x.example')
      const answer = await importRows(world, csv(AN.replace('Trần Văn An', 'Kẻ Giả Danh')))
      expect(answer).to.include({ created: 0, moved: 0 })
      expect(answer.rejected.map(({ code }) => code)).to.deep.equal(['enrolled-elsewhere'])
      expect(JSON.stringify(answer)).not.to.match(/Chí Linh|Hải Dương|hai-duong|Trần Văn An/)
      expect(await enrolmentOf('an@x.example')).to.deep.equal(before)
    })

    it('is not asked about phones and birthdays: two people', async () => {
      await importRows(world, csv(CHI_LINH), { who: 'staff.hai-duong', unit: 'hai-duong' })
      const answer = await importRows(world, csv(AN.replace('an@x.example', '')))
      expect(answer).to.include({ created: 1 })
      expect(await count('cadres')).to.equal(2)
    })

    it('gives people up to an admin, who reaches both', async () => {
      await importRows(world, csv(CHI_LINH), { who: 'staff.hai-duong', unit: 'hai-duong' })
      const answer = await importRows(world, csv(AN), { who: 'admin' })
      expect(answer.moves.map(({ from, to }) => [from, to])).to.deep.equal([
        ['hai-duong-chi-linh', 'hung-yen-van-lam'],
      ])
    })

    it('lends nothing of a person known from another campaign: no phone, no birthday, and his own record stays', async () => {
      await importRows(world, csv(CHI_LINH), { who: 'staff.hai-duong', unit: 'hai-duong' })
      const { campaigns } = world.container.ports
      await campaigns.insert({ ...(await campaigns.find(CAMPAIGN))!, code: 'dot-hai' })
      const cadre = await world.db.collection('cadres').findOne({})
      await world
        .as('staff.hung-yen')
        .post('/api/v1/campaigns/dot-hai/roster-imports')
        .field('unit', 'hung-yen')
        .attach('file', Buffer.from(csv('Tên Khác;;;Văn Lâm;;an@x.example;')), 'a.csv')
        .expect(201)
      const enrolment = await world.db.collection('enrolments').findOne({ campaign: 'dot-hai' })
      expect(enrolment?.['cadre']).to.equal(String(cadre?.['_id']))
      expect(enrolment?.['person']).to.include({ name: 'Tên Khác', phone: null, birth: null })
      expect(await world.db.collection('cadres').findOne({})).to.deep.equal(cadre)
    })
  })

  describe('the request', () => {
    it('takes its parts in any order', async () => {
      await world
        .as('staff.hung-yen')
        .post(`/api/v1/campaigns/${CAMPAIGN}/roster-imports`)
        .attach('file', Buffer.from(csv(AN)), 'a.csv')
        .field('unit', 'hung-yen')
        .expect(201)
    })

    it('is for staff and admins', async () => {
      await sendRoster(world, Buffer.from(csv(AN)), { who: 'nobody' }).expect(401)
      for (const who of ['trainer.hung-yen', 'cadre'] as const)
        await sendRoster(world, Buffer.from(csv(AN)), { who }).expect(403)
    })

    it('needs a file and a unit', async () => {
      expect((await post().field('unit', 'hung-yen').expect(422)).body.code).to.equal('file-missing')
      const answer = await post()
        .attach('file', Buffer.from(csv(AN)), 'a.csv')
        .expect(400)
      expect(answer.body.problems[0].at).to.equal('body/unit')
      await post()
        .attach('file', Buffer.from(csv(AN)), 'a.csv')
        .field('unit[$ne]', 'x')
        .expect(400)
      expect(await count('enrolments')).to.equal(0)
    })

    it('is refused by name when the file is not a roster', async () => {
      const sheet = '<sheetData><row><c t="inlineStr"><is><t>Điểm cầu</t></is></c></row></sheetData>'
      const good = await zipOf(workbookParts({ A: sheet }))
      const bomb = await zipOf({ ...workbookParts({ A: sheet }), 'xl/media/a.xml': zeros(120 * 1024 * 1024) })
      const cases: readonly (readonly [string, Buffer, number, string])[] = [
        ['no head', good, 422, 'roster-without-header'],
        ['text', Buffer.from('xin chào'), 422, 'roster-without-header'],
        ['cut off', good.subarray(0, 400), 422, 'roster-not-readable'],
        ['empty', Buffer.alloc(0), 422, 'roster-not-readable'],
        ['old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'roster-not-readable'],
        ['picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 422, 'roster-not-readable'],
        ['bomb', bomb, 413, 'roster-too-large'],
        ['too large', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 413, 'roster-too-large'],
      ]
      for (const [what, bytes, status, code] of cases) {
        const answer = await sendRoster(world, bytes, { name: 'danh-sach.xlsx' })
        expect([answer.status, answer.body.code], what).to.deep.equal([status, code])
        expect(answer.body.detail, what).to.match(/[ạảãàáâậầấẩẫăắằặẳẵđ]/)
      }
    })

    it('says what is wrong of every row, where', async () => {
      const answer = await importRows(
        world,
        csv(
          AN,
          'Lê Lạc;31/02/1970;;Sở Nội vụ;abc;sai(at)x;',
          'Lê Sai;31/02/1970;;Văn Lâm;12;sai(at)x;',
          ';;Chuyên viên;Văn Lâm;0912000999;;',
        ),
        { name: 'Danh sách.csv' },
      )
      const where = (list: typeof answer.rejected) => list.map(({ row, column, code }) => [row, column, code])
      expect(where(answer.rejected)).to.deep.equal([
        [3, 'Đơn vị', 'unit-not-known'],
        [5, 'Họ và tên', 'row-without-name'],
      ])
      expect(where(answer.warnings)).to.have.deep.members([
        [4, 'Ngày sinh', 'birth-not-valid'],
        [4, 'SĐT', 'phone-not-valid'],
        [4, 'Email', 'email-not-valid'],
      ])
      expect(answer.rejected[0]?.sheet).to.equal('Danh sách.csv')
      expect(answer).to.include({ rows: 4, created: 2 })
    })

    it('without units in it is for the unit itself, if none could be meant below it', async () => {
      const answer = await importRows(world, 'Họ và tên;Chức vụ\nTrần A;Chủ tịch', {
        unit: 'hung-yen-van-lam',
      })
      expect(answer).to.include({ created: 1 })
      const mixed = await importRows(world, csv(AN, 'Lê Thị Bình;;Ủy viên;;;;'))
      expect(mixed.rejected.map(({ row, code }) => [row, code])).to.deep.equal([[3, 'row-without-unit']])
    })
  })

  describe('two at once, or one that was cut off', () => {
    const people = Array.from({ length: 1200 }, (_, i) => `Người ${i};;Ủy viên;Văn Lâm;;n${i}@x.example;`)

    it('never make two of one person', async () => {
      const answers = await Promise.all([1, 2].map(async () => importRows(world, csv(...people))))
      expect(answers.map(({ created, unchanged }) => created + unchanged)).to.deep.equal([1200, 1200])
      expect(answers[0]!.created + answers[1]!.created).to.equal(1200)
      expect([await count('cadres'), await count('enrolments')]).to.deep.equal([1200, 1200])
    })

    it('go on where the first stopped', async () => {
      await importRows(world, csv(...people.slice(0, 500)))
      expect(await importRows(world, csv(...people))).to.include({ created: 700, unchanged: 500 })
    })
  })
})
