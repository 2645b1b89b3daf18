import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import {
  type BrowserOptions,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openPage,
  shoot,
} from '../support/browser.ts'
import type { CastName } from '../support/cast.ts'
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { importRows } from '../support/rosters.ts'
import { openWorld, type World } from '../support/world.ts'

const ROSTER = '/dot/nghi-quyet-12-cdvn/danh-sach'
const HEAD = 'Họ và tên;Ngày sinh;Chức vụ;Đơn vị;Email'
const AN = 'Trần Văn An;01/02/1970;Chủ tịch;LĐLĐ huyện Văn Lâm;an@x.example'
const CUONG = 'Đỗ Mạnh Cường;1980;Ủy viên;LĐLĐ huyện Văn Giang;cuong@x.example'
const FILE = [
  HEAD,
  AN.replace('Văn Lâm', 'Văn Giang'),
  CUONG.replace('Ủy viên', '"Phó Chủ tịch; Ủy viên BCH"'),
  'Lê Thị Bình;31/02/1975;Ủy viên;LĐLĐ huyện Văn Giang;binh@x.example',
  'Vũ Thị Dung;1980;Ủy viên;LĐLĐ huyện Văn;dung@x.example',
  ';1980;Ủy viên;LĐLĐ huyện Văn Giang;ai@x.example',
  ...Array.from({ length: 150 }, (_, i) => `Người Mới Số ${i};1980;Ủy viên;Văn Lâm;so-${i}@x.example`),
].join('\n')
const file = (text: string, name = 'Danh sách cán bộ dự hội nghị 6-12.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

describe('a roster, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  const open = async (who: CastName, path = ROSTER, options: BrowserOptions = {}) =>
    openPage(browser, world, who, path, options)

  it('is uploaded, looked at, confirmed, and imported while one watches', async () => {
    await importRows(
      world,
      [HEAD, AN, CUONG, AN.replace('Văn An', 'Vắng Mặt').replace('an@', 'vang@')].join('\n'),
    )
    const { page, context } = await open('staff.hung-yen')
    await page.getByText('Chưa có lần nhập nào').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'roster-empty')

    await page.getByLabel('Tệp danh sách').setInputFiles(file('không phải danh sách'))
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('alert').getByText('Không tìm thấy dòng tiêu đề').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'roster-refused')

    await page.getByLabel('Nhập cho đơn vị').selectOption({ label: 'LĐLĐ tỉnh Hưng Yên' })
    await page.getByLabel('Tệp danh sách').setInputFiles(file(FILE))
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('heading', { level: 1, name: 'Xem trước danh sách' }).waitFor()
    await page.getByText('“31/02/1975” không phải ngày sinh có thật').waitFor()
    await page.getByText('Không có đơn vị “LĐLĐ huyện Văn”').waitFor()
    await page.getByText('Thêm mới (151)').click()
    await page.getByText('Còn 51 dòng nữa').waitFor()
    await page.getByText('Có trong hệ thống, không có trong tệp (1)').click()
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'roster-preview')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải về bảng kiểm tra' }).click(),
    ])
    expect(download.suggestedFilename()).to.equal('ket-qua-danh-sach.xlsx')

    await page.getByRole('button', { name: 'Nhập: thêm 151, cập nhật 1, chuyển 1' }).click()
    await page.getByText('Đang chờ đến lượt').waitFor()
    await page.getByRole('progressbar').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'roster-progress')
    await world.work()
    await page.getByRole('heading', { level: 1, name: 'Đã nhập danh sách' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'roster-done')
    await page.getByRole('link', { name: 'Danh sách', exact: true }).first().click()
    await page.getByRole('cell', { name: /Đã nhập thêm 151, cập nhật 1, chuyển 1/ }).waitFor()
    await expectSoundPage(page)
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(180_000)

  it('works without JavaScript, in English, and says when the people changed meanwhile', async () => {
    await enrolCrowd(world, 1500, await growTree(world))
    const { page, context } = await open('staff.hung-yen', `${ROSTER}?lang=en`, { javaScriptEnabled: false })
    await page
      .getByLabel('Roster file')
      .setInputFiles(file([HEAD, 'Phạm Mới;1980;;Văn Lâm;moi@x.example'].join('\n'), 'moi.csv'))
    await page.getByRole('button', { name: 'Preview' }).click()
    const confirm = page.getByRole('button', { name: 'Import: 1 new, 0 updated, 0 moved' })
    await confirm.waitFor()
    await importRows(world, [HEAD, 'Lê Khác;1980;;Văn Giang;khac@x.example'].join('\n'))
    await confirm.click()
    await page.getByText('Waiting for its turn').waitFor()
    await world.work()
    await page.getByRole('link', { name: 'Look again' }).click()
    await page.getByText('nothing was imported').waitFor()
    await confirm.click()
    await world.work()
    await page.getByRole('link', { name: 'Look again' }).click()
    await page.getByRole('heading', { name: 'The roster was imported' }).waitFor()
    await context.close()
  }).timeout(180_000)

  it('does not exist for another province, nor for who may not import', async () => {
    const [id] = await world.db.collection('roster-imports').distinct('_id')
    const theirs = `${ROSTER}/${String(id)}`
    const foreign = await open('staff.hai-duong', theirs)
    expect(foreign.status).to.equal(404)
    await foreign.page.goto(ROSTER)
    await foreign.page.getByText('Chưa có lần nhập nào').waitFor()
    expect(await foreign.page.getByRole('option').allInnerTexts()).to.not.include('LĐLĐ tỉnh Hưng Yên')
    await foreign.context.close()
    const trainer = await open('trainer.hung-yen', theirs)
    expect(trainer.status).to.equal(403)
    await trainer.context.close()
  })
})
