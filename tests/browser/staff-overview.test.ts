import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openPage,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { openWorld, type World } from '../support/world.ts'

const UNIT = '/dot/nghi-quyet-12-cdvn/don-vi'

const rowNames = async (page: Page) => page.locator('table.units tbody th[scope="row"]').allInnerTexts()
const missing = async (page: Page) =>
  (await page.locator('table.units tbody tr > :nth-child(8)').allInnerTexts()).map(text =>
    Number.parseInt(text.replaceAll('.', ''), 10),
  )

describe('the overview of a unit, in a browser', () => {
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

  const open = async (who: CastName, path: string, options: BrowserOptions = { viewport: DESK }) =>
    openPage(browser, world, who, path, options)
  it('of nobody says so, and offers to import a roster to whoever may', async () => {
    const { page, context } = await open('staff.hung-yen', '/')
    expect(new URL(page.url()).pathname).to.equal(`${UNIT}/hung-yen`)
    await page.getByText('Đơn vị chưa có cán bộ nào').waitFor()
    await page.getByRole('link', { name: 'Nhập danh sách cán bộ' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'overview-empty')
    await context.close()
    const trainer = await open('trainer', `${UNIT}/hung-yen`)
    await trainer.page.getByText('Đơn vị quản lý nhập danh sách').waitFor()
    expect(await trainer.page.getByRole('link', { name: 'Nhập danh sách cán bộ' }).count()).to.equal(0)
    await trainer.context.close()
  })

  it('of one person who has written nothing', async () => {
    await enrol(world)
    await world.settle()
    const { page, context } = await open('staff.hung-yen', `${UNIT}/hung-yen`)
    await page.getByText('1 trong 1 cán bộ còn thiếu bài.').waitFor()
    await page.getByText('Chưa có bài nào được nộp.').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'overview-one')
    await context.close()
  })

  for (const size of [400, 1500])
    it(`of ${size} people fits a screen, sorts by every column and leads down and up again`, async () => {
      const units = await growTree(world)
      await enrolCrowd(world, size, units)
      await enrol(world, { unit: 'hung-yen' })
      await world.settle()
      world.clock.set('2018-12-18T02:00:00Z')
      const { page, context } = await open('staff.hung-yen', `${UNIT}/hung-yen`)
      await page.getByText(`trong ${(size + 1).toLocaleString('vi-VN')} cán bộ còn thiếu bài.`).waitFor()
      const gaps = (await missing(page)).slice(0, -1)
      expect(gaps.slice(0, 12), 'the biggest gap first').to.deep.equal(
        gaps.slice(0, 12).sort((a, b) => b - a),
      )
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).to.equal('descending')
      await expectSoundPage(page)
      await expectTextGrows(page)
      await shoot(page, `overview-${size}`)

      const byName = page.getByRole('columnheader', { name: 'Đơn vị' })
      await byName.getByRole('link').click()
      expect(await byName.getAttribute('aria-sort')).to.equal('ascending')
      expect((await rowNames(page))[0]).to.equal('Công đoàn các Khu công nghiệp tỉnh Hưng Yên')
      await byName.getByRole('link').click()
      expect(await byName.getAttribute('aria-sort')).to.equal('descending')

      await page.getByRole('link', { name: 'LĐLĐ huyện Ân Thi', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'LĐLĐ huyện Ân Thi' }).waitFor()
      await expectSoundPage(page)
      await shoot(page, `overview-${size}-below`)
      const up = page.getByRole('navigation', { name: 'Đơn vị cấp trên' }).getByRole('link')
      expect(await up.allInnerTexts(), 'no higher than the scope').to.deep.equal(['LĐLĐ tỉnh Hưng Yên'])
      await up.click()
      await page.getByRole('heading', { level: 1, name: 'LĐLĐ tỉnh Hưng Yên' }).waitFor()
      expect(context.complaints).to.deep.equal([])
      await context.close()
    }).timeout(60_000)

  it('in English, without JavaScript', async () => {
    await enrolCrowd(world, 40, await growTree(world))
    await world.settle()
    const { page, context } = await open('trainer', `${UNIT}/hung-yen?lang=en`, { javaScriptEnabled: false })
    await page.getByRole('heading', { name: 'By unit' }).waitFor()
    const crumbs = page.getByRole('navigation', { name: 'Units above' }).getByRole('link')
    expect(await crumbs.allInnerTexts()).to.deep.equal(['Tổng Liên đoàn Lao động Việt Nam'])
    await page.getByText('Figures by day').click()
    await page.getByRole('rowheader', { name: '07/12/2018' }).waitFor()
    await context.close()
  })

  it('does not exist for another province', async () => {
    for (const unit of ['hung-yen', 'hung-yen-van-lam', 'tld', 'khong-co']) {
      const { context, status } = await open('staff.hai-duong', `${UNIT}/${unit}`)
      expect(status, unit).to.equal(404)
      await context.close()
    }
    const cadre = await open('cadre', `${UNIT}/hung-yen`)
    expect(cadre.status).to.equal(403)
    await cadre.context.close()
  })
})
