import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openContext,
  PHONE,
  shoot,
  signIn,
} from '../support/browser.ts'
import { CAMPAIGN } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = `/quan-tri/dot/${CAMPAIGN.code}/thu`

describe('the words of the mails, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  const open = async (path: string, options: BrowserOptions): Promise<Page> => {
    const context = await openContext(browser, world.url, options)
    await signIn(context, world, 'admin')
    const page = await context.newPage()
    await page.goto(path)
    return page
  }
  const sample = (page: Page) => page.locator('#sample')

  it('show what a reader would read while they are typed, say what is wrong, and are kept', async () => {
    const page = await open(`/quan-tri/dot/${CAMPAIGN.code}?lang=vi`, { viewport: DESK })
    await page.getByRole('link', { name: 'Nội dung thư nhắc' }).click()
    await page.getByLabel('Loại thư', { exact: true }).selectOption('last-call')
    await page.getByRole('button', { name: 'Mở loại thư này' }).click()
    await page.getByLabel('Lời mở đầu').fill('Còn một ngày nữa, đồng chí {name}.')
    await sample(page).getByText('Còn một ngày nữa, đồng chí Nguyễn Thị Thắm.').waitFor()
    await page.getByLabel('Tiêu đề').fill('Lần cuối, {ten}')
    await sample(page).getByText('có chỗ điền {ten} không có').waitFor()
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByRole('alert').first().getByText('{ten}').waitFor()
    await page.getByLabel('Tiêu đề').fill('Lần cuối, {name}')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Đã lưu nội dung thư.').waitFor()
    expect(await page.getByLabel('Lời mở đầu').inputValue()).to.equal('Còn một ngày nữa, đồng chí {name}.')
    await expectSoundPage(page)
    await shoot(page, 'admin-mail-texts-desk')
    await page.context().close()
  }).timeout(60_000)

  it('work on a phone without a script, in English too', async () => {
    const page = await open(`${PATH}?kind=before-due&mailLanguage=en&lang=en`, {
      viewport: PHONE,
      javaScriptEnabled: false,
    })
    await page.getByLabel('Closing').fill('See you soon, {name}.')
    await page.getByRole('button', { name: 'Preview' }).click()
    expect(await sample(page).innerText()).to.include('See you soon, Nguyễn Thị Thắm.')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByLabel('Closing').inputValue()).to.equal('See you soon, {name}.')
    await shoot(page, 'admin-mail-texts-phone')
    await page.context().close()
    const other = await open(`${PATH}?lang=en`, { viewport: PHONE })
    await expectSoundPage(other)
    await expectTextGrows(other)
    await other.context().close()
  }).timeout(60_000)
})
