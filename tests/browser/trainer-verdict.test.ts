import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openPage,
  seen,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { fixture, send } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = '/dot/nghi-quyet-12-cdvn'
const NOTE = 'Phần liên hệ bản thân còn chung chung.'

describe('verdicts on essays, in a browser', () => {
  let world: World
  let browser: Browser
  let writer: string
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
    ;({ id: writer } = await enrol(world, { cadre: 'cadre-1', name: 'Nguyễn Thị Thắm' }))
    const other = await enrol(world, { name: 'Trần Ý' })
    const word = fixture('Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx')
    await send(world, writer, 'CD1', word, 'Bài.docx').expect(201)
    await send(world, other.id, 'CD1', fixture('thu-hoach-3.odt'), 'Bài.odt').expect(201)
    await world.work()
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const open = async (who: CastName, path: string, options: BrowserOptions = {}) =>
    openPage(browser, world, who, `${CAMPAIGN}${path}`, options)

  for (const javaScriptEnabled of [true, false])
    it(`return an essay with a note and a day, its writer reads it and writes again, then it is accepted, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      world.clock.set('2018-12-20T02:00:00Z')
      const trainer = await open('trainer.hung-yen', '/doc-bai', { javaScriptEnabled, viewport: DESK })
      const { page } = trainer
      const look = async (which: Page, name: string) => {
        if (!javaScriptEnabled) return
        await expectSoundPage(which)
        await expectTextGrows(which)
        await shoot(which, name)
      }
      await page.getByRole('link', { name: 'Nguyễn Thị Thắm' }).click()
      await page.getByText('Trả lại để viết lại').first().click()
      // Proposed: a week from now, at the hour of the due date.
      expect(await page.getByLabel('Hạn nộp lại').inputValue()).to.equal('2018-12-27')
      await look(page, 'verdict-form')
      await page.getByRole('button', { name: 'Trả lại bài chuyên đề 1' }).click()
      expect(await page.getByRole('alert').innerText()).to.include('Đồng chí hãy ghi nhận xét')
      await look(page, 'verdict-wrong')
      await page.getByLabel('Nhận xét cho người viết').fill(NOTE)
      await page.getByLabel('Hạn nộp lại').fill('2018-12-10')
      await page.getByRole('button', { name: 'Trả lại bài chuyên đề 1' }).click()
      expect(await page.getByRole('alert').innerText()).to.include('hãy chọn hạn nộp lại')
      expect(await page.getByLabel('Nhận xét cho người viết').inputValue()).to.equal(NOTE)
      await page.getByLabel('Hạn nộp lại').fill('2018-12-27')
      await page.getByRole('button', { name: 'Trả lại bài chuyên đề 1' }).click()
      // On to the next one in the list.
      await page.getByRole('heading', { level: 1, name: 'Trần Ý, chuyên đề 1' }).waitFor()
      expect(await page.getByRole('status').innerText()).to.include(
        'Đã trả lại bài chuyên đề 1 cho Nguyễn Thị Thắm',
      )
      await page.getByRole('button', { name: 'Đạt' }).click()
      await page.getByText('Không còn bài nào của chuyên đề này chờ nhận xét').waitFor()
      expect(await seen(page)).to.include('bài chuyên đề 1 của Trần Ý đạt')
      await look(page, 'verdict-all-done')

      const cadre = await open('cadre', '/bai-cua-toi', { javaScriptEnabled })
      expect(await seen(cadre.page))
        .to.include('Trả lại để viết lại')
        .and.include('17:00 thứ Năm 27/12/2018')
      await cadre.page.getByRole('link', { name: 'Chuyên đề 1' }).click()
      expect(await seen(cadre.page))
        .to.include(NOTE)
        .and.include('Hạn nộp lại: 17:00 thứ Năm 27/12/2018')
      expect(await seen(cadre.page)).not.to.include('trainer.hung-yen')
      await look(cadre.page, 'verdict-writer')
      await cadre.page.getByRole('link', { name: 'Nộp bài', exact: true }).waitFor()
      await send(world, writer, 'CD1', fixture('CHUYEN DE 4.RTF'), 'lần hai.rtf', 'cadre').expect(201)
      await world.work()

      await page.getByRole('link', { name: /^Chờ nhận xét/ }).click()
      await page.getByRole('link', { name: 'Nguyễn Thị Thắm' }).click()
      expect(await seen(page))
        .to.include('Đang xem bản nộp lần 2')
        .and.not.include('nộp muộn')
      await page.getByRole('link', { name: 'Bản nộp lần 1' }).click()
      expect(await seen(page))
        .to.include('đã có bản mới hơn')
        .and.include(NOTE)
      await look(page, 'verdict-older')
      await page.goBack()
      await page.getByRole('button', { name: 'Đạt' }).click()
      await page.getByText('bài chuyên đề 1 của Nguyễn Thị Thắm đạt').waitFor()

      await cadre.page.reload()
      expect(await seen(cadre.page)).to.include('đã được nhận xét là đạt')
      expect(await cadre.page.getByRole('link', { name: /^(Nộp|Viết|Rút)/ }).count()).to.equal(0)
      await look(cadre.page, 'verdict-writer-accepted')
      expect([...trainer.context.complaints, ...cadre.context.complaints]).to.deep.equal([])
      await trainer.context.close()
      await cadre.context.close()
    })

  it('are not taken for what was replaced while it was read: it says so, and keeps the note', async () => {
    const { context, page } = await open('trainer.hung-yen', `/doc-bai/${writer}/CD1`)
    await page.getByText('Trả lại để viết lại').first().click()
    await page.getByLabel('Nhận xét cho người viết').fill(NOTE)
    await send(world, writer, 'CD1', fixture('CHUYEN DE 4.RTF'), 'lần hai.rtf', 'cadre').expect(201)
    await page.getByRole('button', { name: 'Trả lại bài chuyên đề 1' }).click()
    expect(await page.getByRole('alert').innerText()).to.include('vừa được nộp lại hoặc rút')
    expect(await page.getByLabel('Nhận xét cho người viết').inputValue()).to.equal(NOTE)
    expect(await seen(page)).to.include('Đang xem bản nộp lần 2')
    await expectSoundPage(page)
    await shoot(page, 'verdict-replaced')
    await context.close()
  })

  it('are seen by staff, who give none', async () => {
    const { context, page } = await open('staff.hung-yen', `/doc-bai/${writer}/CD1?lang=en`)
    expect(await seen(page)).to.include('Nobody has judged this essay yet')
    expect(await page.getByRole('button', { name: /Accept|Return/ }).count()).to.equal(0)
    await expectSoundPage(page)
    await context.close()
  })
})
