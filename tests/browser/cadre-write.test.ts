import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import {
  type BrowserOptions,
  expectSoundPage,
  openBrowser,
  openPage,
  shoot,
  signIn,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const HOME = '/dot/nghi-quyet-12-cdvn/bai-cua-toi'
const THOUGHTS = 'Nhận thức về nội dung nghị quyết'
const PLANS = 'Kế hoạch, giải pháp của bản thân'

const saved = async (page: Page) => page.getByText('Đã lưu nháp lúc').waitFor()

describe('writing on the page, in a browser', () => {
  let world: World
  let browser: Browser
  let cadre: Enrolment
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
    cadre = await enrol(world, { cadre: 'cadre-1', name: 'Nguyễn Thị Thắm' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const versions = async () => world.container.ports.essays.ofEnrolment(cadre.id)
  const draft = async () => world.container.ports.drafts.find(cadre.id, 'CD2')
  const handedIn = async () => {
    const [version] = await versions()
    return version && (await buffer(world.container.ports.essayFiles.open(version.file!.id))).toString()
  }
  const open = async (options: BrowserOptions = {}) =>
    openPage(browser, world, 'cadre', `${HOME}/viet?cd=CD2`, options)

  it('asks the campaign’s questions, keeps the draft by itself, survives closing, and hands in', async () => {
    const { context, page } = await open()
    await expectSoundPage(page)
    await shoot(page, 'write-empty')
    await page.getByLabel(THOUGHTS).fill('Tôi hiểu rõ hơn vai trò của công đoàn.')
    await saved(page)
    await page.close()

    const again = await context.newPage()
    await again.goto(HOME)
    await again.getByText('Đang viết').waitFor()
    await expectSoundPage(again)
    await again.getByRole('link', { name: 'Chuyên đề 2' }).click()
    await again.getByRole('link', { name: 'Viết tiếp bản nháp' }).click()
    expect(await again.getByLabel(THOUGHTS).inputValue()).to.equal('Tôi hiểu rõ hơn vai trò của công đoàn.')
    await again.getByLabel(PLANS).fill('Mỗi tháng một buổi gặp đoàn viên.')
    await again.getByText('16 chữ').waitFor()
    await shoot(again, 'write')
    await again.getByRole('button', { name: 'Nộp bài viết' }).click()
    await again.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
    expect(await again.getByRole('main').innerText()).to.include('Bài viết trên trang')
    expect(await handedIn()).to.equal(
      `${THOUGHTS}\n\nTôi hiểu rõ hơn vai trò của công đoàn.\n\n${PLANS}\n\nMỗi tháng một buổi gặp đoàn viên.\n`,
    )
    expect(await draft()).to.equal(null)
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('works without JavaScript', async () => {
    const { context, page } = await open({ javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Nộp bài viết' }).click()
    expect(await page.getByRole('alert').innerText()).to.include('Bài viết chưa có nội dung')
    await page.getByLabel(THOUGHTS).fill('Một dòng.\nHai dòng.')
    await page.getByRole('button', { name: 'Lưu nháp' }).click()
    await page.getByText('Đã lưu bản nháp.').waitFor()
    expect(await page.getByLabel(THOUGHTS).inputValue()).to.equal('Một dòng.\nHai dòng.')
    await page.getByRole('button', { name: 'Nộp bài viết' }).click()
    await page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
    expect(await handedIn()).to.equal(`${THOUGHTS}\n\nMột dòng.\nHai dòng.\n`)
    await context.close()
  })

  it('never writes one window’s draft over another’s', async () => {
    const { context, page } = await open()
    const other = await context.newPage()
    await other.goto(page.url())
    await page.getByLabel(THOUGHTS).fill('viết ở thẻ một')
    await saved(page)
    await other.getByLabel(THOUGHTS).fill('viết ở thẻ hai')
    await other.getByText('vừa được sửa ở một thẻ hoặc máy khác').waitFor()
    expect((await draft())?.parts[0]?.text).to.equal('viết ở thẻ một')
    expect(await other.getByLabel(THOUGHTS).inputValue()).to.equal('viết ở thẻ hai')
    await context.close()
  })

  it('saves once the line is back', async () => {
    const { context, page } = await open()
    await context.setOffline(true)
    await page.getByLabel(THOUGHTS).fill('viết lúc mất mạng')
    await page.getByText('Chưa lưu được vì mất kết nối').waitFor()
    await shoot(page, 'write-offline')
    await page.getByRole('button', { name: 'Nộp bài viết' }).click()
    expect(await versions()).to.deep.equal([])
    await context.setOffline(false)
    await saved(page)
    expect((await draft())?.parts[0]?.text).to.equal('viết lúc mất mạng')
    await context.close()
  })

  it('loses nothing when the session ends: sign in in another tab, go on', async () => {
    const { context, page } = await open()
    await context.clearCookies()
    await page.getByLabel(THOUGHTS).fill('viết lúc hết phiên')
    await page.getByText('Phiên đăng nhập đã hết').waitFor()
    await expectSoundPage(page)
    await signIn(context, world, 'cadre')
    await page.getByRole('button', { name: 'Nộp bài viết' }).click()
    await page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
    expect(await handedIn()).to.equal(`${THOUGHTS}\n\nviết lúc hết phiên\n`)
    await context.close()
  })

  it('takes a long essay', async () => {
    const { context, page } = await open()
    const paragraph = 'Đổi mới tổ chức và hoạt động công đoàn. '.repeat(20).trim()
    // As somebody writes: into one line of so many letters Chromium types for ten seconds.
    const long = Array.from({ length: 150 }, () => paragraph).join('\n\n')
    await page.getByLabel(THOUGHTS).fill(long)
    await page.getByRole('button', { name: 'Nộp bài viết' }).click()
    await page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
    expect(await handedIn()).to.equal(`${THOUGHTS}\n\n${long}\n`)
    await context.close()
  })

  it('is told that nothing is taken, instead of letting somebody write in vain', async () => {
    world.clock.set('2019-01-02T02:00:00Z')
    const { context, page } = await open()
    expect(await page.getByRole('main').innerText()).to.include('Đợt học tập đã đóng lúc')
    await context.close()
  })
})
