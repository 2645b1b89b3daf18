import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CastName } from './cast.ts'
import type { World } from './world.ts'

export { openBrowser } from './chromium.ts'

export const PHONE = { width: 360, height: 740 } as const
export const DESK = { width: 1280, height: 800 } as const

export type BrowserOptions = NonNullable<Parameters<Browser['newContext']>[0]>

/** A person's browser: its own cookies. Any request to another host, and any error of the page, fails the test at `close`. */
export const openContext = async (
  browser: Browser,
  url: string,
  options: BrowserOptions = {},
): Promise<BrowserContext & { complaints: string[] }> => {
  const context = await browser.newContext({ baseURL: url, viewport: PHONE, locale: 'vi-VN', ...options })
  const complaints: string[] = []
  context.on('request', request => {
    const { host, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(url).host) complaints.push(`asked ${host}`)
  })
  context.on('weberror', error => complaints.push(error.error().message))
  context.on('console', message => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      complaints.push(message.text())
  })
  return Object.assign(context, { complaints })
}

const PASSWORD = 'mật khẩu của phép thử'

/** Signs a browser in as one of the cast. */
export const signIn = async (context: BrowserContext, world: World, who: CastName): Promise<void> => {
  const { accounts, passwords } = world.container.ports
  const account = await accounts.byLogin(`${who}@test.example`)
  if (account === null) throw new Error(`nobody of the cast is called ${who}`)
  if (account.passwordHash === null)
    await accounts.save({ ...account, passwordHash: await passwords.hash(PASSWORD) })
  const answer = await context.request.post('/api/v1/session', {
    data: { login: account.login, password: PASSWORD },
  })
  expect(answer.status()).to.equal(200)
}

/** Somebody of the cast, or nobody yet, at a page: in a browser of his own, as wide as a phone unless told otherwise. */
export const openPage = async (
  browser: Browser,
  world: World,
  who: CastName | null,
  path: string,
  options: BrowserOptions = {},
) => {
  const context = await openContext(browser, world.url, options)
  if (who !== null) await signIn(context, world, who)
  const page = await context.newPage()
  const answer = await page.goto(path)
  return { context, page, status: answer?.status() }
}

/** What somebody reads on a page. */
export const seen = async (page: Page): Promise<string> => page.getByRole('main').innerText()

export const press = async (page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> =>
  page.getByRole(role, { name, exact: true }).click()

/** What every page must be, in every state. */
export const expectSoundPage = async (page: Page): Promise<void> => {
  // A letter is shown in a frame that runs nothing, axe neither: it would wait there for ever.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(
    violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`),
    `accessibility of ${page.url()}`,
  ).to.deep.equal([])
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow, `horizontal scroll of ${page.url()}`).to.be.at.most(0)
}

/** Text may be twice as large without anything running out of the page. */
export const expectTextGrows = async (page: Page): Promise<void> => {
  await page.evaluate('document.documentElement.style.fontSize = "200%"')
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow, `horizontal scroll of ${page.url()} with large text`).to.be.at.most(0)
  await page.evaluate('document.documentElement.style.fontSize = ""')
}

/** For eyes, not for the test: with SHOTS=folder set, keeps a picture of the page at both widths, and as it prints. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  const before = page.viewportSize()
  // Hiding the caret leaves `style=""` on every field: htmx copies it when it exchanges one, and the CSP complains.
  const asItIs = { fullPage: true, caret: 'initial' } as const
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size)
    await page.screenshot({ ...asItIs, path: join(folder, `${name}-${size.width}.png`) })
  }
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ ...asItIs, path: join(folder, `${name}-print.png`) })
  await page.emulateMedia({ media: null })
  if (before !== null) await page.setViewportSize(before)
}

/** All of that, of one state of a page. */
export const look = async (page: Page, name: string): Promise<void> => {
  await expectSoundPage(page)
  await expectTextGrows(page)
  await shoot(page, name)
}
