import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openPage,
  press,
  seen,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { growTree } from '../support/crowd.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = '/dot/nghi-quyet-12-cdvn/gia-han'
const EXTENSIONS = '/api/v1/campaigns/nghi-quyet-12-cdvn/extensions'

describe('requests for extension, for staff, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
  })
  after(async () => {
    await world.close()
    await browser.close()
  })

  const open = async (who: CastName, path = PAGE, options: BrowserOptions = {}) =>
    openPage(browser, world, who, path, { viewport: DESK, ...options })

  /** As his own asking would write it. */
  const asks = async (enrolment: string, dueAt: string, reason: string): Promise<string> => {
    const { ports } = world.container
    const id = ports.random.id()
    const requestedAt = world.clock.now()
    await ports.extensionRequests.insert({
      ...{ id, campaign: 'nghi-quyet-12-cdvn', enrolment, reason, requestedAt },
      dueAt: new Date(dueAt),
      answer: null,
    })
    return id
  }
  const granted = async () => (await world.as('admin').get(EXTENSIONS).expect(200)).body

  it('says that nobody waits, and grants one to a unit, saying for how many', async () => {
    for (let n = 0; n < 3; n += 1) await enrol(world)
    await enrol(world, { unit: 'hung-yen-van-giang' })
    await world.settle()
    const { page, context } = await open('staff.hung-yen', '/')
    await press(page, 'link', 'Gia hạn')
    expect(await seen(page)).to.include('Không có đề nghị nào đang chờ trả lời')
    await expectSoundPage(page)
    await shoot(page, 'extensions-empty')

    await page.getByLabel('Đơn vị').selectOption('LĐLĐ huyện Văn Lâm')
    await press(page, 'button', 'Xem')
    await press(page, 'link', 'Gia hạn cho cả LĐLĐ huyện Văn Lâm')
    expect(await seen(page)).to.include('3 cán bộ của LĐLĐ huyện Văn Lâm')
    await press(page, 'button', 'Gia hạn cho 3 cán bộ')
    const wrong = await page.getByRole('alert').innerText()
    expect(wrong).to.include('Đồng chí hãy chọn một ngày.').and.include('Đồng chí hãy ghi lý do.')
    await expectSoundPage(page)
    await shoot(page, 'extensions-grant-wrong')
    await page.getByLabel('Hạn mới').fill('2018-12-14')
    await page.getByLabel('Lý do').fill('Bão số 9')
    await press(page, 'button', 'Gia hạn cho 3 cán bộ')
    expect(await page.getByRole('alert').innerText()).to.include('Hạn mới phải muộn hơn hạn hiện nay')
    await page.getByLabel('Hạn mới').fill('2018-12-20')
    await press(page, 'button', 'Gia hạn cho 3 cán bộ')
    await page.getByText('Đã gia hạn cho LĐLĐ huyện Văn Lâm đến 17:00 thứ Năm 20/12/2018.').waitFor()
    expect(await granted()).to.have.length(1)

    await press(page, 'link', /Thu hồi/)
    expect(await seen(page)).to.include('Gia hạn của LĐLĐ huyện Văn Lâm')
    await expectSoundPage(page)
    await shoot(page, 'extensions-revoke')
    await press(page, 'button', 'Thu hồi gia hạn')
    await page.getByText('Đã thu hồi gia hạn của LĐLĐ huyện Văn Lâm.').waitFor()
    expect(await granted()).to.deep.equal([])
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(60_000)

  for (const javaScriptEnabled of [true, false])
    it(`answers one, several and all, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const names = ['Nguyễn Thị Thắm', 'Trần Văn Bình', 'Lê Thị Cúc', 'Phạm Văn Dũng', 'Đỗ Thị Én']
      for (const [n, name] of names.entries()) {
        const { id } = await enrol(world, { name })
        const reason = n === 1 ? 'Đi công tác dài ngày ở cơ sở, chưa có máy tính để viết bài' : 'Nghỉ ốm'
        await asks(id, `2018-12-${18 + n}T10:00:00Z`, reason)
      }
      const { page, context } = await open('staff.hung-yen', PAGE, { javaScriptEnabled })
      expect(await seen(page)).to.match(
        /Nguyễn Thị Thắm[^]*18\/12\/2018 17:00[^]*Nghỉ ốm[^]*Tất cả chuyên đề/,
      )
      if (javaScriptEnabled) {
        await expectSoundPage(page)
        await expectTextGrows(page)
        await shoot(page, 'extensions-waiting')
      }
      await press(page, 'button', 'Trả lời đề nghị đã chọn')
      await page.getByText('Đồng chí chưa chọn đề nghị nào.').waitFor()

      await page.getByLabel('Chọn đề nghị của Trần Văn Bình').check()
      await press(page, 'button', 'Trả lời đề nghị đã chọn')
      await page.getByRole('heading', { level: 1, name: 'Trả lời đề nghị của Trần Văn Bình' }).waitFor()
      expect(await page.getByLabel('Hạn mới').inputValue(), 'what he asked for').to.equal('2018-12-19')
      await page.getByLabel('Hạn mới').fill('2018-12-10')
      await page.getByLabel('Lời nhắn').fill('Chúc đồng chí công tác tốt.')
      await press(page, 'button', 'Đồng ý gia hạn')
      expect(await page.getByRole('alert').innerText()).to.include('Hạn mới phải muộn hơn')
      expect(await page.getByLabel('Lời nhắn').inputValue()).to.equal('Chúc đồng chí công tác tốt.')
      await page.getByLabel('Hạn mới').fill('2018-12-17')
      await press(page, 'button', 'Đồng ý gia hạn')
      await page.getByText('Đã đồng ý 1 đề nghị gia hạn.').waitFor()

      for (const name of ['Lê Thị Cúc', 'Phạm Văn Dũng'])
        await page.getByLabel(`Chọn đề nghị của ${name}`).check()
      await press(page, 'button', 'Trả lời đề nghị đã chọn')
      if (javaScriptEnabled) {
        await expectSoundPage(page)
        await shoot(page, 'extensions-answer')
      }
      await press(page, 'button', 'Không đồng ý 2 đề nghị')
      await page.getByText('Đã trả lời không đồng ý 2 đề nghị gia hạn.').waitFor()

      // The form stays open in another tab while the rest is answered there.
      const other = await context.newPage()
      await other.goto(PAGE)
      await press(other, 'button', 'Trả lời cả 2 đề nghị')
      await press(page, 'button', 'Trả lời cả 2 đề nghị')
      await press(page, 'button', 'Đồng ý 2 đề nghị')
      await page.getByText('Đã đồng ý 2 đề nghị gia hạn.').waitFor()
      await press(other, 'button', 'Không đồng ý 2 đề nghị')
      expect(await other.locator('body').innerText()).to.include('đã được trả lời')

      const all = await granted()
      expect(
        all
          .map((one: { dueAt: string }) => one.dueAt)
          .sort()
          .slice(-3),
      ).to.deep.equal(['2018-12-17T10:00:00.000Z', '2018-12-18T10:00:00.000Z', '2018-12-22T10:00:00.000Z'])
      for (const { id } of all) await world.as('admin').delete(`${EXTENSIONS}/${id}`).expect(204)
      await context.close()
    }).timeout(60_000)

  it('stands in English on a phone, and prints with what is in force', async () => {
    await growTree(world)
    const { id } = await enrol(world, { name: 'Vũ Thị Giang' })
    await asks(id, '2018-12-21T10:00:00Z', 'Chăm người ốm')
    const staff = world.as('staff.hung-yen')
    for (const unit of ['hung-yen-1', 'hung-yen-2'])
      await staff.post(EXTENSIONS).send({ unit, dueAt: '2018-12-21T10:00:00Z', reason: 'Bão' }).expect(201)
    await staff
      .post(EXTENSIONS)
      .send({ enrolment: id, dueAt: '2018-12-16T10:00:00Z', closesAt: '2019-01-10T10:00:00Z', reason: 'Ốm' })
      .expect(201)
    const { page, context } = await open('staff.hung-yen', `${PAGE}?lang=en`)
    expect(await seen(page))
      .to.include('Requests waiting for an answer')
      .and.include('Answered lately')
    await page.setViewportSize({ width: 360, height: 740 })
    await expectSoundPage(page)
    await shoot(page, 'extensions-en')
    await context.close()
  })

  it('exists for its own staff alone', async () => {
    const { id } = await enrol(world, { name: 'Không Ai Thấy' })
    const request = await asks(id, '2018-12-21T10:00:00Z', 'Ốm')
    const [{ id: extension }] = await granted()
    for (const path of [
      `${PAGE}?unit=hung-yen`,
      `${PAGE}/tra-loi?r=${request}`,
      `${PAGE}/don-vi?unit=hung-yen`,
      `${PAGE}/${extension}/thu-hoi`,
    ]) {
      const { context, status } = await open('staff.hai-duong', path)
      expect(status, path).to.equal(404)
      await context.close()
    }
    const other = await open('staff.hai-duong')
    expect(await seen(other.page)).not.to.include('Không Ai Thấy')
    await other.context.close()
    const trainer = await open('trainer.hung-yen')
    expect(trainer.status).to.equal(403)
    await trainer.context.close()
  })
})
