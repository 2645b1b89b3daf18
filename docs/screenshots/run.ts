import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { spawnStack } from '../../src/embedded/spawn-stack.ts'
import { openBrowser } from '../../tests/support/chromium.ts'

/** `npm run screenshots`: what the README shows, taken from a demonstration of its own. */

const CAMPAIGN = '/dot/nghi-quyet-12-cdvn'
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 860 }
const MOST_BYTES = 60_000

const HERE = new URL('./', import.meta.url)

/** Twice as sharp on phones; as small as it can be and still be sharp. */
const shoot = async (page: Page, name: string): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  for (const quality of [80, 65, 50, 35]) {
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality })
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length > MOST_BYTES) continue
    await writeFile(new URL(`${name}.webp`, HERE), bytes)
    console.log(`${name}.webp ${(bytes.length / 1000).toFixed(0)} kB`)
    return
  }
  throw new Error(`${name} is larger than ${MOST_BYTES} bytes`)
}

/** A browser of somebody of the demonstration, come in by its first page. */
const enter = async (
  browser: Browser,
  baseURL: string,
  login: string,
  viewport: typeof PHONE,
): Promise<Page> => {
  const isPhone = viewport === PHONE
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'vi-VN',
    deviceScaleFactor: isPhone ? 1.5 : 1,
    hasTouch: isPhone,
    isMobile: isPhone,
  })
  const page = await context.newPage()
  await page.goto('/')
  await page.locator(`form:has(input[value="${login}"]) button`).click()
  await page.waitForLoadState('networkidle')
  return page
}

const photos = [1, 2, 3].map(n => `fixtures/essays/IMG_20181210_0${n}.jpg`)

const asCadre = async (page: Page): Promise<void> => {
  await page.goto(`${CAMPAIGN}/bai-cua-toi/nop?cd=CD1&cd=CD3`)
  await page.getByLabel('Tệp bài thu hoạch').setInputFiles(photos)
  await page.getByRole('button', { name: 'Xoay: trang 3' }).waitFor()
  await pause(1500)
  await page.locator('#topics').evaluate('node => node.scrollIntoView()')
  await shoot(page, 'hand-in')
  await page.getByRole('button', { name: 'Gửi bài' }).click()
  await page.getByRole('heading', { name: 'Đã nhận bài thu hoạch' }).waitFor()
  await shoot(page, 'receipt')
}

const asStaff = async (page: Page): Promise<void> => {
  await page.goto(`${CAMPAIGN}/don-vi/hung-yen`)
  await shoot(page, 'overview')
  await page.goto(`${CAMPAIGN}/chua-nop?unit=hung-yen`)
  await shoot(page, 'people')
}

const asTrainer = async (page: Page): Promise<void> => {
  await page.goto(`${CAMPAIGN}/doc-bai`)
  await page
    .getByRole('main')
    .getByRole('link', { name: /Nguyễn|Trần|Lê|Phạm/ })
    .first()
    .click()
  await page.waitForLoadState('networkidle')
  await shoot(page, 'read')
}

const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-screenshots-'))
const stack = await spawnStack({ DATA_DIR: folder, PORT: '0', DEMO: 'full', LOG_LEVEL: 'warn' })
const browser = await openBrowser()
try {
  // Written once the demonstration is there, roster, essays and all.
  while (
    !(await access(join(folder, 'demo-loaded')).then(
      () => true,
      () => false,
    ))
  )
    await pause(500)
  await pause(3000)
  await asCadre(await enter(browser, stack.url, 'cadre@demo.example', PHONE))
  await asStaff(await enter(browser, stack.url, 'staff.hung-yen@demo.example', DESK))
  await asTrainer(await enter(browser, stack.url, 'trainer@demo.example', DESK))
} finally {
  await browser.close()
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
}
