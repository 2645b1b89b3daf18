import { expect } from 'chai'
import {
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openContext,
  shoot,
  signIn,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { startMessageGateway } from '../support/message-gateway.ts'
import { openWorld } from '../support/world.ts'

const PAGE = '/dot/nghi-quyet-12-cdvn/nhac-nop'
const SECRET = 'bí mật chung của nhà và dịch vụ tin nhắn'

describe('text messages, in a browser', () => {
  it('are told apart from mails before a wave, in it, and at the person', async () => {
    const gateway = await startMessageGateway(SECRET)
    const world = await openWorld({ MESSAGE_WEBHOOK_URL: gateway.url, MESSAGE_WEBHOOK_SECRET: SECRET })
    const browser = await openBrowser()
    await enrol(world, { name: 'Trần Thị Có Thư', email: 'co@test.example', phone: '0911111111' })
    await enrol(world, { name: 'Lê Văn Không Thư', email: null, phone: '0922222222' })
    await enrol(world, { name: 'Phạm Số Sai', email: null, phone: '0944444444' })
    await enrol(world, { name: 'Vũ Máy Bàn', email: null, phone: '02213862345' })
    gateway.refused.set('+84944444444', { status: 422 })
    await world.settle()
    const context = await openContext(browser, world.url, { viewport: DESK })
    await signIn(context, world, 'staff.hung-yen')
    const page = await context.newPage()
    const look = async (name: string): Promise<void> => {
      await expectSoundPage(page)
      await expectTextGrows(page)
      await shoot(page, name)
    }

    await page.goto(`${PAGE}/gui?unit=hung-yen&lang=en`)
    await page.getByText('Will receive a text message').waitFor()
    await page.goto(`${PAGE}/gui?unit=hung-yen&lang=vi`)
    await page.getByText('ký tự, tính là 2 tin nhắn').waitFor()
    // The letter is judged elsewhere; closed, it is not waited for.
    await page.locator('summary', { hasText: 'Thư gửi Trần Thị Có Thư' }).click()
    await expectSoundPage(page)
    await shoot(page, 'messages-preview')
    await page.getByRole('button', { name: 'Nhắc 3 người' }).click()
    await page.getByText('Đã bắt đầu gửi').waitFor()
    await world.work()
    await page.reload()
    await page.getByText('dịch vụ tin nhắn từ chối số này').waitFor()
    expect(await page.getByText('Tin nhắn tới 0922222222').count()).to.be.above(0)
    await look('messages-wave')
    await page.getByRole('link', { name: 'Lê Văn Không Thư' }).click()
    await page.getByText('Tin nhắn tới 0922222222').waitFor()
    await look('messages-person')
    expect(context.complaints).to.deep.equal([])
    await browser.close()
    await world.close()
    await gateway.stop()
  }).timeout(60_000)
})
