import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openPage,
  shoot,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { fixture, pdf } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = '/dot/nghi-quyet-12-cdvn/nop-ho'
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

describe('collected essays, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
    await enrolCrowd(world, 400, await growTree(world))
    await enrol(world, { name: 'Nguyễn Thị Thắm' })
    await enrol(world, { name: 'Trần Văn An' })
    await enrol(world, { name: 'Trần Văn An', unit: 'hung-yen-van-giang' })
    await enrol(world, { name: 'Phạm Thị Hồng Ánh', unit: 'hung-yen-van-giang' })
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  const open = async (options: BrowserOptions = {}, path = PAGE) =>
    openPage(browser, world, 'staff.hung-yen', path, options)

  it('are uploaded, recognised, put right, looked at again, and handed in while one watches', async () => {
    const { page, context } = await open()
    await page.getByText('Chưa có đợt thu bài nào').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'gathering-start')
    await page.getByRole('button', { name: 'Bắt đầu' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bài thu gom của LĐLĐ tỉnh Hưng Yên' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'gathering-empty')
    await page.getByRole('button', { name: 'Tải lên' }).click()
    await page.getByRole('alert').getByText('Đồng chí hãy chọn tệp').waitFor()

    const decomposed = 'Phạm Thị Hồng Ánh – chuyên đề 5.pdf'.normalize('NFD')
    await page
      .getByLabel('Chọn tệp', { exact: true })
      .setInputFiles([
        file('Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx', fixture('Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx')),
        file(decomposed, fixture(decomposed)),
        file('Tran Van An bai 1 va 3.PDF', fixture('Bai 1 va 3.PDF')),
        file('012_CD2.pdf', pdf()),
        file('scan khong co chu.pdf', fixture('scan khong co chu.pdf')),
        file('Nguyen Thi Tham CD1-3.pdf', pdf()),
        file('Nguyễn Thị Thắm CĐ1 bản 2.pdf', pdf()),
        file('danh sách nộp.xlsx', Buffer.from('PK')),
        ...Array.from({ length: 30 }, (_, n) => file(`Nguyễn Thị Thắm chuyên đề 2 tờ ${n + 6}.pdf`, pdf())),
      ])
    await page.getByText('38 tệp,').waitFor()
    await page.getByRole('button', { name: 'Tải lên' }).click()
    await page.getByRole('heading', { name: '38 tệp' }).waitFor()
    await page.getByRole('link', { name: /Cần xem 3/ }).waitFor()
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'gathering-check')

    // Two of one name: the machine does not guess.
    const two = page.getByLabel('Người nộp của Tran Van An bai 1 va 3.PDF')
    expect(await two.locator('option').allInnerTexts()).to.have.members([
      'Chọn một trong 2 người',
      'Trần Văn An, LĐLĐ huyện Văn Giang',
      'Trần Văn An, LĐLĐ huyện Văn Lâm',
    ])
    await two.selectOption({ label: 'Trần Văn An, LĐLĐ huyện Văn Giang' })
    await page.getByLabel('Chuyên đề của Nguyen Thi Tham CD1-3.pdf').getByLabel('CĐ3').check()
    await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
    await page.getByText('Đã lưu lựa chọn.').waitFor()
    await page.getByRole('link', { name: 'Tìm người khác cho scan khong co chu.pdf' }).click()
    await page.getByLabel('Tên, mã cán bộ').fill('hong anh')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.getByText(/Tìm thấy|Có \d+ người/).waitFor()
    await page.getByLabel('Phạm Thị Hồng Ánh').check()
    await page.getByLabel('CĐ4').check()
    await expectSoundPage(page)
    await shoot(page, 'gathering-search')
    await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()

    await page.getByRole('link', { name: /Đủ thông tin/ }).click()
    await page.getByText('Theo số thứ tự, cần kiểm tra').first().waitFor()
    await page.getByText('Có tệp khác cùng').first().waitFor()
    await shoot(page, 'gathering-ready')
    await page.getByLabel('Bỏ qua Nguyễn Thị Thắm CĐ1 bản 2.pdf').check()
    await page.getByRole('button', { name: 'Lưu và xem lại để nộp' }).click()
    await page.getByRole('heading', { level: 1, name: 'Xem lại trước khi nộp' }).waitFor()
    await expectSoundPage(page)
    await shoot(page, 'gathering-review')
    expect(await world.db.collection('versions').countDocuments()).to.equal(0)

    await page.getByRole('button', { name: /^Nộp 36 bài$/ }).click()
    await page.getByText('Đang chờ đến lượt').waitFor()
    await expectSoundPage(page)
    await shoot(page, 'gathering-progress')
    await world.work()
    await page.getByRole('heading', { level: 1, name: 'Kết quả nộp bài thu gom' }).waitFor()
    await page.getByText('TH-').first().waitFor()
    await expectSoundPage(page)
    await expectTextGrows(page)
    await shoot(page, 'gathering-done')
    expect(context.complaints).to.deep.equal([])
    await context.close()
  }).timeout(300_000)

  it('work without JavaScript, in English, and can be thrown away', async () => {
    const { page, context } = await open({ javaScriptEnabled: false, viewport: DESK }, `${PAGE}?lang=en`)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page
      .getByLabel('Choose files')
      .setInputFiles([file('Nguyễn Thị Thắm chuyên đề 5.pdf', pdf()), file('la.exe', Buffer.from('MZ'))])
    await page.getByRole('button', { name: 'Upload' }).click()
    await page.getByRole('heading', { name: '2 files' }).waitFor()
    await page.getByRole('link', { name: /Not taken 1/ }).click()
    await page.getByText('Files of the kind “exe” are not taken').waitFor()
    await page.getByRole('link', { name: 'Discard this collection' }).click()
    await page.getByRole('button', { name: 'Delete the uploaded files' }).click()
    await page.getByText('The collection was discarded.').waitFor()
    await context.close()
  }).timeout(120_000)

  it('are taken from a folder that is dropped, with what lies in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-drop-'))
    try {
      const own = join(folder, 'Nguyễn Thị Thắm')
      await mkdir(join(own, 'Chuyên đề 3'), { recursive: true })
      await writeFile(join(own, 'CĐ4.pdf'), pdf())
      await writeFile(
        join(own, 'Chuyên đề 3', 'bài viết.docx'),
        fixture('Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx'),
      )
      const { page, context } = await open({ viewport: DESK })
      await page.getByRole('button', { name: 'Bắt đầu' }).click()
      await page.locator('.drop').scrollIntoViewIfNeeded()
      const zone = await page.locator('.drop').boundingBox()
      if (zone === null) throw new Error('there is nowhere to drop')
      // A real folder, as the desktop gives it: what a page makes up itself is none.
      const protocol = await context.newCDPSession(page)
      const [x, y] = [zone.x + zone.width / 2, zone.y + zone.height / 2]
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await protocol.send('Input.dispatchDragEvent', {
          ...{ type, x, y },
          data: { items: [], files: [own], dragOperationsMask: 1 },
        })
      await page.getByText('2 tệp,').waitFor()
      await page.getByRole('button', { name: 'Tải lên' }).click()
      await page.getByRole('heading', { name: '2 tệp' }).waitFor()
      await page.getByRole('link', { name: /Đủ thông tin 2/ }).click()
      expect(await page.locator('main').innerText())
        .to.include('CĐ4.pdf\nNguyễn Thị Thắm · ')
        .and.include('bài viết.docx\nNguyễn Thị Thắm/Chuyên đề 3 · ')
      expect(context.complaints).to.deep.equal([])
      await context.close()
    } finally {
      await rm(folder, { recursive: true })
    }
  }).timeout(120_000)
})
