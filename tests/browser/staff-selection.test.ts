import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { noticeFor } from '../../src/domain/notice.ts'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openPage,
  PHONE,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = 'nghi-quyet-12-cdvn'
const LIST = `/dot/${CAMPAIGN}/chua-nop`
const API = `/api/v1/campaigns/${CAMPAIGN}`

const tick = async (page: Page, name: string) => page.getByRole('checkbox', { name: `Chọn ${name}` }).check()
const press = async (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('what is done to many people, in a browser', function () {
  this.timeout(120_000)
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
    for (const [name, email, phone] of [
      ['Trần Thị An', 'an@test.example', '0912000001'],
      ['Lê Văn Bình', 'binh@test.example', null],
      ['Đỗ Thị Cúc', null, '0912000003'],
      ['Phạm Văn Dũng', 'dung@test.example', '0912000004'],
    ] as const)
      await enrol(world, { name, email, phone })
    await enrol(world, { name: 'Vũ Thị Yến', unit: 'hung-yen-van-giang', email: 'yen@test.example' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const open = async (who: CastName, path: string, options: BrowserOptions = { viewport: DESK }) =>
    openPage(browser, world, who, path, options)
  const stateOf = async (name: string) =>
    (
      await world
        .as('staff.hung-yen')
        .get(`${API}/enrolments?q=${encodeURIComponent(name)}`)
        .expect(200)
    ).body.items[0].state
  const extensions = async () => (await world.as('staff.hung-yen').get(`${API}/extensions`).expect(200)).body

  it('ticked rows stay ticked while searching; those chosen are reminded, once', async () => {
    const { page, context } = await open('staff.hung-yen', LIST)
    const bar = page.locator('.pick-bar')
    expect(await bar.isVisible()).to.equal(false)
    await tick(page, 'Trần Thị An')
    await page.getByText('Đã chọn 1 người').waitFor()
    await page.fill('#q', 'cuc')
    await page.getByRole('status').filter({ hasText: 'khớp với “cuc”' }).waitFor()
    await page.getByText('Đã chọn 1 người').waitFor()
    await tick(page, 'Đỗ Thị Cúc')
    await page.fill('#q', 'dung')
    await page.getByRole('status').filter({ hasText: 'khớp với “dung”' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'picked')
    await page.getByRole('checkbox', { name: 'Chọn Phạm Văn Dũng' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('Đã chọn 3 người').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: 'Nhắc nộp bài' }).waitFor()
    await page.getByText('Đồng chí đã chọn 3 người.').waitFor()
    await page.getByText('2 người sẽ được nhắc.').waitFor()
    await page.getByText('1 người còn thiếu bài nhưng không có địa chỉ thư').waitFor()
    await page.getByText('Kính gửi đồng chí').waitFor()
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'remind')

    await page.locator('.back a').click()
    await page.getByText('Đã chọn 3 người').waitFor()
    await page.goBack()
    await press(page, 'Nhắc 2 người')
    await page.getByRole('status').filter({ hasText: 'Đang gửi thư nhắc tới 2 người.' }).waitFor()
    await page.goBack()
    await page.getByRole('status').filter({ hasText: 'Đang gửi thư nhắc tới 2 người.' }).waitFor()
    await world.work()
    expect(await readMails(world)).to.have.length(2)
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('all that match are extended, and it can be undone', async () => {
    const [, binh] = (await world.as('staff.hung-yen').get(`${API}/enrolments`).expect(200)).body.items
    await world
      .as('staff.hung-yen')
      .post(`${API}/extensions`)
      .send({ enrolment: binh.id, dueAt: '2018-12-25T10:00:00Z', reason: 'ốm' })
      .expect(201)
    const { page, context } = await open('staff.hung-yen', `${LIST}?unit=hung-yen-van-lam`)
    await page.getByRole('checkbox', { name: 'Chọn tất cả 4 người khớp' }).check()
    await page.getByText('Đã chọn 4 người').waitFor()
    await press(page, 'Gia hạn')
    await page.getByText('4 người được gia hạn.').waitFor()
    const asked = page.url()
    await page.getByText('1 người có hạn hiện nay là 17:00 thứ Ba 25/12/2018.').waitFor()
    await press(page, 'Gia hạn 4 người')
    await page.getByRole('alert').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'extend')
    await page.fill('#dueAt', '2018-12-10')
    await page.fill('#reason', 'Bão lụt')
    await press(page, 'Gia hạn 4 người')
    await page.getByText('Hạn mới phải muộn hơn hạn hiện nay (17:00 ngày 14/12/2018).').first().waitFor()
    await page.fill('#dueAt', '2018-12-20')
    await press(page, 'Gia hạn 4 người')
    await page.getByText('Đã gia hạn 3 người đến 17:00 thứ Năm 20/12/2018.').waitFor()
    await page.getByText('Không gồm 1 người đã có hạn bằng hoặc muộn hơn hạn mới.').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'extended')
    expect(await extensions()).to.have.length(4)
    await page.goto(asked)
    await page.getByText('Đã gia hạn 3 người').waitFor()
    expect(await extensions(), 'coming back does not send again').to.have.length(4)
    await press(page, 'Hoàn tác')
    await page.getByText('Đã hoàn tác: 3 người trở lại hạn cũ.').waitFor()
    expect(await page.getByRole('button', { name: 'Hoàn tác' }).count()).to.equal(0)
    expect(await extensions()).to.have.length(1)
    await context.close()
  })

  it('without JavaScript, on a phone, in English: exempt, export', async () => {
    const { page, context } = await open('staff.hung-yen', `${LIST}?lang=en`, {
      viewport: PHONE,
      javaScriptEnabled: false,
    })
    await page.getByRole('button', { name: 'Exempt' }).click()
    await page.getByText('Nobody is selected.').waitFor()
    await page.goBack()
    await page.getByRole('checkbox', { name: 'Select Lê Văn Bình' }).check()
    await page.getByRole('checkbox', { name: 'Select Vũ Thị Yến' }).check()
    await page.getByRole('button', { name: 'Exempt' }).click()
    await page.fill('#reason', 'Maternity leave')
    await shoot(page, 'exempt')
    await page.getByRole('button', { name: 'Exempt 2 people' }).click()
    await page.getByText('Exempted: 2 people.').waitFor()
    expect(await stateOf('Vũ Thị Yến')).to.equal('exempt')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone: 2 people to write as before.').waitFor()
    expect(await stateOf('Vũ Thị Yến')).to.equal('nothing')

    await page.getByRole('checkbox', { name: 'Select Trần Thị An' }).check()
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const link = page.getByRole('link', { name: 'Download CSV of 1 person' })
    await shoot(page, 'export')
    const answer = await context.request.get((await link.getAttribute('href')) ?? '')
    expect(await answer.text()).to.match(/^\uFEFFSTT,Họ và tên,.*\r\n1,Trần Thị An,.*an@test.example\r\n$/)
    await context.close()
  })

  it('those whom mail does not reach are called', async () => {
    const { enrolmentLists, notices } = world.container.ports
    const everybody = { campaign: CAMPAIGN, unit: 'hung-yen', who: { kind: 'all' }, words: [] } as const
    const { items } = await enrolmentLists.page(
      { kind: 'everything' },
      { ...everybody, everybody: false },
      { by: 'name', descending: false },
      null,
      10,
    )
    const [an, binh] = items
    const now = world.clock.now()
    // Of the two whose mail was refused, one has another address by now.
    for (const one of [an!, binh!]) {
      const who = { ...one, campaign: CAMPAIGN, path: ['vn', 'hung-yen'] }
      const notice = noticeFor(who, { id: `thu-${one.id}`, kind: 'reminder', cause: 'dot' }, now)
      await notices.insert([{ ...notice, state: 'failed', reason: 'refused', detail: '550 no such user' }])
    }
    await world.db
      .collection<{ _id: string }>('enrolments')
      .updateOne({ _id: an!.id }, { $set: { 'person.email': 'moi@test.example' } })
    const { page, context } = await open('staff.hung-yen', `${LIST}/goi-dien`)
    await page.getByText('2 người cần gọi điện.').waitFor()
    await page.getByRole('cell', { name: /^Thư tới binh@test.example không đến/ }).waitFor()
    await page.getByText('550 no such user').waitFor()
    const call = page.getByRole('link', { name: 'Gọi Đỗ Thị Cúc: 0912000003' })
    expect(await call.getAttribute('href')).to.equal('tel:0912000003')
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'calls')
    await page.selectOption('#unit', 'hung-yen-van-giang')
    await press(page, 'Xem')
    await page.getByText('Không có ai cần gọi điện').waitFor()
    await context.close()
  })

  it('a choice is nobody else’s, and of another province nothing can be chosen', async () => {
    const { page, context } = await open('staff.hung-yen', LIST)
    await tick(page, 'Trần Thị An')
    await press(page, 'Nhắc')
    await page.getByText('Đồng chí đã chọn 1 người.').waitFor()
    const { pathname } = new URL(page.url())
    const [{ id }] = (await world.as('admin').get(`${API}/enrolments?q=an`).expect(200)).body.items
    await context.close()
    for (const who of ['admin', 'staff.hai-duong'] as const) {
      const other = await open(who, pathname)
      expect(other.status, who).to.equal(404)
      for (const deed of ['gia-han', 'mien', 'xuat', 'xuat.csv', 'xuat.xlsx'])
        expect(
          (await other.context.request.get(pathname.replace('nhac', deed))).status(),
          `${who} ${deed}`,
        ).to.equal(404)
      await other.context.close()
    }
    const stranger = await open('staff.hai-duong', LIST)
    expect((await stranger.context.request.get(`${LIST}/goi-dien?unit=hung-yen`)).status()).to.equal(404)
    expect((await stranger.context.request.get(`${LIST}/xuat.csv?unit=hung-yen`)).status()).to.equal(404)
    const token = await stranger.page.locator('input[name="csrfToken"]').first().inputValue()
    const form = { csrfToken: token, id, deed: 'nhac' }
    expect((await stranger.context.request.post(`${LIST}/chon`, { form })).status()).to.equal(404)
    await stranger.context.close()
    const trainer = await open('trainer', LIST)
    await tick(trainer.page, 'Trần Thị An')
    await trainer.page.getByRole('button', { name: 'Xuất', exact: true }).waitFor()
    expect(await trainer.page.getByRole('button', { name: 'Nhắc' }).count()).to.equal(0)
    expect((await trainer.context.request.get(pathname)).status()).to.equal(403)
    await trainer.context.close()
  })
})
