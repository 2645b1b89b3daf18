import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
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
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { openWorld, type World } from '../support/world.ts'

const LIST = '/dot/nghi-quyet-12-cdvn/chua-nop'

const names = async (page: Page) => page.locator('table.people tbody th a').allInnerTexts()
const matches = async (page: Page, text: string) =>
  page.getByRole('status').filter({ hasText: text }).waitFor()
const chip = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Lọc theo tình trạng' }).getByRole('link', { name })

describe('who has not submitted, in a browser', () => {
  let world: World
  let browser: Browser
  before(async function () {
    this.timeout(60_000)
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const open = async (who: CastName, path: string, options: BrowserOptions = { viewport: DESK }) =>
    openPage(browser, world, who, path, options)

  it('says why it is empty, and what to do', async () => {
    const { page, context } = await open('staff.hung-yen', LIST)
    await page.getByText('Đơn vị chưa có cán bộ nào').waitFor()
    await page.getByRole('link', { name: 'Nhập danh sách cán bộ' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'people-empty')
    await context.close()
  })

  it('searches as one types, filters by chips, leads down and up, all in place', async () => {
    const units = await growTree(world)
    await enrolCrowd(world, 60, units)
    await enrol(world, { name: 'Đặng Thị Ước', unit: 'hung-yen-van-lam', email: null, phone: '0912345678' })
    const { page, context } = await open('staff.hung-yen', LIST)
    await matches(page, '31 người còn thiếu bài')
    expect(await page.evaluate('document.activeElement.id')).to.equal('q')
    await expectSoundPage(page)
    await shoot(page, 'people')
    await expectTextGrows(page)

    await page.locator('#q').focus()
    await page.keyboard.type('dang uoc')
    await matches(page, '1 người còn thiếu bài khớp với “dang uoc”')
    expect(await names(page)).to.deep.equal(['Đặng Thị Ước'])
    expect(await page.inputValue('#q'), 'what is typed stays').to.equal('dang uoc')
    expect(new URL(page.url()).searchParams.get('q')).to.equal('dang uoc')
    await page.getByRole('link', { name: '0912345678' }).waitFor()

    await chip(page, 'Đủ bài').focus()
    await page.keyboard.press('Enter')
    await page.getByText('Không có ai đã nộp đủ bài khớp với “dang uoc”.').waitFor()
    await page.getByRole('link', { name: 'Xem 1 người khớp ở tình trạng khác' }).waitFor()
    expect(await page.evaluate('document.activeElement.id'), 'the focus stays').to.equal('chip-complete')
    await page.getByRole('link', { name: 'Bỏ tìm kiếm' }).click()
    await matches(page, '30 người đã nộp đủ bài')
    await chip(page, 'Thiếu chuyên đề 5').click()
    await matches(page, '31 người còn thiếu chuyên đề 5')

    // A state and a topic count together; a state in which nobody owes lets the topic go.
    expect(await page.getByRole('link', { name: 'Thiếu chuyên đề 2: 16' }).count()).to.equal(1)
    await chip(page, 'Một phần').click()
    await matches(page, '15 người đã nộp một phần, còn thiếu chuyên đề 5')
    expect(await names(page)).to.have.length(15)
    await page.getByRole('link', { name: 'Thiếu chuyên đề 2: 0' }).click()
    await page.getByText('Không có ai đã nộp một phần, còn thiếu chuyên đề 2.').waitFor()
    await chip(page, 'Không có địa chỉ thư').click()
    await matches(page, '4 người không có địa chỉ thư, còn thiếu chuyên đề 2')
    await chip(page, 'Đủ bài').click()
    await matches(page, '30 người đã nộp đủ bài')
    await chip(page, 'Thiếu chuyên đề 5').click()
    await matches(page, '31 người còn thiếu chuyên đề 5')
    await page.getByRole('link', { name: 'Không lọc theo chuyên đề' }).click()
    await matches(page, '31 người còn thiếu bài')
    await chip(page, 'Thiếu chuyên đề 5').click()
    await matches(page, '31 người còn thiếu chuyên đề 5')

    await page.getByText('Chọn đơn vị bên dưới').click()
    await page.getByRole('link', { name: 'LĐLĐ huyện Văn Lâm' }).click()
    await matches(page, '1 người còn thiếu chuyên đề 5')
    const up = page.getByRole('navigation', { name: 'Đơn vị cấp trên' }).getByRole('link')
    expect(await up.allInnerTexts(), 'no higher than the scope').to.deep.equal(['LĐLĐ tỉnh Hưng Yên'])
    await up.click()
    await page.getByText('LĐLĐ tỉnh Hưng Yên', { exact: true }).waitFor()

    await page.setViewportSize(PHONE)
    await expectSoundPage(page)
    await page.goto(`${LIST}?state=all&topic=CD5`)
    for (const name of ['Tất cả', 'Thiếu chuyên đề 5']) {
      const box = await chip(page, name).boundingBox()
      expect(box?.x, `${name} is pushed into sight`).to.be.within(0, PHONE.width - (box?.width ?? 0))
    }
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(120_000)

  it('is paged where there are very many, in English, without JavaScript', async () => {
    const units = await growTree(world)
    await enrolCrowd(world, 900, units)
    const { page, context } = await open('trainer', `${LIST}?unit=hung-yen&state=all&lang=en`, {
      javaScriptEnabled: false,
      viewport: DESK,
    })
    await matches(page, '900 people on the list')
    await shoot(page, 'people-900')
    const seen = await names(page)
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByText('401–800 of 900 people').waitFor()
    seen.push(...(await names(page)))
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByText('801–900 of 900 people').waitFor()
    seen.push(...(await names(page)))
    expect(seen).to.have.length(900)
    await page.getByRole('link', { name: 'To the beginning' }).click()
    await page.fill('#q', 'tham')
    await page.getByRole('button', { name: 'Find' }).click()
    await matches(page, 'people on the list matching “tham”')
    expect(new URL(page.url()).searchParams.get('unit'), 'the unit stays').to.equal('hung-yen')
    await context.close()
  }).timeout(120_000)

  it('does not exist for another province; a token sees it too', async () => {
    for (const unit of ['hung-yen', 'hung-yen-van-lam', 'tld', 'khong-co']) {
      const { context, status } = await open('staff.hai-duong', `${LIST}?unit=${unit}`)
      expect(status, unit).to.equal(404)
      await context.close()
    }
    await world.as('staff.hung-yen').get(LIST).expect(200)
    const cadre = await open('cadre', LIST)
    expect(cadre.status).to.equal(403)
    await cadre.context.close()
  })
})
