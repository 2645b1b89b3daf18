import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import {
  type BrowserOptions,
  expectSoundPage,
  openBrowser,
  openContext,
  openPage,
  shoot,
  signIn,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { pdf } from '../support/essays.ts'
import { mailsTo } from '../support/inbox.ts'
import { openLine } from '../support/line.ts'
import { openWorld, type World } from '../support/world.ts'

const HOME = '/dot/nghi-quyet-12-cdvn/bai-cua-toi'

const file = (name: string, bytes = pdf()) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: bytes,
})

const summed = async (page: Page) => page.getByRole('main').innerText()
const choose = async (page: Page, ...files: Parameters<typeof file>) =>
  page.getByLabel('Tệp bài thu hoạch').setInputFiles(file(...files))
const send = async (page: Page) => page.getByRole('button', { name: 'Gửi bài' }).click()
const received = async (page: Page) => page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
const tokenOn = async (page: Page) => page.locator('form[data-told] [name=csrfToken]').inputValue()
const slowly = async (page: Page): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: 1_000_000,
    uploadThroughput: 1_500_000,
  })
}

describe('handing in, in a browser', () => {
  let world: World
  let browser: Browser
  let cadre: Enrolment
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
    cadre = await enrol(world, { cadre: 'cadre-1', name: 'Nguyễn Thị Thắm', email: 'tham@test.example' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const versions = async () => world.container.ports.essays.ofEnrolment(cadre.id)

  it('takes three taps from the mail link to a receipt, on a phone', async () => {
    await world.as('nobody').post('/api/v1/sign-in-links').send({ login: 'tham@test.example' }).expect(202)
    const [mail] = await mailsTo(world, 'tham@test.example')
    const link = /\/dang-nhap\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    const context = await openContext(browser, world.url, { hasTouch: true, isMobile: true })
    const page = await context.newPage()
    await page.goto(link)
    await page.getByRole('button', { name: 'Vào trang của tôi' }).tap()
    await page.getByRole('heading', { name: 'Bài thu hoạch của tôi' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'my-essays')
    await page.getByRole('link', { name: 'Nộp bài' }).tap()
    await page.getByRole('heading', { name: 'Nộp bài' }).waitFor()
    await expectSoundPage(page)
    await page.getByRole('checkbox', { name: 'Chuyên đề 2' }).setChecked(false)
    await page.getByLabel('Tệp bài thu hoạch').setInputFiles(file('Bài thu hoạch CĐ1.pdf'))
    await shoot(page, 'hand-in')
    await page.getByRole('button', { name: 'Gửi bài' }).tap()
    await page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'receipt')
    const handedIn = await versions()
    expect(handedIn.map(({ topic, number }) => [topic, number])).to.deep.equal(
      ['CD1', 'CD3', 'CD4', 'CD5'].map(topic => [topic, 1]),
    )
    const text = await summed(page)
    for (const { receipt } of handedIn) expect(text).to.include(receipt)
    expect(text).to.include('Đã nhận 4/5 chuyên đề')
    expect(text).to.include('Đúng hạn')
    expect(text).to.include('Đồng chí còn thiếu chuyên đề 2.')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  const open = async (options: BrowserOptions = {}) =>
    openPage(browser, world, 'cadre', `${HOME}/nop?cd=CD1&cd=CD3`, options)
  const newest = async () => (await versions()).map(({ topic, number }) => `${topic}.${number}`)

  it('works without JavaScript, and says what to mend with the ticks kept', async () => {
    const { context, page } = await open({ javaScriptEnabled: false })
    await choose(page, 'danh sách.xlsx')
    await page.getByRole('checkbox', { name: 'Chuyên đề 5' }).check()
    await send(page)
    expect(await page.getByRole('alert').innerText()).to.include('Không nhận tệp kiểu “xlsx”')
    expect(await page.getByRole('checkbox', { checked: true }).count()).to.equal(3)
    expect(await versions()).to.deep.equal([])
    await choose(page, 'Bài thu hoạch.pdf')
    await send(page)
    await received(page)
    expect(await newest()).to.deep.equal(['CD1.1', 'CD3.1', 'CD5.1'])
    await context.close()
  })

  it('is not sent again by back and refresh', async () => {
    const { context, page } = await open({ javaScriptEnabled: false })
    await choose(page, 'bài.pdf')
    await send(page)
    await received(page)
    await page.reload()
    await received(page)
    await page.goBack()
    await page.getByRole('heading', { name: 'Nộp bài' }).waitFor()
    await page.reload()
    expect(await newest()).to.deep.equal(['CD1.1', 'CD3.1'])
    await context.close()
  })

  it('takes no form without the token of the session, whatever came first', async () => {
    const { context, page } = await open({ javaScriptEnabled: false })
    await page.request.delete('/api/v1/session', { headers: { 'x-csrf-token': await tokenOn(page) } })
    await signIn(context, world, 'cadre')
    await choose(page, 'Bài thu hoạch.pdf')
    await send(page)
    expect(await page.getByRole('alert').innerText()).to.include('Phiên làm việc đã đổi')
    expect(await versions()).to.deep.equal([])
    await choose(page, 'Bài thu hoạch.pdf')
    await send(page)
    await received(page)
    await context.close()
  })

  it('sees before sending what would not be taken', async () => {
    const { context, page } = await open()
    await choose(page, 'IMG_0001.HEIC')
    await send(page)
    expect(await page.getByRole('alert').innerText()).to.include('Ảnh kiểu HEIC chưa nhận được')
    await shoot(page, 'hand-in-wrong')
    await expectSoundPage(page)
    await choose(page, 'trống.pdf', Buffer.alloc(0))
    await send(page)
    expect(await page.getByRole('alert').innerText()).to.include('Tệp không có nội dung')
    await choose(page, 'không phải.pdf', Buffer.from('chữ thường'))
    await send(page)
    await page.getByRole('alert').getByText('Nội dung tệp không đúng với đuôi “pdf”').waitFor()
    expect(await versions()).to.deep.equal([])
    await choose(page, 'thật.pdf')
    await send(page)
    await received(page)
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('waits while the phone is offline, goes on by itself, and hands in once', async () => {
    const { context, page } = await open()
    await choose(page, 'bài dài.pdf', pdf(6_000_000))
    await slowly(page)
    await send(page)
    await page.getByText('Đang gửi: 25 %').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'sending')
    await context.setOffline(true)
    await page.getByText('Mất kết nối mạng').waitFor()
    await shoot(page, 'offline')
    expect(await versions()).to.deep.equal([])
    await context.setOffline(false)
    await received(page)
    expect(await newest()).to.deep.equal(['CD1.1', 'CD3.1'])
    await context.close()
  })

  it('sends again by itself when the line is cut in the middle, and hands in once', async () => {
    const line = await openLine(world.url)
    const { context, page } = await open({ baseURL: line.url })
    await choose(page, 'bài dài.pdf', pdf(6_000_000))
    await slowly(page)
    await send(page)
    await page.getByText('Đang gửi: 25 %').waitFor()
    await line.cut()
    await page.getByText('Đường truyền bị ngắt').waitFor()
    await line.mend()
    await received(page)
    expect(await newest()).to.deep.equal(['CD1.1', 'CD3.1'])
    await context.close()
    await line.cut()
  })

  it('hands in once when only the answer was lost', async () => {
    const { context, page } = await open()
    let lost = 0
    await page.route('**/nop?key=*', async route => {
      if (lost > 0) return route.fallback()
      lost += 1
      await route.fetch({ maxRedirects: 0 })
      return route.abort('connectionreset')
    })
    await choose(page, 'bài.pdf')
    await send(page)
    await received(page)
    expect(lost).to.equal(1)
    expect(await newest()).to.deep.equal(['CD1.1', 'CD3.1'])
    await context.close()
  })

  it('loses nothing when the session ends meanwhile: sign in, go on', async () => {
    const { context, page } = await open()
    await choose(page, 'bài.pdf')
    await context.clearCookies()
    await send(page)
    await page.getByText('Phiên đăng nhập đã hết').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'session-over')
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Đăng nhập ở thẻ mới' }).click(),
    ])
    await other.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor()
    await signIn(context, world, 'cadre')
    await page.getByRole('button', { name: 'Đã đăng nhập, gửi tiếp' }).click()
    await received(page)
    expect(await newest()).to.deep.equal(['CD1.1', 'CD3.1'])
    await context.close()
  })

  it('is not sent in the name of somebody else who signed in meanwhile', async () => {
    const { context, page } = await open()
    await choose(page, 'bài.pdf')
    await context.clearCookies()
    await send(page)
    await page.getByText('Phiên đăng nhập đã hết').waitFor()
    await signIn(context, world, 'staff.hung-yen')
    await page.getByRole('button', { name: 'Đã đăng nhập, gửi tiếp' }).click()
    await page.getByRole('button', { name: 'Đã đăng nhập, gửi tiếp' }).waitFor()
    expect(await versions()).to.deep.equal([])
    await context.close()
  })

  for (const javaScriptEnabled of [true, false])
    it(`is handed in once when pressed twice, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const { context, page } = await open({ javaScriptEnabled })
      await choose(page, 'bài.pdf')
      await page.getByRole('button', { name: 'Gửi bài' }).dblclick()
      await received(page)
      expect(await newest()).to.deep.equal(['CD1.1', 'CD3.1'])
      await context.close()
    })

  it('keeps two tabs apart: each sends its own version, and each receipt is true', async () => {
    const { context, page } = await open()
    const other = await context.newPage()
    await other.goto(page.url())
    await choose(page, 'lần một.pdf')
    await choose(other, 'lần hai.pdf')
    await send(page)
    await received(page)
    await send(other)
    await received(other)
    expect(await newest()).to.have.members(['CD1.1', 'CD3.1', 'CD1.2', 'CD3.2'])
    await page.reload()
    expect(await page.getByRole('main').innerText()).to.include('lần một.pdf')
    expect(await other.getByRole('main').innerText()).to.include('lần hai.pdf')
    await context.close()
  })

  it('asks before the page is closed while sending', async () => {
    const { context, page } = await open()
    await page.route('**/nop?key=*', async () => {})
    await choose(page, 'bài.pdf')
    await send(page)
    await page.getByRole('button', { name: 'Dừng gửi' }).waitFor()
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).to.equal('beforeunload')
    await dialog.dismiss()
    await page.getByRole('button', { name: 'Dừng gửi' }).click()
    await page.getByRole('button', { name: 'Gửi bài' }).waitFor()
    expect(await page.getByLabel('Tệp bài thu hoạch').inputValue()).to.include('bài.pdf')
    await context.close()
  })

  it('is told to be closed, not offered, when nothing would be taken', async () => {
    world.clock.set('2019-01-02T02:00:00Z')
    const { context, page } = await open()
    expect(await page.getByRole('main').innerText()).to.include('Đợt học tập đã đóng lúc')
    await page.goto(HOME)
    expect(await page.getByRole('link', { name: 'Nộp bài' }).count()).to.equal(0)
    await expectSoundPage(page)
    await shoot(page, 'closed')
    await context.close()
  })

  it('can be done by keyboard alone', async () => {
    const { context, page } = await open({ viewport: { width: 1280, height: 800 } })
    await page.goto(HOME)
    const pressUntil = async (name: string | RegExp) => {
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(
          '(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent ?? ""',
        )
        if (typeof focused === 'string' && (typeof name === 'string' ? focused === name : name.test(focused)))
          return
      }
      throw new Error(`the keyboard does not reach ${name}`)
    }
    await pressUntil('Nộp bài')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Nộp bài' }).waitFor()
    await pressUntil(/Chuyên đề 4/)
    await page.keyboard.press('Space')
    await pressUntil('Tệp bài thu hoạch')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
    await chooser.setFiles(file('bài.pdf'))
    await pressUntil('Gửi bài')
    await page.keyboard.press('Enter')
    await received(page)
    expect(await newest()).to.deep.equal(['CD1.1', 'CD2.1', 'CD3.1', 'CD5.1'])
    await context.close()
  })
})
