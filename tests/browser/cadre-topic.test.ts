import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { readCampaign } from '../../src/load/campaign.ts'
import {
  type BrowserOptions,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openContext,
  openPage,
  seen,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { pdf, send, sha256 } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

const HOME = '/dot/nghi-quyet-12-cdvn/bai-cua-toi'

describe('a topic and its receipts, in a browser', () => {
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

  const open = async (path: string, options: BrowserOptions = {}) =>
    openPage(browser, world, 'cadre', path, options)
  const handIn = async (bytes = pdf(), name = 'bài.pdf') =>
    (await send(world, cadre.id, 'CD2', bytes, name).expect(201)).body.receipts[0].code as string

  for (const javaScriptEnabled of [true, false])
    it(`shows every version and withdraws, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const { context, page } = await open(`${HOME}/CD2`, { javaScriptEnabled })
      expect(await seen(page)).to.include('Chưa có bản nộp nào')
      await handIn()
      world.clock.set('2018-12-08T03:00:00Z')
      const code = await handIn(pdf(), 'bản sửa.pdf')
      await page.reload()
      const text = await seen(page)
      expect(text.indexOf('Bản nộp lần 2')).to.be.lessThan(text.indexOf('Bản nộp lần 1'))
      expect(text).to.include('bản sửa.pdf').and.include(code).and.include('đơn vị nộp thay')
      if (javaScriptEnabled) {
        await expectSoundPage(page)
        await shoot(page, 'topic')
      }

      await page.getByRole('link', { name: 'Rút bài' }).click()
      await page.getByText('sẽ không còn được tính').waitFor()
      if (javaScriptEnabled) {
        await expectSoundPage(page)
        await shoot(page, 'withdraw')
      }
      await page.getByRole('button', { name: 'Rút bài chuyên đề 2' }).click()
      await page.getByText('Đã rút bài chuyên đề 2.').waitFor()
      expect(await seen(page)).to.include('Đã rút lúc')
      expect(await page.getByRole('link', { name: 'Rút bài' }).count()).to.equal(0)
      await page.getByRole('link', { name: 'Nộp bài', exact: true }).waitFor()
      await page.goto(`${HOME}/CD2/rut`)
      expect(await seen(page)).to.include('chưa có bài nộp để rút')
      await context.close()
    })

  it('gives the file back as it came, under its name', async () => {
    const bytes = pdf()
    await handIn(bytes, 'Bài thu hoạch số 2.pdf')
    const { context, page } = await open(`${HOME}/CD2`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải về bản nộp lần 1' }).click(),
    ])
    expect(download.suggestedFilename()).to.equal('Bài thu hoạch số 2.pdf')
    expect(sha256(await readFile(await download.path()))).to.equal(sha256(bytes))
    await context.close()
  })

  it('does not offer to withdraw once the due date is over', async () => {
    await handIn()
    world.clock.set('2018-12-20T02:00:00Z')
    const { context, page } = await open(`${HOME}/CD2`)
    expect(await page.getByRole('link', { name: 'Rút bài' }).count()).to.equal(0)
    await page.getByRole('link', { name: 'Nộp bản khác' }).click()
    expect(await seen(page)).to.include('được nhận và ghi là nộp muộn')
    await expectSoundPage(page)
    await shoot(page, 'hand-in-late')
    await context.close()
  })

  it('proves with a receipt, to anybody who has its code, and tells him no more than that', async () => {
    world.clock.set('2018-12-16T12:00:00Z')
    const bytes = pdf()
    const code = await handIn(bytes)
    const mine = await open(`${HOME}/giay-xac-nhan?ma=${code}`)
    expect(await seen(mine.page))
      .to.include(code)
      .and.include('Nộp muộn 2 ngày 2 giờ')
    await expectSoundPage(mine.page)
    await shoot(mine.page, 'receipt-one')
    const [saved] = await Promise.all([
      mine.page.waitForEvent('download'),
      mine.page.getByRole('link', { name: 'Lưu giấy xác nhận' }).click(),
    ])
    expect(saved.suggestedFilename()).to.equal(`Giấy xác nhận ${code}.txt`)
    expect(await readFile(await saved.path(), 'utf8'))
      .to.include(`Mã xác nhận: ${code}`)
      .and.include(sha256(bytes))
      .and.include('nộp muộn 2 ngày 2 giờ')
    await mine.context.close()

    const context = await openContext(browser, world.url, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/giay-xac-nhan')
    await page.getByLabel('Mã xác nhận').fill(code.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    const text = await seen(page)
    expect(text).to.include('Mã xác nhận có trong hệ thống').and.include('N. T. Thắm')
    expect(text).to.include('Nộp muộn 2 ngày 2 giờ').and.include(sha256(bytes))
    expect(text).not.to.include('Nguyễn').and.not.to.include('bài.pdf')
    await page.goto('/giay-xac-nhan/TH-0000-0000-0000')
    expect(await seen(page)).to.include('Không có giấy xác nhận mang mã này')
    await context.close()

    const withAxe = await openContext(browser, world.url)
    const checked = await withAxe.newPage()
    for (const [name, path] of [
      ['check-found', code],
      ['check-none', 'TH-0000-0000-0000'],
      ['check-ask', ''],
    ] as const) {
      await checked.goto(`/giay-xac-nhan/${path}`)
      await expectSoundPage(checked)
      await shoot(checked, name)
    }
    expect(withAxe.complaints).to.deep.equal([])
    await withAxe.close()
  })

  for (const language of ['vi', 'en'])
    it(`grows with the text to twice its size, with the campaign’s real titles: ${language}`, async () => {
      const { campaigns, transact } = world.container.ports
      const campaign = await readCampaign('config/campaigns/nghi-quyet-12-cdvn.yaml')
      if (!campaign.ok) throw new Error('the campaign of 2018 cannot be read')
      await transact(async tx => campaigns.replace(campaign.value, tx))
      const answer = await send(
        world,
        cadre.id,
        'CD1,CD2,CD3,CD4',
        pdf(),
        `${'tên dài '.repeat(10)}.pdf`,
      ).expect(201)
      const code = answer.body.receipts[0].code
      const { context, page } = await open(HOME)
      for (const path of [
        `?lang=${language}`,
        '/nop?cd=CD2&cd=CD5',
        '/CD2',
        '/CD2/rut',
        '/viet?cd=CD2',
        '/gia-han',
        `/giay-xac-nhan?ma=${code}`,
      ]) {
        await page.goto(HOME + path)
        await expectSoundPage(page)
        await expectTextGrows(page)
        await shoot(page, `full${path.replaceAll(/\W+/g, '-')}-${language}`)
      }
      expect(context.complaints).to.deep.equal([])
      await context.close()
    }).timeout(60_000)

  it('shows nobody else’s receipt, topic or file as one’s own', async () => {
    const other = await enrol(world, { name: 'Trần Văn Khác' })
    const answer = await send(world, other.id, 'CD2', pdf()).expect(201)
    const { context, page } = await open(HOME)
    for (const path of [
      `${HOME}/giay-xac-nhan?ma=${answer.body.receipts[0].code}`,
      `${HOME}/CD2/ban/1`,
      `${HOME}/CD9`,
    ])
      expect((await page.request.get(path)).status(), path).to.equal(404)
    await context.close()
  })
})
