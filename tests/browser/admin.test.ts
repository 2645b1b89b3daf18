import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import {
  type BrowserOptions,
  DESK,
  look,
  openBrowser,
  openContext,
  openPage,
  PHONE,
  seen,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, type CastName } from '../support/cast.ts'
import { mailsTo } from '../support/inbox.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

/** Moves on by Tab until the thing has the focus: what a keyboard reaches, and how. */
const tabTo = async (page: Page, name: string) => {
  const focused = async () =>
    page.evaluate(
      '[document.activeElement?.getAttribute("aria-label"), document.activeElement?.textContent, document.activeElement?.labels?.[0]?.textContent].find(text => text?.trim()) ?? ""',
    )
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (String(await focused()).trim() === name) return
  }
  expect.fail(`Tab never reached “${name}”`)
}

describe('administration, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
  })
  after(async () => {
    await browser.close()
    await world.checkInvariants()
    await world.close()
  })

  const open = async (path: string, options: BrowserOptions = { viewport: DESK }, who: CastName = 'admin') =>
    openPage(browser, world, who, path, options)

  it('begins with the country and what there is to administer, for admins alone', async () => {
    const { page, context } = await open('/')
    expect(new URL(page.url()).pathname).to.equal('/quan-tri')
    await look(page, 'admin-home')
    await page.getByRole('link', { name: 'Xem tổng quan cả nước' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tổng Liên đoàn Lao động Việt Nam' }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Quản trị' }).click()
    const links = await page.locator('nav.tabs a').all()
    const tabs = await Promise.all(links.map(async link => link.getAttribute('href')))
    for (const tab of tabs) expect((await page.goto(tab ?? ''))?.status(), tab ?? '').to.equal(200)
    for (const who of ['staff.hung-yen', 'trainer', 'cadre'] as const) {
      const other = await open('/quan-tri', {}, who)
      expect(other.status, who).to.equal(403)
      for (const path of [...tabs, '/quan-tri/tai-khoan/admin'])
        expect((await other.page.goto(path ?? ''))?.status(), `${who}: ${path}`).to.equal(403)
      await other.context.close()
    }
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(90_000)

  it('invites by keyboard, mends what was wrong, and the invited one chooses a password', async () => {
    const { page, context } = await open('/quan-tri/tai-khoan')
    await look(page, 'accounts')
    await tabTo(page, 'Mời tài khoản mới')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tai-khoan/moi')
    await tabTo(page, 'Thư điện tử')
    await page.keyboard.type('moi@test.example')
    await tabTo(page, 'Họ và tên')
    await page.keyboard.type('Phạm Thị Mới')
    await tabTo(page, 'Cán bộ phụ trách của đơn vị, đơn vị thứ 1')
    await page.keyboard.type('Hưng Yêm')
    await look(page, 'invite')
    await tabTo(page, 'Gửi lời mời')
    await page.keyboard.press('Enter')
    const wrong = page.getByRole('alert')
    expect(await wrong.innerText())
      .to.include('Không có đơn vị “Hưng Yêm”')
      .and.include('LĐLĐ tỉnh Hưng Yên')
    expect(await page.getByLabel('Họ và tên').inputValue()).to.equal('Phạm Thị Mới')
    await look(page, 'invite-wrong')
    await page.getByLabel('Cán bộ phụ trách của đơn vị, đơn vị thứ 1').fill('huyện văn lâm')
    await page.getByRole('button', { name: 'Gửi lời mời' }).click()
    await page.getByText('Đã tạo tài khoản và gửi thư mời đến moi@test.example.').waitFor()
    expect(await page.getByLabel('Cán bộ phụ trách của đơn vị, đơn vị thứ 1').inputValue()).to.equal(
      'LĐLĐ huyện Văn Lâm (hung-yen-van-lam)',
    )
    await look(page, 'account-new')

    const [mail] = await mailsTo(world, 'moi@test.example')
    const path = /\/dang-nhap\/mat-khau\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
    const invited = await openContext(browser, world.url, { javaScriptEnabled: false, viewport: PHONE })
    const own = await invited.newPage()
    await own.goto(path)
    await own.getByLabel('Mật khẩu mới').fill('ngắn')
    await own.getByRole('button', { name: 'Lưu và vào hệ thống' }).click()
    await own.getByRole('alert').getByText('Mật khẩu cần từ 8 đến 200 ký tự.').waitFor()
    await own.getByLabel('Mật khẩu mới').fill('mật khẩu của tôi')
    await own.getByRole('button', { name: 'Lưu và vào hệ thống' }).click()
    await own.getByRole('heading', { level: 1, name: 'LĐLĐ huyện Văn Lâm' }).waitFor()

    await page.reload()
    expect(await seen(page)).to.include('1 trình duyệt')
    await page.getByRole('link', { name: 'Khoá tài khoản' }).click()
    await look(page, 'account-disable')
    await page.getByRole('button', { name: 'Khoá tài khoản' }).click()
    await page.getByText('Đã khoá tài khoản.').waitFor()
    await own.reload()
    await own.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor()
    await invited.close()

    await page.goto('/quan-tri/tai-khoan?lang=en')
    await page.getByLabel('Search by name or login').fill('pham moi')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('tbody tr').count()).to.equal(1)
    await page.getByRole('link', { name: 'Disabled' }).click()
    await look(page, 'accounts-en')

    await page.goto('/quan-tri/tai-khoan/admin?lang=vi')
    await page.getByLabel('Quản trị', { exact: false }).first().uncheck()
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await page.getByRole('alert').getByText('không tự bỏ quyền quản trị').waitFor()
    expect(await page.getByRole('link', { name: 'Khoá tài khoản', exact: true }).count()).to.equal(0)
    await look(page, 'account-own')
    await page.goto('/quan-tri/tai-khoan/trainer')
    await page.getByRole('button', { name: 'Thu hồi mã “test”' }).click()
    await page.getByText('Đã thu hồi.').waitFor()
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(120_000)

  it('changes a campaign only after what that moves was seen, and begins the next with the last', async () => {
    const { id } = await enrol(world)
    world.clock.set('2018-12-18T02:00:00Z')
    await world
      .as('admin')
      .post(`${CAMPAIGN_PATH}/enrolments/${id}/submissions`)
      .send({ topics: ['CD1', 'CD2'], text: 'Bài thu hoạch của tôi.' })
      .expect(201)
    // The preview counts from the prepared numbers.
    await world.settle()
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await open('/quan-tri/dot', { javaScriptEnabled, viewport: DESK })
      const shot = async (name: string) => (javaScriptEnabled ? look(page, name) : undefined)
      await shot('campaigns')
      await page.getByRole('link', { name: 'Học tập Nghị quyết' }).click()
      await shot('campaign')
      await page.getByLabel('Hạn nộp', { exact: true }).fill('2019-01-20T17:00')
      await page.getByLabel('Mã chuyên đề thứ 2').fill('')
      await page.getByLabel('Tên chuyên đề thứ 2').fill('')
      await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
      const wrong = await page.getByRole('alert').innerText()
      expect(wrong)
        .to.include('Thời điểm mở phải trước hạn nộp')
        .and.include('Không bỏ được chuyên đề CD2 vì đã có bài thu hoạch.')
      await shot('campaign-wrong')
      await page.getByLabel('Mã chuyên đề thứ 2').fill('cd 2')
      await page.getByLabel('Tên chuyên đề thứ 2').fill('Chuyên đề hai, tên mới')
      await page.getByLabel('Giờ gửi').fill('25')
      await page.getByLabel('Ngày nghỉ').fill('31/02/2019')
      const formats = page.getByRole('group', { name: 'Các tệp của báo cáo lập tự động' })
      for (const format of ['DOCX', 'PDF', 'XLSX', 'CSV']) await formats.getByLabel(format).setChecked(false)
      await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
      const more = await page.getByRole('alert').innerText()
      expect(more)
        .to.include('Mã chuyên đề gồm 1 đến 10 chữ hoa')
        .and.include('Cần một số từ 0 đến 23')
        .and.include('Cần các ngày dạng 01/01/2019')
        .and.include('Cần ít nhất một kiểu tệp')
      await formats.getByLabel('XLSX').setChecked(true)
      await page.getByLabel('Sau hạn nộp').setChecked(true)
      await page.getByLabel('Hằng tuần, khi đợt còn mở').selectOption('Thứ Hai')
      await page.getByLabel('Mã chuyên đề thứ 2').fill('CD2')
      await page.getByLabel('Giờ gửi').fill('9')
      await page.getByLabel('Ngày nghỉ').fill('1/1/2019')
      await page.getByLabel('Không gửi từ giờ').fill('')
      await page.getByLabel('Đến giờ').fill('')
      await page
        .getByRole('group', { name: 'Ngày trong tuần được gửi' })
        .getByLabel('Chủ nhật')
        .setChecked(false)
      await page.getByLabel('Tình hình cả nước hằng tuần').setChecked(true)
      await page.getByLabel('Hạn nộp', { exact: true }).fill('2018-12-20T17:00')
      await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
      await page.getByText('2 bài đã ghi nộp muộn vẫn là nộp muộn').waitFor()
      await page.getByText('đợt nhắc không gửi nữa').waitFor()
      await page.getByText('Ngày nghỉ không gửi thư nhắc: 01/01/2019').waitFor()
      await page.getByText('Các tệp của báo cáo lập tự động: XLSX').waitFor()
      await page.getByText('3 lần lập báo cáo tự động thêm: 21/12/2018, 24/12/2018, 31/12/2018.').waitFor()
      await shot('campaign-preview')
      await page.getByRole('button', { name: 'Sửa tiếp' }).click()
      expect(await page.getByLabel('Tên chuyên đề thứ 2').inputValue()).to.equal('Chuyên đề hai, tên mới')
      await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
      if (javaScriptEnabled) {
        await context.close()
        continue
      }
      await page.getByRole('button', { name: 'Đổi đợt học tập' }).click()
      await page.getByText('Đã đổi đợt học tập.').waitFor()
      await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
      await page.getByText('Chưa có gì thay đổi.').waitFor()

      await page.getByRole('button', { name: 'Sửa tiếp' }).click()
      await page.getByLabel('Giờ gửi').fill('10')
      await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
      await world.as('admin').patch(CAMPAIGN_PATH).send({ graceSeconds: 60 }).expect(200)
      await page.getByRole('button', { name: 'Đổi đợt học tập' }).click()
      expect(await page.getByRole('alert').innerText()).to.include('Có người vừa đổi đợt học tập này')
      await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
      expect(await page.locator('tbody th').allInnerTexts()).to.deep.equal(['Châm chước, giây', 'Lịch nhắc'])
      await context.close()
    }
    const { reminders, reports } = (await world.as('admin').get(CAMPAIGN_PATH).expect(200)).body
    expect(reminders).to.deep.include({
      hour: 9,
      weekdays: [1, 2, 3, 4, 5, 6],
      holidays: ['2019-01-01'],
      quietHours: null,
      digestDays: [1],
    })
    expect(reminders.off).to.include('national-digest')
    expect(reports).to.deep.equal({ afterDue: true, afterClose: false, weekly: 1, formats: ['xlsx'] })
    await world.settle()
    const { totals } = (await world.as('admin').get(`${CAMPAIGN_PATH}/progress`).expect(200)).body
    expect(totals).to.include({ onTime: 0, late: 2 })

    const { page, context } = await open('/quan-tri/dot?lang=en')
    await page.getByRole('link', { name: 'Make one from the last' }).click()
    expect(await page.getByLabel('Code', { exact: true }).inputValue()).to.equal('nghi-quyet-12-cdvn-2018')
    await page.getByLabel('Name').fill('Học tập đợt hai')
    await look(page, 'campaign-new-en')
    await page.getByRole('button', { name: 'Create the campaign' }).click()
    await page.getByText('The campaign was created.').waitFor()
    await page.goto('/quan-tri/dot')
    expect(await page.locator('tbody th').allInnerTexts()).to.deep.equal([
      'Học tập đợt hai',
      'Học tập Nghị quyết Đại hội XII Công đoàn Việt Nam',
    ])
    expect((await page.goto('/quan-tri/dot/khong-co?lang=vi'))?.status()).to.equal(404)
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(180_000)

  it('finds, adds and renames units, merges one and splits another', async () => {
    const { page, context } = await open('/quan-tri/don-vi')
    await page.getByRole('link', { name: 'Tổng Liên đoàn Lao động Việt Nam' }).click()
    await page.getByRole('link', { name: 'LĐLĐ tỉnh Hưng Yên' }).click()
    await look(page, 'unit')
    await page.getByRole('link', { name: 'Thêm đơn vị bên dưới' }).click()
    await page.getByLabel('Tên đơn vị').fill('')
    await page.getByRole('button', { name: 'Thêm đơn vị bên dưới' }).click()
    await page.getByRole('alert').getByText('Tên đơn vị cần từ 1 đến 200 ký tự.').waitFor()
    await page.getByLabel('Tên đơn vị').fill('LĐLĐ huyện Kim Động')
    await look(page, 'unit-add')
    await page.getByRole('button', { name: 'Thêm đơn vị bên dưới' }).click()
    await page.getByText('Đã thêm đơn vị.').waitFor()
    await page.getByLabel('Tên đơn vị').fill('LĐLĐ thị xã Kim Động')
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await page.getByText('Đã lưu đơn vị.').waitFor()
    expect(await page.getByLabel('Các tên khác').inputValue()).to.equal('LĐLĐ huyện Kim Động')

    const giang = await enrol(world, { unit: 'hung-yen-van-giang', name: 'Vũ Thị Giang' })
    await page.goto('/quan-tri/don-vi')
    await page.getByLabel('Tìm theo tên').fill('van giang')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await look(page, 'units-found')
    await page.getByRole('link', { name: 'LĐLĐ huyện Văn Giang' }).click()
    await page.getByRole('link', { name: 'Nhập vào đơn vị khác' }).click()
    await page.getByLabel('Ngày cuối cùng').fill('2030-01-01')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('alert').getByText('Hãy ghi đúng một trong hai').waitFor()
    await look(page, 'merge-wrong')
    await page.getByLabel('Nhập vào đơn vị đã có').fill('huyện kim động')
    await page.getByLabel('Ngày cuối cùng').fill('2018-12-06')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByText('1 cán bộ chuyển về “LĐLĐ thị xã Kim Động”.').waitFor()
    await look(page, 'merge-preview')
    await page.getByRole('button', { name: 'Nhập đơn vị, chuyển 1 cán bộ' }).click()
    await page.getByText('Đã nhập đơn vị.').waitFor()
    await page.getByText('1 trong “').waitFor()
    await look(page, 'unit-merged')
    await context.close()

    const more = await Promise.all(
      ['Lê Văn An', 'Đỗ Thị Bình'].map(async name => enrol(world, { unit: 'hai-duong-chi-linh', name })),
    )
    const plain = await open('/quan-tri/don-vi/hai-duong-chi-linh/tach', {
      viewport: PHONE,
      javaScriptEnabled: false,
    })
    await plain.page.getByLabel('Tên đơn vị mới thứ 1').fill('LĐLĐ Chí Linh Bắc')
    await plain.page.getByRole('button', { name: 'Tiếp tục: ai về đâu' }).click()
    await plain.page.getByRole('alert').getByText('Cần ít nhất hai tên khác nhau.').waitFor()
    await plain.page.getByLabel('Tên đơn vị mới thứ 2').fill('LĐLĐ Chí Linh Nam')
    await plain.page.getByRole('button', { name: 'Tiếp tục: ai về đâu' }).click()
    await plain.page.getByLabel('Đỗ Thị Bình về đơn vị').selectOption('LĐLĐ Chí Linh Nam')
    await shoot(plain.page, 'split-assign')
    await plain.page.getByRole('button', { name: 'Xem trước' }).click()
    expect(await seen(plain.page))
      .to.include('1 cán bộ chuyển về “LĐLĐ Chí Linh Bắc”.')
      .and.include('1 cán bộ chuyển về “LĐLĐ Chí Linh Nam”.')
    await plain.page.getByRole('button', { name: 'Sửa lại' }).click()
    await plain.page.getByRole('button', { name: 'Xem trước' }).click()
    await plain.page.getByRole('button', { name: 'Tách đơn vị, chuyển 2 cán bộ' }).click()
    await plain.page.getByText('Đã tách đơn vị.').waitFor()
    await plain.context.close()

    const unitOf = async (id: string) =>
      (await world.container.ports.enrolments.find({ kind: 'everything' }, CAMPAIGN.code, id))?.unit
    expect(await unitOf(giang.id)).to.equal('hung-yen-kim-dong')
    expect(await Promise.all(more.map(async ({ id }) => unitOf(id)))).to.deep.equal([
      'hai-duong-chi-linh-bac',
      'hai-duong-chi-linh-nam',
    ])
    const last = await open('/quan-tri/don-vi/hai-duong-chi-linh?lang=en')
    expect(await seen(last.page))
      .to.include('Became')
      .and.include('LĐLĐ Chí Linh Bắc')
    expect(await last.page.getByRole('link', { name: 'Split into several units' }).count()).to.equal(0)
    await look(last.page, 'unit-ended-en')
    await last.context.close()
  }).timeout(180_000)

  it('shows the log, the work behind the pages, and whether mails arrive', async () => {
    const { page, context } = await open('/quan-tri/nhat-ky')
    await world.as('admin').patch(CAMPAIGN_PATH).send({ name: 'Đợt học tập có tên mới' }).expect(200)
    await page.getByLabel('Việc', { exact: true }).selectOption('Đổi đợt học tập')
    await page.getByLabel('Ai, theo tên').fill('admin')
    await page.getByRole('button', { name: 'Lọc' }).click()
    await page.getByRole('link', { name: 'Tải về dạng bảng (CSV)' }).waitFor()
    expect(new Set(await page.locator('tbody td:nth-child(2)').allInnerTexts())).to.deep.equal(
      new Set(['admin']),
    )
    expect(await page.locator('tbody td:nth-child(4)').first().innerText()).to.equal(
      'Đợt học tập nghi-quyet-12-cdvn',
    )
    await look(page, 'audit')
    await page.goto('/quan-tri/nhat-ky?who=khong-co&lang=en')
    await page.getByText('Nothing matches. Try fewer filters.').waitFor()
    await look(page, 'audit-empty-en')

    await world.container.ports.jobFailures.note({
      id: 'plan-wave-x',
      name: 'plan-wave',
      payload: { wave: 'x' },
      reason: 'MongoDB is away',
      at: world.clock.now(),
    })
    const { breakers } = world.container.ports
    await breakers.fail('mail', '535 5.7.8 Authentication failed', false, world.clock.now())
    await breakers.pause('mail', new Date(world.clock.now().getTime() + 60_000))
    await page.goto('/quan-tri/hang-doi?lang=en')
    await page.getByText('The mail server has taken no mail since').waitFor()
    await look(page, 'work-en')
    await page.goto('/quan-tri/hang-doi?lang=vi')
    await page.getByText('Máy chủ thư không nhận thư nào từ').waitFor()
    await look(page, 'work')
    await breakers.close('mail')
    await page.getByRole('button', { name: 'Chạy lại Viết thư của đợt nhắc' }).click()
    await page.getByText('Đã xếp hàng để chạy lại.').waitFor()

    await page.goto('/quan-tri/thu')
    await page.getByLabel('Gửi đến địa chỉ').fill('sai')
    await page.getByRole('button', { name: 'Gửi thư thử' }).click()
    await page.getByRole('alert').getByText('Cần một địa chỉ thư điện tử.').waitFor()
    await page.getByLabel('Gửi đến địa chỉ').fill('thu@test.example')
    await page.getByRole('button', { name: 'Gửi thư thử' }).click()
    await page.getByText('Máy chủ thư đã nhận thư gửi đến thu@test.example.').waitFor()
    await look(page, 'mail')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(120_000)
})
