import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { type BrowserOptions, DESK, look, openBrowser, openPage, seen, shoot } from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { CAMPAIGN_PATH, DOCX, handIn, PDF } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const PEOPLE = '/dot/nghi-quyet-12-cdvn/can-bo'

describe('the page of a person, in a browser', () => {
  let world: World
  let browser: Browser
  let tham: Enrolment
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser.close())
  beforeEach(async () => {
    world = await openWorld()
    tham = await enrol(world, {
      name: 'Nguyễn Thị Thắm',
      email: 'tham@test.example',
      phone: '0912345678',
      posts: ['Uỷ viên BCH LĐLĐ huyện', 'Chủ tịch CĐCS Công ty May Hưng Yên'],
    })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const open = async (who: CastName, path = `/${tham.id}`, options: BrowserOptions = { viewport: DESK }) =>
    openPage(browser, world, who, `${PEOPLE}${path}`, options)

  it('shows everything, and everything can be done from it', async () => {
    const { context, page } = await open('staff.hung-yen')
    await page.getByText('Chưa có thư nào gửi cho đồng chí này.').waitFor()
    await look(page, 'person-empty')

    await page.getByRole('link', { name: 'Nộp bài thay' }).click()
    await page.getByRole('heading', { name: 'Nộp bài thay Nguyễn Thị Thắm' }).waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count(), 'what is owed is ticked').to.equal(5)
    for (const n of [2, 4, 5]) await page.getByRole('checkbox', { name: `Chuyên đề ${n}` }).uncheck()
    await page.getByLabel('Tệp bài thu hoạch').setInputFiles({
      name: 'bài 1 và 3.pdf',
      mimeType: 'application/pdf',
      buffer: PDF,
    })
    await shoot(page, 'person-hand-in')
    await page.getByRole('button', { name: 'Gửi bài' }).click()
    await page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
    expect(await seen(page))
      .to.include('đơn vị nộp thay')
      .and.include('Còn thiếu chuyên đề 2, chuyên đề 4, chuyên đề 5.')
    await page.getByRole('link', { name: 'Nguyễn Thị Thắm' }).click()

    await page.getByRole('link', { name: 'Ghi nhận bản giấy' }).click()
    expect(await page.getByLabel('Nhận bản giấy lúc').inputValue()).to.equal('2018-12-07T09:00')
    await page.getByLabel('Nhận bản giấy lúc').fill('2018-12-07T10:30')
    await page.getByRole('button', { name: 'Ghi nhận bản giấy' }).click()
    expect(await page.getByRole('alert').innerText())
      .to.include('không được sau thời điểm hiện tại')
      .and.include('Hãy chọn ít nhất một chuyên đề')
    await look(page, 'person-paper-wrong')
    await page.getByRole('checkbox', { name: 'Chuyên đề 2' }).check()
    await page.getByLabel('Nhận bản giấy lúc').fill('2018-12-06T10:30')
    await page.getByLabel('Ghi chú').fill('Lưu tại văn phòng, tập 3')
    await page.getByRole('button', { name: 'Ghi nhận bản giấy' }).click()
    await page.getByText('Đã ghi nhận bản giấy. Mã xác nhận: TH-').waitFor()
    expect(await seen(page))
      .to.include('Đã nhận (bản giấy)')
      .and.include('Bản giấy: Lưu tại văn phòng, tập 3, ghi nhận lúc 09:00 thứ Sáu 07/12/2018')

    await handIn(world, tham.id, 'CD1', DOCX, 'bài một sửa lại.docx')
    world.clock.set('2018-12-08T02:00:00Z')
    await world.work()
    await page.getByRole('link', { name: 'Gia hạn', exact: true }).last().click()
    await page.getByRole('button', { name: 'Gia hạn' }).click()
    expect(await page.getByRole('alert').innerText())
      .to.include('Đồng chí hãy chọn một ngày.')
      .and.include('Đồng chí hãy ghi lý do.')
    await page.getByLabel('Hạn nộp mới').fill('2018-12-20')
    await page.getByLabel('Lý do').fill('Đi công tác dài ngày')
    await look(page, 'person-extend')
    await page.getByRole('button', { name: 'Gia hạn' }).click()
    await page.getByText('Đã gia hạn đến 17:00 thứ Năm 20/12/2018.').waitFor()

    await page.getByRole('link', { name: 'Sửa', exact: false }).click()
    await page.getByLabel('Thư điện tử').fill('không phải')
    await page.getByRole('button', { name: 'Lưu liên hệ' }).click()
    expect(await page.getByRole('alert').innerText()).to.include(
      '“không phải” không phải địa chỉ thư điện tử',
    )
    await page.getByLabel('Thư điện tử').fill('tham.moi@test.example')
    await shoot(page, 'person-contact')
    await page.getByRole('button', { name: 'Lưu liên hệ' }).click()
    await page.getByRole('link', { name: 'tham.moi@test.example' }).waitFor()

    await page.getByRole('link', { name: 'Chuyển đơn vị' }).click()
    const choices = await page.getByLabel('Đơn vị mới').locator('option').allInnerTexts()
    expect(choices.map(text => text.trim())).to.deep.equal([
      'Chọn đơn vị',
      'LĐLĐ tỉnh Hưng Yên',
      'LĐLĐ huyện Văn Giang',
    ])
    await page.getByLabel('Đơn vị mới').selectOption('hung-yen-van-giang')
    await page.getByLabel('Lý do').fill('Điều động')
    await look(page, 'person-move')
    await page.getByRole('button', { name: 'Chuyển đơn vị' }).click()
    await page.getByText('Đã chuyển đến LĐLĐ huyện Văn Giang.').waitFor()
    expect(await seen(page)).to.include('Trước đó: LĐLĐ huyện Văn Lâm, từ 07/12/2018 đến 08/12/2018')

    await page.getByRole('link', { name: 'Rút bài (chuyên đề 3, bản nộp lần 1)' }).click()
    await shoot(page, 'person-withdraw')
    await page.getByRole('button', { name: 'Rút bài' }).click()
    await page.getByText('Đã rút bài chuyên đề 3.').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải về (chuyên đề 1, bản nộp lần 2)' }).click()
    expect((await download).suggestedFilename()).to.equal('bài một sửa lại.docx')

    await page.reload()
    await look(page, 'person-usual')
    const log = page.getByRole('table', { name: 'Nhật ký' })
    expect(await log.locator('tbody tr td:nth-child(2)').allInnerTexts()).to.deep.equal([
      'Tải bài về\nchuyên đề 1, bản nộp lần 2',
      'Rút bài\nchuyên đề 3, bản nộp lần 1',
      'Chuyển đơn vị\ntừ LĐLĐ huyện Văn Lâm đến LĐLĐ huyện Văn Giang, Điều động',
      'Sửa liên hệ',
      'Gia hạn\nđến 17:00 thứ Năm 20/12/2018, Đi công tác dài ngày',
      'Nộp bài\nchuyên đề 1, bản nộp lần 2',
      'Ghi nhận bản giấy\nchuyên đề 2, bản nộp lần 1, nhận lúc 10:30 thứ Năm 06/12/2018, Lưu tại văn phòng, tập 3',
      'Nộp bài\nchuyên đề 3, bản nộp lần 1',
      'Nộp bài\nchuyên đề 1, bản nộp lần 1',
    ])
    const mails = page.getByRole('table', { name: 'Thư đã gửi' })
    expect(await mails.locator('tbody tr').count()).to.be.at.least(3)
    expect(await mails.innerText())
      .to.include('Giấy xác nhận')
      .and.include('Đã gửi')

    await page.getByRole('link', { name: 'Miễn viết' }).click()
    await page.getByLabel('Lý do').fill('Nghỉ thai sản')
    await shoot(page, 'person-exempt')
    await page.getByRole('button', { name: 'Miễn viết' }).click()
    await page.getByText('Được miễn viết: Nghỉ thai sản').waitFor()
    expect(await page.getByRole('link', { name: 'Nộp bài thay' }).count()).to.equal(0)
    expect(await page.getByRole('link', { name: 'Ghi nhận bản giấy' }).count()).to.equal(0)
    await shoot(page, 'person-exempted')
    await page.getByRole('link', { name: 'Thôi miễn' }).click()
    await page.getByRole('button', { name: 'Thôi miễn viết' }).click()
    await page.getByText('Đã thôi miễn viết.').waitFor()
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(180_000)

  it('takes back a paper that was written down by mistake, long after the due date', async () => {
    world.clock.set('2018-12-20T02:00:00Z')
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN_PATH}/enrolments/${tham.id}/papers`)
      .send({ topics: ['CD2'], receivedAt: '2018-12-13T03:00:00Z', note: 'tập 3' })
      .expect(201)
    await handIn(world, tham.id, 'CD1', DOCX, 'bài.docx')
    const { context, page } = await open('staff.hung-yen', `/${tham.id}`)
    const links = page.getByRole('link', { name: 'Gỡ bản giấy ghi nhầm' })
    expect(await links.count()).to.equal(1)
    expect(await page.getByRole('link', { name: 'Rút bài' }).count()).to.equal(0)
    await links.click()
    await page.getByRole('button', { name: 'Gỡ bản giấy' }).click()
    expect(await page.getByRole('alert').innerText()).to.include('Đồng chí hãy ghi lý do.')
    await page.getByLabel('Lý do').fill('Của người cùng tên')
    await look(page, 'person-take-back')
    await page.getByRole('button', { name: 'Gỡ bản giấy' }).click()
    await page.getByText('Đã gỡ bản giấy chuyên đề 2.').waitFor()
    expect(await seen(page))
      .to.include('Đã rút lúc 09:00 thứ Năm 20/12/2018')
      .and.include('Gỡ bản giấy ghi nhầm')
      .and.include('Của người cùng tên')
    expect(await links.count()).to.equal(0)
    await page.goto(`${PEOPLE}/${tham.id}/go-ban-giay?cd=CD2`)
    expect(await seen(page)).to.include('không có gì để gỡ')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(60_000)

  it('works by keyboard, without JavaScript, in English', async () => {
    const { context, page } = await open('staff.hung-yen', `/${tham.id}?lang=en`, {
      javaScriptEnabled: false,
      viewport: DESK,
    })
    await page.getByRole('link', { name: 'Write down a paper essay' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Write down a paper essay of Nguyễn Thị Thắm' }).waitFor()
    await page.getByRole('checkbox', { name: 'Topic 4' }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Note (optional)').focus()
    await page.keyboard.type('Shelf 3')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('The paper essay is written down.').waitFor()
    expect(await seen(page))
      .to.include('Received (on paper)')
      .and.include('On paper: Shelf 3')
    await page.goBack()
    await page.goForward()
    expect(await world.container.ports.essays.ofEnrolment(tham.id)).to.have.length(1)
    await shoot(page, 'person-english')
    await context.close()
  })

  it('offers a trainer nothing to do, and does not exist for another province', async () => {
    await handIn(world, tham.id, 'CD1', DOCX, 'bài.docx')
    const trainer = await open('trainer.hung-yen')
    await trainer.page.getByRole('heading', { name: 'Nguyễn Thị Thắm' }).waitFor()
    const links = await trainer.page.getByRole('main').getByRole('link').allInnerTexts()
    expect(links.join(' ')).to.not.match(/Nộp bài|Ghi nhận|Gia hạn|Miễn|Chuyển|Sửa|Rút/)
    expect(await seen(trainer.page)).to.not.include('Nhật ký')
    await trainer.page.goto(`${PEOPLE}/${tham.id}/mien`)
    await trainer.page.getByRole('heading', { name: 'Không có quyền' }).waitFor()
    await trainer.context.close()

    const stranger = await open('staff.hai-duong')
    expect(stranger.status).to.equal(404)
    for (const path of [
      'nop',
      'ban-giay',
      'gia-han',
      'mien',
      'thoi-mien',
      'chuyen',
      'lien-he',
      'rut?cd=CD1',
      'go-ban-giay?cd=CD1',
      'bai/CD1/1',
      'giay-xac-nhan?ma=TH-AAAA-BBBB-CCCC',
    ])
      expect((await stranger.context.request.get(`${PEOPLE}/${tham.id}/${path}`)).status(), path).to.equal(
        404,
      )
    await stranger.context.close()
    const cadre = await open('cadre')
    expect(cadre.status).to.equal(403)
    await cadre.context.close()
  })
})
