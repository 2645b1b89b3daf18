import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { planWave } from '../../src/commands/plan-wave.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { runWorker } from '../../workers/run.ts'
import { openBeside } from '../support/beside.ts'
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
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { readMails } from '../support/inbox.ts'
import { startMailServer } from '../support/mail-server.ts'
import { workUntilIdle } from '../support/work.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = '/dot/nghi-quyet-12-cdvn/nhac-nop'

const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').pop() ?? ''

describe('reminders, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const open = async (who: CastName, path = PAGE, options: BrowserOptions = {}) =>
    openPage(browser, world, who, path, { viewport: DESK, ...options })

  it('are looked at, tried on oneself, sent, followed and read through', async () => {
    const empty = await open('staff.hung-yen', '/')
    await press(empty.page, 'link', 'Nhắc nộp')
    expect(await seen(empty.page))
      .to.include('Đơn vị chưa có cán bộ nào')
      .and.include('Nhập danh sách cán bộ')
      .and.include('Chưa có đợt nhắc nào.')
    await expectSoundPage(empty.page)
    await shoot(empty.page, 'reminders-empty')
    await empty.context.close()

    await enrolCrowd(world, 60, await growTree(world))
    await enrol(world, { name: 'Bùi Thị Ánh <b>', email: null, phone: '0912 345 678' })
    await enrol(world, { unit: 'hai-duong-chi-linh', name: 'Người Hải Dương' })
    await world.settle()
    const { page, context } = await open('staff.hung-yen')
    expect(await seen(page)).to.match(/31 trong 61 cán bộ còn thiếu bài[^]*08:00 thứ Ba 11\/12\/2018/)
    expect(await seen(page))
      .to.include('trước hạn 3 ngày')
      .and.include('quá hạn 7 ngày')
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'reminders')

    await page.locator('summary', { hasText: 'Các loại thư tự động' }).click()
    expect(await page.getByLabel(/^Mời viết bài/).isDisabled(), 'off for the campaign').to.equal(true)
    await page.getByLabel('Nhắc khi quá hạn').uncheck()
    await expectSoundPage(page)
    await shoot(page, 'reminders-kinds')
    await press(page, 'button', 'Lưu lựa chọn')
    await page.getByText('Đã lưu các loại thư tự động.').waitFor()
    expect(await world.db.collection('mail-switches').findOne()).to.include({ unit: 'hung-yen' })
    expect((await world.db.collection('mail-switches').findOne())!['off']).to.deep.equal(['after-due'])

    await press(page, 'link', /^Xem trước/)
    await page.getByRole('heading', { level: 1, name: 'Xem trước đợt nhắc' }).waitFor()
    expect(await seen(page))
      .to.include('08:00 thứ Ba 11/12/2018')
      .and.include('nộp đủ bài trước giờ gửi')
    expect(await page.getByRole('button', { name: /^Nhắc/ }).count(), 'it goes out by itself').to.equal(0)
    await press(page, 'link', /Nhắc nộp bài/)

    await press(page, 'link', 'Nhắc ngay những người còn thiếu bài')
    const letter = page.frameLocator('iframe').first()
    await letter.getByText('Kính gửi đồng chí').waitFor()
    expect(await page.locator('a[href="tel:0912345678"]').innerText()).to.equal('0912 345 678')
    expect(await seen(page))
      .to.include('Bùi Thị Ánh <b>')
      .and.not.include('Người Hải Dương')
    await page.getByText('Dạng chữ').first().click()
    await expectSoundPage(page)
    await shoot(page, 'reminders-send')
    await press(page, 'button', 'Gửi thử cho tôi')
    await page.getByText('Đã gửi thư thử đến staff.hung-yen@test.example.').waitFor()
    expect((await readMails(world)).map(mail => mail.subject?.slice(0, 6))).to.deep.equal(['[Thử] '])

    const button = page.getByRole('button', { name: /^Nhắc \d+ người$/ })
    const count = Number((await button.innerText()).replaceAll(/\D/g, ''))
    await button.click()
    await page.getByText(`Đã bắt đầu gửi thư nhắc cho ${count} người.`).waitFor()
    await page.getByText('Đang chuẩn bị').waitFor()
    // The page is left alone while a worker sends.
    const worker = await runWorker(world.container)
    await page.getByText('Đã gửi xong').waitFor()
    await worker.stop()
    expect(await readMails(world)).to.have.length(count + 1)
    await page.reload()
    await expectSoundPage(page)
    await shoot(page, 'reminders-wave')
    await press(page, 'link', 'Cần gọi điện')
    expect(await page.locator('tbody th').allInnerTexts()).to.include('Bùi Thị Ánh <b>')
    await press(page, 'link', 'Đã gửi')
    expect(await page.locator('tbody tr').count()).to.equal(Math.min(count, 100))

    await press(page, 'link', /^‹ Nhắc nộp bài|Nhắc nộp bài$/)
    await page.getByRole('row', { name: /staff.hung-yen gửi, cho LĐLĐ tỉnh Hưng Yên/ }).waitFor()
    await shoot(page, 'reminders-history')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(120_000)

  it('are stopped and go on, without JavaScript; what failed says why, page after page', async () => {
    const server = await startMailServer()
    const beside = await openBeside(world, { smtpUrl: server.url })
    for (let n = 0; n < 103; n += 1) await enrol(world, { email: `n${n}@test.example` })
    server.refused.set('n7@test.example', 550)
    server.refused.set('n9@test.example', 451)
    await world.settle()
    const { page, context } = await open('staff.hung-yen', `${PAGE}/gui?unit=hung-yen`, {
      javaScriptEnabled: false,
    })
    await press(page, 'button', 'Nhắc 103 người')
    await planWave(world.container.ports)(HOUSE, idOf(page), world.clock.now())
    await page.reload()
    expect(await seen(page)).to.include('Còn 103 thư chưa gửi.')
    await press(page, 'button', 'Dừng gửi')
    await page.getByText('Đã dừng đợt nhắc.').waitFor()
    await workUntilIdle(beside)
    await page.reload()
    expect(await seen(page)).to.include(
      'staff.hung-yen dừng lúc 09:00 thứ Sáu 07/12/2018; còn 103 thư chưa gửi.',
    )
    expect(server.taken).to.deep.equal([])
    await shoot(page, 'reminders-stopped')
    await press(page, 'button', 'Gửi tiếp')
    await workUntilIdle(beside)
    await press(page, 'link', 'Xem lại tiến độ')
    expect(server.taken).to.have.length(101)

    await press(page, 'link', 'Không gửi được')
    expect(await seen(page))
      .to.include('máy chủ thư từ chối địa chỉ này')
      .and.include('550 no such mailbox')
    for (const [index, verdict] of (['bounced', 'delayed'] as const).entries()) {
      const [id = ''] = server.taken[index]!.messageId.slice(1).split('@')
      await world.container.ports.notices.noteBounce(id, verdict, '5.1.1 User unknown in mailbox table')
    }
    await press(page, 'link', 'Bị trả về')
    expect(await seen(page))
      .to.include('hộp thư nơi nhận trả thư về')
      .and.include('5.1.1 User unknown')
    await shoot(page, 'reminders-bounced')
    const lively = await open('staff.hung-yen', page.url())
    await expectSoundPage(lively.page)
    const person = (await page.locator('tbody th a').first().getAttribute('href')) ?? ''
    await press(page, 'link', 'Cần gọi điện')
    expect(await page.locator('tbody tr').count(), 'refused, and came back').to.equal(2)
    await press(page, 'link', 'Đã gửi')
    await page.getByText('máy chủ nơi nhận báo thư đến chậm').waitFor()
    await page.goto(`${person}?lang=en`)
    expect(await seen(page)).to.include('Came back: the mailbox sent it back')
    await shoot(page, 'person-bounced-en')
    await lively.page.goto(person)
    await expectSoundPage(lively.page)
    await lively.context.close()
    await page.goto('/dot/nghi-quyet-12-cdvn/chua-nop/goi-dien')
    expect(await seen(page)).to.include('5.1.1 User unknown in mailbox table')
    await shoot(page, 'call-list-bounced-en')
    await page.goto(`${PAGE}?lang=vi`)
    const cells = await page.locator('tbody tr').first().locator('td.n').allInnerTexts()
    expect(cells.at(-1), 'one was refused, and one came back').to.equal('2')
    await shoot(page, 'reminders-history-bounced')
    await page.locator('tbody th a').first().click()
    await press(page, 'link', 'Đang chờ gửi')
    expect(await seen(page)).to.include('sẽ thử lại lúc 09:01')
    await press(page, 'link', 'Tất cả')
    expect(await page.locator('tbody tr').count()).to.equal(100)
    await press(page, 'link', 'Trang sau')
    expect(await page.locator('tbody tr').count()).to.equal(3)
    await context.close()
    await beside.close()
    await server.stop()
  }).timeout(120_000)

  it('stand in English on a phone; a wave from above is seen, not stopped; nobody else sees anything', async () => {
    await enrol(world, { name: 'Không Ai Thấy', email: null })
    await world.settle()
    const staff = world.as('staff.hung-yen')
    const waves = '/api/v1/campaigns/nghi-quyet-12-cdvn/reminder-waves'
    const { id: all } = (await world.as('admin').post(waves).send({ unit: 'tld' }).expect(202)).body
    await world.work()
    world.clock.set('2018-12-07T02:02:00Z')
    const { id } = (await staff.post(waves).send({ unit: 'hung-yen' }).expect(202)).body
    const { page, context } = await open('staff.hung-yen', `${PAGE}?lang=en`)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await seen(page)).to.include('1 of 1 people still owe an essay.')
    await expectSoundPage(page)
    await shoot(page, 'reminders-en')
    await page.goto(`${PAGE}/dot/${all}`)
    expect(await page.getByRole('button', { name: 'Stop sending' }).count()).to.equal(0)
    await expectSoundPage(page)
    await page.goto(`${PAGE}/dot/${id}`)
    await page.getByRole('button', { name: 'Stop sending' }).waitFor()
    await context.close()

    const other = await open('staff.hai-duong')
    expect(await seen(other.page)).not.to.include('Hưng Yên')
    for (const path of [`${PAGE}?unit=hung-yen`, `${PAGE}/gui?unit=hung-yen`, `${PAGE}/dot/${id}`])
      expect((await other.context.request.get(path)).status(), path).to.equal(404)
    const csrfToken = await other.page.locator('[name=csrfToken]').first().inputValue()
    for (const path of [
      `${PAGE}/gui?unit=hung-yen`,
      `${PAGE}/gui-thu?unit=hung-yen`,
      `${PAGE}/dot/${id}/dung`,
      `${PAGE}/dot/${id}/gui-tiep`,
    ]) {
      const form = { csrfToken, key: 'a'.repeat(24) }
      expect((await other.context.request.post(path, { form })).status(), path).to.equal(404)
    }
    await other.context.close()
    const trainer = await open('trainer.hung-yen')
    expect(trainer.status).to.equal(403)
    await trainer.context.close()
  }).timeout(60_000)
})
