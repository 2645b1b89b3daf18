import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { expectSoundPage, openBrowser, openContext, shoot } from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const askForLink = async (page: Page, address: string): Promise<void> => {
  await page.getByLabel('Thư điện tử hoặc tên đăng nhập').fill(address)
  await page.getByRole('button', { name: 'Gửi liên kết đăng nhập' }).click()
  await page.getByRole('heading', { name: 'Đồng chí hãy mở hộp thư' }).waitFor()
}

describe('signing in, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    ;[world, browser] = await Promise.all([openWorld(), openBrowser()])
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  const linkMailedTo = async (address: string): Promise<string> => {
    for (;;) {
      for (const file of await readdir(world.mails.folder)) {
        if (!file.endsWith('.eml')) continue
        const mail = await simpleParser(await readFile(join(world.mails.folder, file)))
        const link = /\/dang-nhap\/\S+/.exec(mail.text ?? '')?.[0]
        if ([mail.to].flat()[0]?.text === address && link !== undefined) return link
      }
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  it('asks for it first, mails a link, and leads to the essays', async () => {
    await enrol(world, { cadre: 'cadre-1', name: 'Nguyễn Thị Thắm', email: 'tham@test.example' })
    const context = await openContext(browser, world.url)
    const page = await context.newPage()
    await page.goto('/dot/nghi-quyet-12-cdvn/bai-cua-toi')
    expect(new URL(page.url()).pathname).to.equal('/dang-nhap')
    await expectSoundPage(page)
    await askForLink(page, 'tham@test.example')
    await expectSoundPage(page)
    await page.goto(await linkMailedTo('tham@test.example'))
    await expectSoundPage(page)
    await page.getByRole('button', { name: 'Vào trang của tôi' }).click()
    await page.getByRole('heading', { name: 'Bài thu hoạch của tôi' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'my-essays')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('says what to mend, and keeps what was typed', async () => {
    const context = await openContext(browser, world.url, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/dang-nhap')
    await page.getByLabel('Thư điện tử hoặc tên đăng nhập').fill('ai-do@test.example')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai-mat-khau')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    expect(await page.getByRole('alert').innerText()).to.include('Tên đăng nhập hoặc mật khẩu không đúng')
    expect(await page.getByLabel('Thư điện tử hoặc tên đăng nhập').inputValue()).to.equal(
      'ai-do@test.example',
    )
    await context.close()
  })

  it('tells in words of the product what is not there, and nothing of what is', async () => {
    const context = await openContext(browser, world.url)
    const page = await context.newPage()
    const answer = await page.goto('/khong-co')
    expect(answer?.status()).to.equal(404)
    expect(await page.getByRole('main').innerText()).to.include('Không tìm thấy nội dung đồng chí yêu cầu.')
    await expectSoundPage(page)
    await context.close()
  })
})
