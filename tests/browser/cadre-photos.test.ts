import { readFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import {
  type BrowserOptions,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openPage,
  seen,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN } from '../support/cast.ts'
import { fixture, PHOTOS, padded, pdf, sha256 } from '../support/essays.ts'
import { openLine } from '../support/line.ts'
import { openWorld, type World } from '../support/world.ts'

const HOME = '/dot/nghi-quyet-12-cdvn/bai-cua-toi'
const photo = (name: string, bytes: Buffer) => ({ name, mimeType: 'image/jpeg', buffer: bytes })
const [one, two, three] = PHOTOS.map(name => photo(name, fixture(name))) as [Photo, Photo, Photo]
type Photo = ReturnType<typeof photo>

const field = (page: Page) => page.getByLabel('Tệp bài thu hoạch')
const pages = (page: Page) => page.getByRole('list', { name: 'Các trang viết tay' }).getByRole('listitem')
const names = async (page: Page) =>
  (await pages(page).locator('.page-name').allInnerTexts()).map(text => /\S+\.jpg/.exec(text)?.[0])
const send = async (page: Page) => page.getByRole('button', { name: 'Gửi bài' }).click()
const received = async (page: Page) => page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()

describe('photos of handwritten pages, in a browser', () => {
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

  const open = async (options: BrowserOptions = {}, query = '?cd=CD1&cd=CD3') =>
    openPage(browser, world, 'cadre', `${HOME}/nop${query}`, options)
  const newest = async () => (await world.container.ports.essays.ofEnrolment(cadre.id)).at(-1)!

  it('are taken, put in order, turned and sent on a phone, and come back as one PDF with the originals', async () => {
    const { context, page } = await open({ hasTouch: true, isMobile: true })
    await field(page).setInputFiles([two, three])
    // The camera gives one at a time.
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Chụp trang viết tay' }).tap(),
    ])
    await chooser.setFiles(one)
    await pages(page).nth(2).waitFor()
    expect(await names(page)).to.deep.equal([PHOTOS[1], PHOTOS[2], PHOTOS[0]])
    await page.getByRole('button', { name: 'Lên: trang 3' }).tap()
    await page.getByRole('button', { name: 'Lên: trang 2' }).tap()
    await page.getByRole('button', { name: 'Xoay: trang 2' }).tap()
    expect(await names(page)).to.deep.equal([...PHOTOS])
    await expectSoundPage(page)
    await shoot(page, 'photos')
    await expectTextGrows(page)
    await send(page)
    await received(page)
    expect(await seen(page)).to.include('3 ảnh bài viết tay CĐ1, CĐ3')
    await expectSoundPage(page)
    await shoot(page, 'photos-receipt')
    const { file } = await newest()
    expect(file!.sha256).to.equal(sha256(Buffer.concat([one.buffer, two.buffer, three.buffer])))
    expect(file!.pages!.map(({ name, turn }) => [name, turn])).to.deep.equal([
      [PHOTOS[0], 0],
      [PHOTOS[1], 90],
      [PHOTOS[2], 0],
    ])

    await page.goto(`${HOME}/CD1`)
    expect(await seen(page)).to.include('Đang đóng các ảnh thành một tệp PDF')
    await shoot(page, 'photos-topic-unbound')
    await world.work()
    await page.reload()
    await expectSoundPage(page)
    await shoot(page, 'photos-topic')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải về bản nộp lần 1' }).click(),
    ])
    expect(download.suggestedFilename()).to.equal('3 ảnh bài viết tay CĐ1, CĐ3.pdf')
    const bound = await PDFDocument.load(await readFile(await download.path()))
    expect(bound.getPages().map(sheet => sheet.getRotation().angle)).to.deep.equal([0, 90, 0])
    const [original] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Ảnh gốc trang 2' }).click(),
    ])
    expect(original.suggestedFilename()).to.equal(PHOTOS[1])
    expect(sha256(await readFile(await original.path()))).to.equal(sha256(two.buffer))
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('are ordered and left out by keyboard alone, and by the mouse', async () => {
    const { context, page } = await open({ viewport: { width: 1280, height: 800 } })
    await field(page).setInputFiles([one, two, three])
    await pages(page).nth(2).waitFor()
    await page.getByRole('button', { name: 'Xuống: trang 1' }).focus()
    await page.keyboard.press('Enter')
    expect(await names(page)).to.deep.equal([PHOTOS[1], PHOTOS[0], PHOTOS[2]])
    // The focus goes with the page, and at the end to the button that still does something.
    await page.keyboard.press('Enter')
    expect(await names(page)).to.deep.equal([PHOTOS[1], PHOTOS[2], PHOTOS[0]])
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).to.equal('Lên: trang 3')
    await page.getByRole('button', { name: 'Bỏ: trang 2' }).focus()
    await page.keyboard.press('Space')
    expect(await names(page)).to.deep.equal([PHOTOS[1], PHOTOS[0]])
    await pages(page).nth(1).locator('canvas').dragTo(pages(page).nth(0).locator('canvas'))
    expect(await names(page)).to.deep.equal([PHOTOS[0], PHOTOS[1]])
    await shoot(page, 'photos-desk')
    await page.getByRole('button', { name: 'Gửi bài' }).focus()
    await page.keyboard.press('Enter')
    await received(page)
    expect((await newest()).file!.pages!.map(({ name }) => name)).to.deep.equal([PHOTOS[0], PHOTOS[1]])
    await context.close()
  })

  it('are ordered by their names without JavaScript', async () => {
    const { context, page } = await open({ javaScriptEnabled: false })
    await field(page).setInputFiles([three, one, two])
    expect(await seen(page)).to.include('Các trang được xếp theo tên ảnh')
    await send(page)
    await received(page)
    expect((await newest()).file!.pages!.map(({ name }) => name)).to.deep.equal([...PHOTOS])
    await context.close()
  })

  it('say what to mend before anything is sent', async () => {
    const { context, page } = await open()
    await field(page).setInputFiles([one, { ...photo('bài.pdf', pdf()), mimeType: 'application/pdf' }])
    await send(page)
    expect(await page.getByRole('alert').innerText()).to.include('Mỗi lần chỉ nộp một tệp')
    await field(page).setInputFiles([one, photo('IMG_2.HEIC', two.buffer)])
    await send(page)
    expect(await page.getByRole('alert').innerText()).to.include('Ảnh kiểu HEIC chưa nhận được')
    await field(page).setInputFiles(Array.from({ length: 31 }, (_, n) => photo(`${n}.jpg`, one.buffer)))
    await send(page)
    expect(await page.getByRole('alert').innerText()).to.include('tối đa 30 ảnh')
    expect(await world.container.ports.essays.ofEnrolment(cadre.id)).to.deep.equal([])
    await context.close()
  })

  it('too large together are made smaller before they are sent', async () => {
    const { campaigns, transact } = world.container.ports
    const { fileRules } = CAMPAIGN
    await transact(async tx =>
      campaigns.replace({ ...CAMPAIGN, fileRules: { ...fileRules, maxBytes: 1_200_000 } }, tx),
    )
    const { context, page } = await open()
    await field(page).setInputFiles(
      [one, two, three].map(({ name, buffer }) => photo(name, padded(buffer, 500_000))),
    )
    await page.getByText('sẽ được thu nhỏ trước khi gửi').waitFor()
    await send(page)
    await received(page)
    const { file } = await newest()
    expect(file!.pages).to.have.length(3)
    expect(file!.size).to.be.lessThan(1_200_000)
    await world.work()
    await context.close()
  })

  it('go again by themselves when the line is cut in the middle, as one hand-in', async () => {
    const line = await openLine(world.url)
    const { context, page } = await open({ baseURL: line.url })
    await field(page).setInputFiles(
      [one, two, three].map(({ name, buffer }) => photo(name, padded(buffer, 2_000_000))),
    )
    await pages(page).nth(2).waitFor()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 20,
      downloadThroughput: 1_000_000,
      uploadThroughput: 1_500_000,
    })
    await send(page)
    await page.getByText('Đang gửi: 25 %').waitFor()
    await line.cut()
    await page.getByText('Đường truyền bị ngắt').waitFor()
    await line.mend()
    await received(page)
    expect((await newest()).number).to.equal(1)
    expect((await newest()).file!.pages).to.have.length(3)
    await context.close()
    await line.cut()
  })
})
