import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import {
  type BrowserOptions,
  expectSoundPage,
  openBrowser,
  openContext,
  seen,
  shoot,
  signIn,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const HOME = '/dot/nghi-quyet-12-cdvn/bai-cua-toi'
const REQUESTS = '/api/v1/campaigns/nghi-quyet-12-cdvn/extension-requests'

const ask = async (page: Page, day: string, reason: string) => {
  await page.getByLabel('Xin nộp đến ngày').fill(day)
  await page.getByLabel('Lý do').fill(reason)
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
}

describe('asking for an extension, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
    await enrol(world, { cadre: 'cadre-1', name: 'Nguyễn Thị Thắm' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const open = async (options: BrowserOptions = {}) => {
    const context = await openContext(browser, world.url, options)
    await signIn(context, world, 'cadre')
    const page = await context.newPage()
    await page.goto(HOME)
    await page.getByRole('link', { name: 'Đề nghị gia hạn' }).click()
    return { context, page }
  }
  const answer = async (body: object) => {
    const staff = world.as('staff.hung-yen')
    const [waiting] = (await staff.get(REQUESTS).query({ waiting: 'true' }).expect(200)).body
    await staff
      .post(`${REQUESTS}/answers`)
      .send({ requests: [waiting.id], ...body })
      .expect(200)
  }

  for (const javaScriptEnabled of [true, false])
    it(`is sent with a reason, waits, and shows its answer, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const { context, page } = await open({ javaScriptEnabled })
      const look = async (name: string) => {
        if (!javaScriptEnabled) return
        await expectSoundPage(page)
        await shoot(page, name)
      }
      await look('ask-empty')
      await ask(page, '', '')
      const wrong = await page.getByRole('alert').innerText()
      expect(wrong).to.include('Đồng chí hãy chọn một ngày.').and.include('Đồng chí hãy ghi lý do.')
      await look('ask-wrong')
      await ask(page, '2018-12-14', 'Đi công tác dài ngày')
      expect(await page.getByRole('alert').innerText()).to.include('Hạn mới phải muộn hơn hạn hiện nay')
      expect(await page.getByLabel('Lý do').inputValue()).to.equal('Đi công tác dài ngày')
      await ask(page, '2018-12-18', 'Đi công tác dài ngày')
      await page.getByText('Đã gửi đề nghị gia hạn.').waitFor()
      expect(await page.getByRole('button', { name: 'Gửi đề nghị' }).count()).to.equal(0)
      await look('ask-waiting')

      await answer({
        verdict: 'approved',
        dueAt: '2018-12-17T10:00:00Z',
        note: 'Chúc đồng chí công tác tốt.',
      })
      await page.goto(HOME)
      const home = await seen(page)
      expect(home).to.include('Đã đồng ý').and.include('17:00 thứ Hai 17/12/2018')
      await look('my-essays-extended')
      await page.getByRole('link', { name: 'Đề nghị gia hạn' }).click()
      expect(await seen(page)).to.include('Hạn nộp mới: 17:00 thứ Hai 17/12/2018')
      expect(await seen(page)).to.include('Chúc đồng chí công tác tốt.')

      await ask(page, '2018-12-25', 'Vẫn chưa về')
      await answer({ verdict: 'refused', note: 'Đã đủ thời gian.' })
      await page.reload()
      expect(await seen(page))
        .to.include('Không đồng ý')
        .and.include('Đã đủ thời gian.')
      await look('ask-answered')
      await context.close()
    })
})
