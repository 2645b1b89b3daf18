import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { problem } from '../../src/domain/problems.ts'
import { REPORT_FORMATS } from '../../src/domain/report-format.ts'
import { runWorker } from '../../workers/run.ts'
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
import { compiledReport, DOCX, handIn, seeReport } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = '/dot/nghi-quyet-12-cdvn/bao-cao'

const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').pop() ?? ''

describe('reports, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
    const { id } = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    await handIn(world, id, 'CD1,CD2', DOCX, 'bài một.docx')
    await world.work()
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
    await browser.close()
  })

  const open = async (who: CastName, path = PAGE, options: BrowserOptions = {}) =>
    openPage(browser, world, who, path, { viewport: DESK, ...options })

  it('are asked for, followed while a worker compiles, and downloaded', async () => {
    const { page, context } = await open('staff.hung-yen', '/')
    await press(page, 'link', 'Báo cáo')
    expect(await seen(page)).to.include('Chưa có báo cáo nào của đơn vị này.')
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'reports-empty')

    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    const moment = page.getByLabel('Thời điểm chốt số liệu')
    expect(await moment.isVisible(), 'asked for only where it is chosen').to.equal(false)
    await page.getByLabel('Đến thời điểm khác').check()
    await moment.fill('2018-12-30T08:00')
    await press(page, 'button', 'Lập báo cáo')
    const wrong = await page.getByRole('alert').innerText()
    expect(wrong).to.include('chọn ít nhất một tệp')
    await expectSoundPage(page)
    await shoot(page, 'reports-wrong')
    await page.getByLabel('.xlsx').check()
    await press(page, 'button', 'Lập báo cáo')
    expect(await page.getByRole('alert').innerText()).to.include('chọn ngày và giờ đã qua')
    await moment.fill('2018-12-07T08:30')
    await page.getByLabel('.zip').check()
    await press(page, 'button', 'Lập báo cáo')
    await page.getByText('Đã nhận yêu cầu lập báo cáo.').waitFor()
    await page.getByText('Báo cáo đang chờ tới lượt.').waitFor()
    expect(await seeReport(world, idOf(page))).to.deep.include({
      cutoff: '2018-12-07T01:30:00.000Z',
      formats: REPORT_FORMATS.filter(format => ['xlsx', 'zip'].includes(format)),
    })
    await expectSoundPage(page)
    await shoot(page, 'reports-waiting')

    // The page is left alone: it shows by itself what the worker made.
    const worker = await runWorker(world.container)
    await page.getByText('Đã lập xong').waitFor()
    await worker.stop()
    await expectSoundPage(page)
    await shoot(page, 'reports-done')
    expect(await page.getByRole('button', { name: 'Huỷ' }).count()).to.equal(0)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Tải về.*zip/ }).click(),
    ])
    const bytes = await readFile(await download.path())
    expect(await seen(page)).to.include(createHash('sha256').update(bytes).digest('hex'))
    expect(download.suggestedFilename()).to.match(/\.zip$/)

    await press(page, 'link', /Báo cáo tổng hợp/)
    await page.getByRole('row', { name: /LĐLĐ tỉnh Hưng Yên.*Đã lập xong/ }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'reports-list')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(90_000)

  it('are cancelled, asked for again, and say why they failed, without JavaScript', async () => {
    const { page, context } = await open('staff.hung-yen', PAGE, { javaScriptEnabled: false })
    await page.getByLabel('Đơn vị', { exact: true }).selectOption('LĐLĐ huyện Văn Giang')
    await press(page, 'button', 'Xem')
    await press(page, 'button', 'Lập báo cáo')
    const first = idOf(page)
    expect(await seeReport(world, first)).to.include({ unit: 'hung-yen-van-giang', state: 'queued' })
    await press(page, 'button', 'Huỷ việc lập báo cáo')
    await page.getByText('Việc lập báo cáo này đã bị huỷ.').waitFor()
    await press(page, 'button', 'Lập lại báo cáo')
    const second = idOf(page)
    expect(second).not.to.equal(first)
    // Pressed again on the old page, it leads to the same.
    await page.goto(`${PAGE}/${first}`)
    await press(page, 'button', 'Lập lại báo cáo')
    expect(idOf(page)).to.equal(second)

    const { reports, clock } = world.container.ports
    const lease = { report: second, holder: 'test' }
    await reports.claim(lease, clock.now(), new Date(clock.now().getTime() + 60_000))
    await reports.fail(lease, problem('report-interrupted'), clock.now())
    await press(page, 'link', 'Xem lại tiến độ')
    await page.getByText('Báo cáo chưa lập được.').waitFor()
    expect(await seen(page)).to.include('Việc lập báo cáo bị ngắt giữa chừng nhiều lần')
    await shoot(page, 'reports-failed')
    await press(page, 'button', 'Lập lại báo cáo')
    await world.work()
    await press(page, 'link', 'Xem lại tiến độ')
    await page.getByText('Đã lập xong').waitFor()
    await context.close()
  }).timeout(60_000)

  it('are there to download, not to compile, for a trainer of a province, in English', async () => {
    const { page, context } = await open('trainer.hung-yen', `${PAGE}?unit=hung-yen&lang=en`)
    await page.getByRole('row', { name: /LĐLĐ tỉnh Hưng Yên.*Done/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Compile' }).count()).to.equal(0)
    await page.setViewportSize({ width: 360, height: 740 })
    await expectSoundPage(page)
    await shoot(page, 'reports-trainer')
    await page
      .getByRole('link', { name: /report: LĐLĐ huyện Văn Giang/ })
      .last()
      .click()
    expect(await page.getByRole('button', { name: 'again' }).count()).to.equal(0)
    await context.close()
  }).timeout(60_000)

  it('are compiled by a trainer of the whole nation too; the letterhead is the office’s', async () => {
    const { page, context } = await open('trainer')
    expect(await seen(page))
      .to.include('Lập báo cáo của Tổng Liên đoàn')
      .and.not.include('Thể thức văn bản')
    expect(await page.getByLabel('.zip').isChecked()).to.equal(false)
    await press(page, 'button', 'Lập báo cáo')
    await page.getByText('Báo cáo đang chờ tới lượt.').waitFor()
    await press(page, 'button', 'Huỷ việc lập báo cáo')
    await page.getByText('Việc lập báo cáo này đã bị huỷ.').waitFor()
    await context.close()
  })

  it('are compared: who came in since, the figures of each unit, as a table to take away', async () => {
    const giang = await enrol(world, { name: 'Đỗ Văn An', unit: 'hung-yen-van-giang' })
    world.clock.set('2018-12-07T04:00:00Z')
    await compiledReport(world, { formats: ['csv'] })
    world.clock.set('2018-12-07T04:30:00Z')
    await handIn(world, giang.id, 'CD1,CD4', DOCX, 'bài.docx')
    world.clock.set('2018-12-07T05:00:00Z')
    await compiledReport(world, { formats: ['csv'] })
    const { page, context } = await open('staff.hung-yen')
    expect(await seen(page), 'several files of one format are told apart elsewhere').to.include('CSV 6 tệp')
    await press(page, 'link', /So sánh hai báo cáo/)
    await page.getByLabel('Báo cáo thứ nhất').selectOption({ index: 1 })
    await press(page, 'button', 'So sánh')
    const text = await seen(page)
    expect(text)
      .to.include('1 cán bộ có thay đổi')
      .and.to.match(/Đỗ Văn An\s+LĐLĐ huyện Văn Giang\s+Đã nộp CĐ1, CĐ4/)
    expect(text).to.match(/Văn Giang\s+1\s+0 →\s+thành\s+2/)
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'report-changes')
    const href = await page.getByRole('link', { name: /csv/ }).getAttribute('href')
    expect(await (await context.request.get(href!)).text()).to.include('Đã nộp CĐ1, CĐ4')
    await page.goto(`${page.url()}&lang=en`)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await seen(page)).to.include('Handed in CĐ1, CĐ4')
    await expectSoundPage(page)
    await shoot(page, 'report-changes-en')
    await page.goto(`${PAGE}/so-sanh?unit=hung-yen-van-lam`)
    expect(await seen(page)).to.include('at least two finished reports')
    await context.close()
  }).timeout(60_000)

  it('do not exist for another province', async () => {
    const [{ id }] = (
      await world.as('staff.hung-yen').get('/api/v1/campaigns/nghi-quyet-12-cdvn/reports').expect(200)
    ).body
    for (const who of ['staff.hai-duong', 'trainer.hai-duong'] as const) {
      const { page, context } = await open(who)
      expect(await seen(page)).not.to.include('Hưng Yên')
      for (const path of [`${PAGE}?unit=hung-yen`, `${PAGE}/${id}`, `${PAGE}/${id}/tep/xlsx`])
        expect((await context.request.get(path)).status(), `${who} ${path}`).to.equal(404)
      const csrfToken = await page.locator('[name=csrfToken]').first().inputValue()
      for (const [path, form] of [
        [`${PAGE}/${id}/huy`, {}],
        [`${PAGE}/${id}/lap-lai`, {}],
        [`${PAGE}?unit=hung-yen`, { key: 'a'.repeat(24), formats: 'xlsx', cutoff: 'now' }],
      ] as const) {
        const answer = await context.request.post(path, { form: { csrfToken, ...form } })
        expect(answer.status(), `${who} ${path}`).to.equal(404)
      }
      await context.close()
    }
  })

  it('say of themselves that the schedule compiled them', async () => {
    const campaign = '/api/v1/campaigns/nghi-quyet-12-cdvn'
    const reports = { afterDue: true, formats: ['csv'] }
    await world.as('admin').patch(campaign).send({ reports }).expect(200)
    const { page, context } = await open('staff.hung-yen')
    await page.getByText('Báo cáo được lập tự động lần tới lúc 08:00 thứ Bảy 15/12/2018').waitFor()
    world.clock.set('2018-12-15T01:00:00Z')
    await world.work()
    await page.reload()
    expect(await seen(page)).not.to.include('lần tới')
    expect(await page.locator('tbody tr').first().innerText()).to.include('Tự động, sau hạn nộp')
    await expectSoundPage(page)
    await shoot(page, 'reports-scheduled')
    await page.locator('tbody th a').first().click()
    await page.getByText('Tự động, sau hạn nộp, 08:00').waitFor()
    expect(context.complaints).to.deep.equal([])
    await context.close()

    const trainer = await open('trainer', '/dot/nghi-quyet-12-cdvn/cac-tinh/bao-cao?lang=en')
    await trainer.page.getByText('The schedule, after the due date').waitFor()
    await expectSoundPage(trainer.page)
    await trainer.page.locator('tbody th a').first().click()
    await trainer.page.getByText('The schedule, after the due date').waitFor()
    expect(await seen(trainer.page)).to.include('2 of 2 reports done')
    expect(trainer.context.complaints).to.deep.equal([])
    await trainer.context.close()
  }).timeout(60_000)
})
