import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import {
  type BrowserOptions,
  DESK,
  expectSoundPage,
  expectTextGrows,
  openBrowser,
  openContext,
  openPage,
  seen,
  shoot,
  signIn,
} from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { fixture, send, zip } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

const LIST = '/dot/nghi-quyet-12-cdvn/doc-bai'

/** A Word file of these paragraphs; what looks like markup in them is text. */
const docx = async (...paragraphs: string[]): Promise<Buffer> => {
  const escaped = paragraphs.map(text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  const body = escaped.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  })
}

const heading = async (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const names = async (page: Page) => page.locator('tbody th a').allInnerTexts()

describe('a trainer reads essays, in a browser', () => {
  let world: World
  let browser: Browser
  const people: Record<string, string> = {}
  before(async () => {
    browser = await openBrowser()
    world = await openWorld()
    for (const name of ['Nguyễn Thị Thắm', 'Trần Ý', 'Hoàng Kim Ánh', 'Đỗ Văn Ước'])
      people[name] = (await enrol(world, { name, posts: ['Chủ tịch CĐCS'] })).id
    const handIn = async (name: string, topics: string, bytes: Buffer, file: string) =>
      send(world, people[name]!, topics, bytes, file).expect(201)
    await handIn('Hoàng Kim Ánh', 'CD1,CD3', fixture('Bai 1 va 3.PDF'), 'Bài 1 và 3.pdf')
    await handIn('Nguyễn Thị Thắm', 'CD1', fixture('Bài thu hoạch CĐ1 - Nguyễn Thị Thắm.docx'), 'Bài.docx')
    await handIn('Nguyễn Thị Thắm', 'CD2', fixture('IMG_20181210_01.jpg'), 'ảnh.jpg')
    await handIn('Nguyễn Thị Thắm', 'CD3', fixture('scan khong co chu.pdf'), 'bản quét.pdf')
    await handIn(
      'Đỗ Văn Ước',
      'CD1',
      await docx('<script>alert("Xin chào")</script> & <b>đậm</b>', '2'),
      'a.docx',
    )
    await handIn(
      'Trần Ý',
      'CD1',
      await docx('C«ng ®oµn ViÖt Nam ®æi míi tæ chøc vµ ho¹t ®éng, ch¨m lo quyÒn lîi cña ®oµn viªn'),
      'cu.docx',
    )
    await world.work()
  })
  after(async () => {
    await world.checkInvariants()
    await browser.close()
    await world.close()
  })

  const open = async (who: CastName, path: string, options: BrowserOptions = {}) =>
    openPage(browser, world, who, path, options)

  it('from the list one after the other, by keyboard alone, and the list knows what was read', async () => {
    const { context, page } = await open('trainer.hung-yen', LIST, { viewport: DESK })
    // By given name: Ánh, Thắm, Ước, Ý.
    expect(await names(page)).to.deep.equal(['Hoàng Kim Ánh', 'Nguyễn Thị Thắm', 'Đỗ Văn Ước', 'Trần Ý'])
    expect(await page.getByText('Chưa đọc').count()).to.equal(4)
    await expectSoundPage(page)
    await shoot(page, 'list')

    await page.getByRole('link', { name: 'Nguyễn Thị Thắm' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Điều tâm đắc nhất').first().waitFor()
    expect(await seen(page))
      .to.include('642 chữ')
      .and.include('LĐLĐ huyện Văn Lâm')
    await expectSoundPage(page)
    await shoot(page, 'essay-word')

    const press = async (key: string, expected: string) => {
      await page.keyboard.press(key)
      await page.getByRole('heading', { level: 1, name: expected }).waitFor()
    }
    await press('j', 'Đỗ Văn Ước, chuyên đề 1')
    // Whatever was written is text.
    expect(await seen(page)).to.include('<script>alert("Xin chào")</script> & <b>đậm</b>')
    await press('ArrowRight', 'Trần Ý, chuyên đề 1')
    expect(await seen(page))
      .to.include('Công đoàn Việt Nam đổi mới tổ chức')
      .and.include('TCVN3')
    expect(await seen(page)).to.include('Hết danh sách')
    await shoot(page, 'essay-legacy')
    await press('k', 'Đỗ Văn Ước, chuyên đề 1')
    await press('ArrowLeft', 'Nguyễn Thị Thắm, chuyên đề 1')
    await press('2', 'Nguyễn Thị Thắm, chuyên đề 2')
    await page.getByRole('img', { name: 'Ảnh chụp bài thu hoạch của Nguyễn Thị Thắm' }).waitFor()
    const width =
      "document.querySelector('img').decode().then(() => document.querySelector('img').naturalWidth)"
    expect(await page.evaluate(width)).to.be.above(100)
    await expectSoundPage(page)
    await shoot(page, 'essay-photo')
    await press('3', 'Nguyễn Thị Thắm, chuyên đề 3')
    await press('4', 'Nguyễn Thị Thắm, chuyên đề 4')
    expect(await seen(page)).to.include('chưa nộp bài của chuyên đề này')
    await expectSoundPage(page)
    await shoot(page, 'essay-none')

    await page.getByRole('link', { name: 'Danh sách bài' }).click()
    await page.getByRole('link', { name: 'Chuyên đề 1', exact: true }).click()
    await page.getByText('Chưa đọc').first().waitFor()
    const rows = page.locator('tbody tr', { hasText: 'Chưa đọc' })
    expect(await rows.locator('th a').allInnerTexts()).to.deep.equal(['Hoàng Kim Ánh'])
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })

  it('a PDF in the browser’s own viewer, served so that nothing in it runs as a page', async () => {
    const path = `${LIST}/${people['Hoàng Kim Ánh']}/CD1`
    const { context, page } = await open('trainer.hung-yen', path, { viewport: DESK })
    expect(await page.locator('iframe').getAttribute('src')).to.equal(`${path}/ban/1/xem`)
    await page.getByText('Chữ trong tệp').click()
    await page.getByText('khi quan hệ lao động ngày càng đa dạng').first().waitFor()
    await shoot(page, 'essay-pdf')
    const shown = await page.request.get(`${path}/ban/1/xem`)
    expect(shown.headers()).to.include({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    expect(shown.headers()['content-disposition']).to.match(/^inline; /)
    expect(shown.headers()['content-security-policy'])
      .to.include("default-src 'none'")
      .and.include("frame-ancestors 'self'")
    expect((await shown.body()).equals(fixture('Bai 1 va 3.PDF'))).to.equal(true)
    const saved = await page.request.get(`${path}/ban/1`)
    expect(saved.headers()['content-disposition']).to.match(/^attachment; /)
    expect(saved.headers()['content-security-policy']).to.include('sandbox')
    // A Word file is never shown as it is.
    const word = await page.request.get(`${LIST}/${people['Trần Ý']}/CD1/ban/1/xem`)
    expect(word.status()).to.equal(404)
    await context.close()
  })

  it('on a phone without JavaScript, in English, with the text twice as large', async () => {
    const { context, page } = await open('trainer.hung-yen', `${LIST}?lang=en`, { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Nguyễn Thị Thắm' }).click()
    expect(await heading(page)).to.equal('Nguyễn Thị Thắm, topic 1')
    await page.getByRole('link', { name: 'Next' }).click()
    expect(await heading(page)).to.equal('Đỗ Văn Ước, topic 1')
    await context.close()

    const large = await open('trainer.hung-yen', `${LIST}/${people['Nguyễn Thị Thắm']}/CD1`)
    await expectTextGrows(large.page)
    await shoot(large.page, 'essay-phone')
    await large.page.goto(LIST)
    await expectTextGrows(large.page)
    await large.context.close()
  })

  it('a province of 1,500 people by pages, and says so where there is nothing', async () => {
    const crowded = await openWorld()
    await enrolCrowd(crowded, 1500, await growTree(crowded))
    const context = await openContext(browser, crowded.url, { viewport: DESK })
    await signIn(context, crowded, 'trainer.hung-yen')
    const page = await context.newPage()
    await page.goto(LIST)
    expect(await names(page)).to.have.length(50)
    const first = await names(page)
    await shoot(page, 'list-full')
    await page.getByRole('link', { name: 'Xem tiếp' }).click()
    expect(await names(page)).to.have.length(50)
    expect(await names(page)).not.to.include.members(
      first.slice(-1).filter(name => first.indexOf(name) === 49),
    )
    await page.goto(`${LIST}?state=returned`)
    expect(await seen(page)).to.include('Chưa có bài nào của chuyên đề này bị trả lại')
    await expectSoundPage(page)
    await shoot(page, 'list-empty')
    await context.close()
    await crowded.close()
  })

  it('nothing of another province, and nobody but those who read', async () => {
    const one = `${LIST}/${people['Nguyễn Thị Thắm']}/CD1`
    const paths = [one, `${one}/ban/1`, `${one}/ban/1/xem`, `${LIST}?unit=hung-yen`, `${one}?unit=hung-yen`]
    for (const who of ['trainer.hai-duong', 'staff.hai-duong', 'cadre'] as const) {
      const { context, page } = await open(who, '/')
      for (const path of paths)
        expect((await page.request.get(path)).status(), `${who} ${path}`).to.equal(
          who === 'cadre' ? 403 : 404,
        )
      await context.close()
    }
    const staff = await open('staff.hung-yen', one)
    expect(await heading(staff.page)).to.equal('Nguyễn Thị Thắm, chuyên đề 1')
    await staff.context.close()
  })
})
