import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import type { Unit } from '../../src/domain/unit.ts'
import { runWorker } from '../../workers/run.ts'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  look,
  openBrowser,
  openPage,
  seen,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { enrolCrowd } from '../support/crowd.ts'
import { compiledReport, DOCX, handIn } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = '/dot/nghi-quyet-12-cdvn/cac-tinh'
const NAMES =
  'An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bến Tre|Bình Định|Cà Mau|Cao Bằng|Đắk Lắk|Điện Biên|Đồng Tháp|Gia Lai|Hà Giang|Hà Nội|Khánh Hòa|Lào Cai|Nam Định|Nghệ An|Phú Thọ|Quảng Ngãi|Sóc Trăng|Tây Ninh|Thừa Thiên Huế|Vĩnh Phúc|Yên Bái'

/** Many provinces with people, and all of them but the third have Hưng Yên's report as their own. */
const growNation = async (world: World): Promise<void> => {
  const { db } = world
  const { ports } = world.container
  const provinces = NAMES.split('|').map((name, n): Unit => {
    const code = `tinh-${n}`
    return {
      code,
      name: `LĐLĐ tỉnh ${name}`,
      kind: 'province',
      parent: 'tld',
      path: ['tld', code],
      validFrom: null,
      validTo: null,
      predecessors: [],
      aliases: [],
    }
  })
  await ports.transact(async tx => ports.units.save(provinces, tx))
  const model = await db
    .collection<{ _id: string; unit: string; path: string[]; sameness: string }>('reports')
    .findOne({ state: 'done' })
  await db.collection<{ _id: string }>('reports').insertMany(
    provinces
      .filter((_, n) => n % 3 > 0)
      .map(({ code, path }) => ({
        ...model,
        _id: `r-${code}`,
        unit: code,
        path: [...path],
        sameness: code,
      })),
  )
  await world.settle()
}

describe('provinces and their reports, in a trainer’s browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
    const { id } = await enrol(world)
    await handIn(world, id, 'CD1', DOCX, 'bài một.docx')
    await world.settle()
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  const open = async (who: CastName, path: string, options: BrowserOptions = {}) =>
    openPage(browser, world, who, path, options)

  it('are where he begins; each report, or all of them at once, comes whole; from there he reads', async () => {
    const { context, page } = await open('trainer', '/')
    expect(new URL(page.url()).pathname).to.equal(PAGE)
    expect(await seen(page))
      .to.include('LĐLĐ tỉnh Hưng Yên')
      .and.include('Chưa có đơn vị nào có báo cáo')
    await look(page, 'provinces-empty')

    await compiledReport(world)
    await page.reload()
    expect(await seen(page)).to.include('1/2 đơn vị đã có báo cáo tổng hợp')
    await look(page, 'provinces')
    const [all] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Tải tất cả báo cáo mới nhất/ }).click(),
    ])
    expect(all.suggestedFilename()).to.match(/^Báo cáo thu hoạch - .*2018-12-07\.zip$/)
    expect((await readFile(await all.path())).subarray(0, 4).toString('latin1')).to.equal('PK\u0003\u0004')
    const [one] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^XLSX/ }).locator('visible=true').click(),
    ])
    expect(one.suggestedFilename()).to.equal('Báo cáo thu hoạch - LĐLĐ tỉnh Hưng Yên - 2018-12-07.xlsx')
    await page.getByRole('link', { name: 'Đọc bài của LĐLĐ tỉnh Hưng Yên' }).locator('visible=true').click()
    await page.getByRole('heading', { name: 'Đọc bài thu hoạch' }).waitFor()
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('are only his own; whoever trains nobody has no such page', async () => {
    const own = await open('trainer.hai-duong', '/?lang=en')
    expect(await seen(own.page))
      .to.include('LĐLĐ tỉnh Hải Dương')
      .and.not.include('Hưng Yên')
    expect((await own.page.request.get(`${PAGE}/bao-cao.zip`)).status()).to.equal(409)
    await expectSoundPage(own.page)
    await own.context.close()
    for (const who of ['staff.hung-yen', 'cadre'] as const) {
      const { context, page } = await open(who, '/giay-xac-nhan')
      for (const path of [PAGE, `${PAGE}/bao-cao.zip`])
        expect((await page.request.get(path)).status(), `${who} ${path}`).to.equal(403)
      await context.close()
    }
  })

  it('have all their reports compiled at once, followed while a worker does it, and taken in one ZIP', async () => {
    const { context, page } = await open('trainer', PAGE)
    await page.getByRole('link', { name: 'Lập báo cáo của tất cả đơn vị' }).click()
    expect(await seen(page))
      .to.include('báo cáo của 2 đơn vị trực thuộc')
      .and.include('Chưa lập lần nào.')
    expect(await page.getByLabel('.zip').isChecked()).to.equal(false)
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await page.getByRole('button', { name: 'Lập 2 báo cáo' }).click()
    expect(await page.getByRole('alert').innerText()).to.include('chọn ít nhất một tệp')
    await page.getByLabel('.xlsx').check()
    await page.getByLabel('Báo cáo để in và ký (.pdf)').check()
    await look(page, 'report-batches-wrong')
    await page.getByRole('button', { name: 'Lập 2 báo cáo' }).click()
    await page.getByText('Đã lập xong 0/2 báo cáo').waitFor()
    await look(page, 'report-batch-waiting')

    const worker = await runWorker(world.container)
    await page.getByText('Đã lập xong 2/2 báo cáo').waitFor()
    await worker.stop()
    await look(page, 'report-batch-done')
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Tải báo cáo của 2\/2 đơn vị/ }).click(),
    ])
    expect((await readFile(await zip.path())).subarray(0, 4).toString('latin1')).to.equal('PK\u0003\u0004')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('have all their reports cancelled at once, without JavaScript, in English', async () => {
    const { context, page } = await open('admin', `${PAGE}/bao-cao?lang=en`, { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Compile 2 reports' }).click()
    await page.getByText('0 of 2 reports done').waitFor()
    await page.getByRole('button', { name: 'Cancel those that are not done' }).click()
    await page.getByText('0 of 2 reports done; 2 cancelled').waitFor()
    const cancelled = page.url()
    await context.close()
    const seeing = await open('admin', `${cancelled}?lang=en`)
    await look(seeing.page, 'report-batch-cancelled-en')
    await seeing.page.getByRole('link', { name: 'Reports of all units' }).click()
    expect(await seen(seeing.page))
      .to.include('2 of 2 reports done')
      .and.include('0 of 2 reports done; 2 cancelled')
    await look(seeing.page, 'report-batches-en')
    await seeing.context.close()
    const one = await open('trainer.hai-duong', '/')
    expect((await one.page.request.get(`${PAGE}/bao-cao`)).status()).to.equal(403)
    expect(await seen(one.page)).not.to.include('Lập báo cáo của tất cả đơn vị')
    await one.context.close()
  })

  it('are all of the nation on one page', async () => {
    await growNation(world)
    await enrolCrowd(world, 600, await world.container.ports.units.children('tld'))
    await world.settle()
    const { context, page } = await open('trainer', PAGE, { viewport: DESK })
    expect(await page.locator('tbody tr').count()).to.equal(NAMES.split('|').length + 2)
    await look(page, 'provinces-full')
    await context.close()
  })
})
