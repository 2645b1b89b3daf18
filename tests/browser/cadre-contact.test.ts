import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import {
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openContext,
  shoot,
  signIn,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { mailsTo } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = '/thong-tin-cua-toi'

describe('changing one’s own contact, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    ;[world, browser] = await Promise.all([openWorld(), openBrowser()])
    await enrol(world, { cadre: 'cadre-1', email: 'cu@test.example' })
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  it('changes the phone at once and the address by the link in the mail, without JavaScript too', async () => {
    const context = await openContext(browser, world.url, { javaScriptEnabled: false })
    await signIn(context, world, 'cadre')
    const page = await context.newPage()
    await page.goto('/')
    await page.getByRole('link', { name: 'Đổi thư điện tử, điện thoại của tôi' }).click()
    await page.getByLabel('Số điện thoại').fill('abc')
    await page.getByRole('button', { name: 'Lưu số điện thoại' }).click()
    expect(await page.getByRole('alert').innerText()).to.include('không phải số điện thoại')
    await page.getByLabel('Số điện thoại').fill('0912 345 678')
    await page.getByRole('button', { name: 'Lưu số điện thoại' }).click()
    await page.getByText('Đã lưu số điện thoại.').waitFor()
    expect(await page.getByLabel('Số điện thoại').inputValue()).to.equal('0912345678')

    await page.getByLabel('Thư điện tử mới').fill('moi@test.example')
    await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click()
    await page.getByText('Đã gửi thư xác nhận đến moi@test.example').waitFor()
    expect(await page.getByRole('main').innerText()).to.include('Đang dùng: cu@test.example.')
    const [mail] = await mailsTo(world, 'moi@test.example')
    const link = /\/xac-nhan-thu\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''

    // The link may be opened anywhere, and asking for it alone changes nothing.
    const elsewhere = await openContext(browser, world.url)
    const opened = await elsewhere.newPage()
    await opened.goto(link)
    await expectSoundPage(opened)
    await shoot(opened, 'confirm-email')
    await page.reload()
    expect(await page.getByRole('main').innerText()).to.include('Đang dùng: cu@test.example.')
    await opened.getByRole('button', { name: 'Xác nhận địa chỉ này' }).click()
    await opened.getByRole('heading', { name: 'Đã đổi thư điện tử' }).waitFor()
    await expectSoundPage(opened)
    await opened.goto(link)
    await opened.getByRole('button', { name: 'Xác nhận địa chỉ này' }).click()
    await opened.getByText('Liên kết xác nhận không còn hiệu lực').waitFor()
    await expectSoundPage(opened)
    await shoot(opened, 'confirm-email-used')
    await elsewhere.close()
    await page.reload()
    expect(await page.getByRole('main').innerText()).to.include('Đang dùng: moi@test.example.')
    await context.close()
  })

  for (const language of ['vi', 'en'])
    it(`looks right in both languages: ${language}`, async () => {
      const context = await openContext(browser, world.url)
      await signIn(context, world, 'cadre')
      const page = await context.newPage()
      await page.goto(`${PATH}?lang=${language}`)
      await expectSoundPage(page)
      await expectTextGrows(page)
      await shoot(page, `contact-${language}`)
      expect(context.complaints).to.deep.equal([])
      await context.close()
    })

  it('is not there for who is no cadre', async () => {
    const context = await openContext(browser, world.url)
    await signIn(context, world, 'staff.hung-yen')
    expect((await context.request.get(PATH)).status()).to.equal(403)
    await context.close()
  })
})
