import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { type BrowserOptions, DESK, look, openBrowser, openPage, shoot } from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { openWorld, type World } from '../support/world.ts'

const SLIPS = '/dot/nghi-quyet-12-cdvn/phieu-dang-nhap'
const HOME = '/dot/nghi-quyet-12-cdvn/bai-cua-toi'

const codesOn = async (page: Page) => page.locator('.slip-code').allInnerTexts()

describe('sign-in slips, in a browser', () => {
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

  const open = async (who: CastName | null, path: string, options: BrowserOptions = { viewport: DESK }) =>
    openPage(browser, world, who, path, options)

  it('are printed for a unit, eight a page, shown once, and each signs its own person in', async () => {
    const { context, page } = await open('staff.hung-yen', SLIPS)
    await page.getByText('Đơn vị chưa có cán bộ nào phải viết bài.').waitFor()
    await look(page, 'slips-empty')
    await enrolCrowd(world, 200, await growTree(world))
    for (const name of ['Nguyễn Thị Thắm', 'Trần Thị Minh Nguyệt Phương Thảo'])
      await enrol(world, { name, email: null, posts: ['Chủ tịch Công đoàn cơ sở Công ty TNHH May Hưng Yên'] })
    await page.reload()
    const sums = async () => page.getByRole('list', { name: 'Số phiếu của đơn vị' }).innerText()
    expect((await sums()).replaceAll('\n', ' ')).to.match(/^202 cán bộ phải viết\s+12 không có thư điện tử/)
    await look(page, 'slips-usual')

    await page.getByRole('button', { name: 'In 12 phiếu' }).click()
    await page.getByRole('heading', { name: '12 phiếu đăng nhập' }).waitFor()
    const codes = await codesOn(page)
    expect(new Set(codes).size).to.equal(12)
    const tham = await page
      .getByRole('article', { name: 'Phiếu đăng nhập của Nguyễn Thị Thắm' })
      .locator('.slip-code')
      .innerText()
    await look(page, 'slips-sheet')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type ?\/Page\b/g), 'two sheets of A4').to.have.length(2)
    expect(pdf.toString('latin1')).to.match(/\/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/)

    await page.reload()
    await page.getByText('Phiếu của lần này đã hiện ra một lần').waitFor()
    expect(await sums(), 'nothing was printed anew').to.match(/12\s+đã cấp, chưa dùng/)
    await context.close()

    const phone = await open(null, `/dang-nhap/${tham}`, {})
    await look(phone.page, 'slips-open')
    await phone.page.getByRole('button', { name: 'Vào trang của tôi' }).click()
    await phone.page.getByRole('heading', { name: 'Bài thu hoạch của tôi' }).waitFor()
    expect(new URL(phone.page.url()).pathname).to.equal(HOME)
    await phone.context.close()
  }).timeout(90_000)

  it('are typed too, without JavaScript, and are told when they do not open', async () => {
    const { id } = await enrol(world, { name: 'Nguyễn Thị Thắm', email: null })
    const staff = await open('staff.hung-yen', `/dot/nghi-quyet-12-cdvn/can-bo/${id}`)
    expect(await staff.page.getByRole('main').innerText()).to.include('Chưa cấp')
    await staff.page.getByRole('link', { name: 'Cấp phiếu' }).click()
    await look(staff.page, 'slips-one')
    await staff.page.getByRole('button', { name: 'Hiện phiếu để in' }).click()
    const [first = ''] = await codesOn(staff.page)
    await look(staff.page, 'slips-one-sheet')
    await staff.page.getByRole('link', { name: 'Nguyễn Thị Thắm' }).click()
    await staff.page.getByRole('link', { name: 'Thu hồi phiếu' }).click()
    await staff.page.getByRole('button', { name: 'Thu hồi phiếu' }).click()
    await staff.page.getByText('Đã thu hồi phiếu đăng nhập.').waitFor()
    await staff.page.getByRole('link', { name: 'Cấp phiếu' }).click()
    await staff.page.getByRole('button', { name: 'Hiện phiếu để in' }).click()
    const [second = ''] = await codesOn(staff.page)

    const { context, page } = await open(null, '/dang-nhap', { javaScriptEnabled: false })
    await page.getByLabel('Mã trên phiếu').fill(first)
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').innerText()).to.include('đã dùng rồi hoặc đã bị thu hồi')
    expect(await page.getByLabel('Mã trên phiếu').inputValue()).to.equal(first)
    await shoot(page, 'slips-wrong')
    await page.getByLabel('Mã trên phiếu').fill(second.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Đăng nhập bằng phiếu' }).click()
    await page.getByRole('heading', { name: 'Bài thu hoạch của tôi' }).waitFor()
    await context.close()

    await staff.page.goto(`/dot/nghi-quyet-12-cdvn/can-bo/${id}?lang=en`)
    expect(await staff.page.getByRole('main').innerText())
      .to.include('Sign-in slip')
      .and.include('Used')
      .and.include('Signed in by slip')
    await staff.page.goto(SLIPS)
    await look(staff.page, 'slips-english')
    await staff.context.close()
  }).timeout(60_000)

  it('of another province cannot be printed', async () => {
    const { id } = await enrol(world, { name: 'Nguyễn Thị Thắm', email: null })
    const stranger = await open('staff.hai-duong', `${SLIPS}?unit=hung-yen`)
    expect(stranger.status).to.equal(404)
    await stranger.page.goto(`/dot/nghi-quyet-12-cdvn/can-bo/${id}/phieu`)
    await stranger.page.getByRole('heading', { name: 'Không tìm thấy' }).waitFor()
    await stranger.context.close()
    for (const who of ['trainer', 'cadre'] as const) {
      const { context, status } = await open(who, SLIPS)
      expect(status, who).to.equal(403)
      await context.close()
    }
  })
})
